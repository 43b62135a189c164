using Disclosure.Cases.Agencies;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>工作台: the cases by urgency; a manager sees the district's, everybody else the own agency's.</summary>
[Authorize(Policies.Reader)]
internal sealed class QueueModel(
    ICaseQueries queries, IQueueCounts counts, ISavedFilters filters, IAgencies agencies, IUsers users, Commands commands,
    CurrentActor actor, TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The field with the name of a filter.</summary>
    public const string FilterName = nameof(SaveFilter.Name);

    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Whether all cases of the page come ticked, for whoever has no script.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ticked { get; set; }

    public QueueChoice Choice { get; private set; } = new();

    public QueuePage Cases { get; private set; } = new([], 0);

    public QueueFacets Facets { get; private set; } = null!;

    /// <summary>The reader's own filters.</summary>
    public IReadOnlyList<SavedFilter> Saved { get; private set; } = [];

    /// <summary>The saved filter that is shown now, or null.</summary>
    public SavedFilter? Current { get; private set; }

    /// <summary>The letters of these cases that are issued and not yet served; none for those who send no letters.</summary>
    public int Unserved { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was typed as a filter's name.</summary>
    public string? TypedName { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public string? AgencyName { get; private set; }

    public string? OfficerName { get; private set; }

    public DateOnly Today => time.Today();

    public bool SeesDistrict => actor.Value.Is(Role.Manager) && !Works;

    public bool Registers => actor.Value.Is(Role.Clerk);

    /// <summary>Whether the reader works on cases: only who may reassign and print them has anything to tick.</summary>
    public bool Works => actor.Value.Is(Role.Clerk | Role.Reviewer);

    public int Pages => Pager.Count(Cases.Total, PageSize);

    public string Title => Choice.Group switch
    {
        QueueChoice.Open when SeesDistrict => words["全区案卷"],
        QueueChoice.Open => words["今天要办的"],
        _ => words["全部案卷"],
    };

    public Urgency UrgencyOf(QueueRow row) => Urgency.Of(row, Today, calendars, words);

    public string NextOf(QueueRow row) => NextStep.Of(row, Today, calendars, words);

    public Task OnGetAsync(CancellationToken cancellation) => Show(cancellation);

    /// <summary>The list alone, for a page that is open.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellation)
    {
        await Show(cancellation);
        return Partial("_Queue", this);
    }

    public async Task<IActionResult> OnPostSaveAsync([Typed] string name, CancellationToken cancellation)
    {
        await Show(cancellation);
        return Answer((await commands.Send(new SaveFilter(name, Choice.Address))).Refusals, words["已保存筛选“{0}”。", name], name);
    }

    public async Task<IActionResult> OnPostRenameAsync([FromForm] Guid filter, [Typed] string name, CancellationToken cancellation)
    {
        await Show(cancellation);
        return Answer((await commands.Send(new RenameFilter(filter, name))).Refusals, words["已改名为“{0}”。", name], name);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm] Guid filter, CancellationToken cancellation)
    {
        await Show(cancellation);
        return Answer((await commands.Send(new DeleteFilter(filter))).Refusals, words["已删除筛选。"]);
    }

    private IActionResult Answer(IReadOnlyList<Refusal> refusals, string done, string? typed = null)
    {
        if (refusals.Count == 0)
        {
            TempData["Done"] = done;
            return LocalRedirect(Choice.Link());
        }

        (Findings, TypedName, Response.StatusCode) = (Finding.Of(refusals), typed, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task Show(CancellationToken cancellation)
    {
        Choice = QueueChoice.Read(Request.Query);
        var agency = SeesDistrict ? Choice.Agency : actor.Value.AgencyId;
        Choice = Choice with { Agency = SeesDistrict ? agency : null, Officer = agency is null ? null : Choice.Officer };
        var calendar = calendars.Snapshot.Of(agency);
        if (SeesDistrict)
        {
            Agencies = await agencies.AllOn(Today, cancellation);
            AgencyName = Agencies.FirstOrDefault(known => known.Id == Choice.Agency)?.Name;
        }

        var tallies = await counts.Open(agency, Choice.Q, QueueChoice.Days(Today, calendar), cancellation);
        Facets = new QueueFacets(
            Choice, actor.Value.Id, tallies,
            await counts.WithOpenInquiry(agency, Choice.Mine ? actor.Value.Id : Choice.Officer, cancellation), words);
        OfficerName = Choice.Officer is not { } officer
            ? null
            : tallies.FirstOrDefault(tally => tally.OfficerId == officer)?.OfficerName ?? (await users.Find(officer, cancellation))?.Name;
        Cases = await queries.Queue(
            Choice.Filter(agency, actor.Value, Today, calendar) with { Page = Math.Clamp(P, 1, 100_000), PageSize = PageSize },
            cancellation);
        Saved = await filters.Of(actor.Value.Id, cancellation);
        Current = Saved.FirstOrDefault(filter => filter.Query == Choice.Address);
        if (Works)
        {
            Unserved = await counts.AwaitingService(Choice.FilterOfLetters(actor.Value, Today, calendar), cancellation);
        }

        ViewData["Find"] = Choice with { Q = null };
    }
}
