using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>
/// 保管期限: what of the closed cases may be emptied. An administrator asks for it, somebody else confirms it, each case by the command
/// that does it for one.
/// </summary>
[Authorize(Policies.Retention)]
internal sealed class RetentionModel(
    IRetentionProposals proposals, RetentionPeriods periods, LookErasures erasures, AdministrationPageQuery reading, Commands commands,
    CurrentActor actor, IStringLocalizer<Words> words) : PageModel
{
    private const int PageSize = 50;

    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    [BindProperty(SupportsGet = true)]
    public RetentionState State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<RetentionRow> Rows { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was done, where not everything was.</summary>
    public string? Done { get; private set; }

    /// <summary>The reason typed for what was refused.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The reason typed against the deletion of records of looks.</summary>
    public string LooksReason { get; private set; } = "";

    /// <summary>What stays ticked.</summary>
    public IReadOnlyList<Guid> Ticked { get; private set; } = [];

    /// <summary>Whether the user may ask for what is proposed.</summary>
    public bool MayRequest => State == RetentionState.Proposed && actor.Value.Is(Role.SystemAdministrator);

    /// <summary>Whether the user may confirm what somebody else asked for.</summary>
    public bool MayErase => actor.Value.Is(Role.SecurityAdministrator | Role.Manager);

    /// <summary>Whether the user may open cases.</summary>
    public bool SeesCases => actor.Value.Is(Role.Manager);

    /// <summary>Whether the user may ask that records of looks be deleted.</summary>
    public bool MayRequestLooks => LooksRequested is null && LooksDue.Lines > 0 && actor.Value.Is(Role.SystemAdministrator);

    /// <summary>How many years records of looks are kept.</summary>
    public int LookYears => periods.LookYears;

    /// <summary>How many records of looks are older, and the day before which they are.</summary>
    public (DateOnly Before, int Lines) LooksDue { get; private set; }

    /// <summary>What of them waits for a second person.</summary>
    public LookErasureRequest? LooksRequested { get; private set; }

    /// <summary>The periods in force, a line for each kind of case.</summary>
    public IEnumerable<(RetentionKind Kind, int Identity, int File)> Periods => Enum.GetValues<RetentionKind>()
        .Select(kind => (kind, periods.Of(kind, RetentionScope.Identity), periods.Of(kind, RetentionScope.File)));

    public string AgencyOf(RetentionRow row) => names.GetValueOrDefault(row.AgencyId, "—");

    public string NameOf(Guid? user) => user is { } id ? people.GetValueOrDefault(id, "—") : "";

    /// <summary>Whether the user may tick a row: nobody confirms what they asked for.</summary>
    public bool MayTick(RetentionRow row) => State switch
    {
        RetentionState.Proposed => MayRequest,
        RetentionState.Requested => true,
        RetentionState.Erased => false,
    };

    /// <summary>Where a page of the list is, or a form of this one is sent.</summary>
    public string Link(int page, string? handler = null) =>
        Url.Page("/Administration/Retention", handler, new { state = State, agency = Agency, p = page })!;

    public Task OnGetAsync(CancellationToken cancellation) => Read(cancellation);

    public Task<IActionResult> OnPostRequestAsync(CancellationToken cancellation) =>
        Each(id => new RequestErasure(id), done => words["已提出清除 {0} 项，由第二人确认后清除。", done], cancellation);

    public Task<IActionResult> OnPostEraseAsync(CancellationToken cancellation) =>
        Each(id => new EraseRecords(id), done => words["已清除 {0} 项。", done], cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        Each(id => new DeclineErasure(id, Reason), done => words["{0} 项不予清除。", done], cancellation);

    public Task<IActionResult> OnPostRequestLooksAsync(CancellationToken cancellation) =>
        One(new RequestLookErasure(), _ => words["已提出清除查阅记录，由第二人确认后清除。"], cancellation);

    public Task<IActionResult> OnPostDeclineLooksAsync(string? looksReason, CancellationToken cancellation)
    {
        LooksReason = looksReason ?? "";
        return One(new DeclineLookErasure(LooksReason), _ => words["已不予清除查阅记录。"], cancellation, nameof(LooksReason));
    }

    public Task<IActionResult> OnPostEraseLooksAsync([Typed] DateOnly before, CancellationToken cancellation) =>
        One(new EraseLooks(before), lines => words["已清除查阅记录 {0} 条。", lines], cancellation);

    // The reason of the second form on the page is a field of its own.
    private async Task<IActionResult> One<T>(
        ICommand<T> command, Func<T, string> said, CancellationToken cancellation, string? reasonField = null)
    {
        var result = await commands.Send(command);
        Findings = [.. Finding.Of(result.Refusals).Select(finding =>
            finding.Field == nameof(Reason) ? finding with { Field = reasonField } : finding)];
        if (result.Succeeded)
        {
            TempData["Done"] = said(result.Value);
            return LocalRedirect(Link(P));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read(cancellation);
        return Page();
    }

    private async Task<IActionResult> Each(
        Func<Guid, ICommand<Unit>> command, Func<int, string> said, CancellationToken cancellation)
    {
        var reader = new FormReader(await Request.ReadFormAsync(cancellation), words);
        (Ticked, Reason) = (reader.Ids("proposal"), reader.Text("Reason"));
        var (done, refusals) = (new List<Guid>(), new List<Refusal>());
        foreach (var id in Ticked.Distinct())
        {
            var result = await commands.Send(command(id));
            refusals.AddRange(result.Refusals);
            if (result.Succeeded)
            {
                done.Add(id);
            }
        }

        Findings = Ticked.Count > 0 ? Finding.Of(refusals) : [new Finding(null, words["请先勾选。"])];
        if (Findings.Count == 0)
        {
            TempData["Done"] = said(done.Count);
            return LocalRedirect(Link(P));
        }

        Ticked = [.. Ticked.Except(done)];
        Done = done.Count > 0 ? said(done.Count) : null;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read(cancellation);
        return Page();
    }

    private async Task Read(CancellationToken cancellation)
    {
        Agencies = await reading.Agencies(cancellation);
        names = Agencies.ToDictionary(agency => agency.Id, agency => agency.Name);
        people = (await reading.Users(cancellation)).ToDictionary(user => user.Id, user => user.Name);
        (LooksDue, LooksRequested) = (await erasures.Due(cancellation), await erasures.Requested(cancellation));
        State = Enum.IsDefined(State) ? State : RetentionState.Proposed;
        var filter = new RetentionFilter(State, Agency);
        Total = await proposals.Count(filter, cancellation);
        Pages = Pager.Count(Total, PageSize);
        P = Math.Clamp(P, 1, Pages);
        Rows = await proposals.Find(filter, (P - 1) * PageSize, PageSize, cancellation);
    }
}
