using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>The cases behind a figure: the same rows, by the same rule, of which the figure is the count.</summary>
[Authorize(Policies.Manager)]
internal sealed class CasesModel(
    ICaseQueries queries, IOpenCases openCases, IAgencies agencies, ICaseTexts texts, ManagerScope managerScope, TimeProvider time,
    CalendarsInForce calendars, ICaseLedgerSheets sheets, LookBook looks, IStringLocalizer<Words> words) : PageModel
{
    private const int PageSize = 50;

    private IReadOnlyList<Guid> caseIds = [];

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "Agency")]
    public string? AgencyAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "Officer")]
    public string? OfficerAsked { get; set; }

    /// <summary>Which figure, by its name in <see cref="Figures"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Period Period { get; private set; }

    /// <summary>Why the period shown is not the one asked for, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why nothing is listed, or null.</summary>
    public string? Refused { get; private set; }

    /// <summary>The figure; null where the address names none that there is.</summary>
    public Enum? Shown { get; private set; }

    public Agency? Agency { get; private set; }

    public User? Officer { get; private set; }

    public IReadOnlyList<RateCase> Replies { get; private set; } = [];

    public IReadOnlyList<InquiryCase> Inquiries { get; private set; } = [];

    /// <summary>Doubtful acts with their agency and what was written about them.</summary>
    public IReadOnlyList<(DoubtfulAct Act, string Agency, string? Reason)> Doubts { get; private set; } = [];

    public IReadOnlyList<EndangeredCase> Open { get; private set; } = [];

    /// <summary>All of them, of which a page is shown.</summary>
    public int Count { get; private set; }

    public int Pages => Pager.Count(Count, PageSize);

    public DateOnly Today => time.Today();

    /// <summary>Whether the figure is about what lies open now, whatever the period.</summary>
    public bool IsOfToday => Shown is OpenFigure or AgeBand or Whereabouts;

    /// <summary>Whether each case says why it is in the list.</summary>
    public bool IsOfConcerns => Shown is OpenFigure.Endangered;

    public Urgency UrgencyOf(EndangeredCase endangered) =>
        IsOfConcerns ? endangered.UrgencyOn(Today, calendars, words) : Urgency.Of(endangered.Case, Today, calendars, words);

    /// <summary>Where the ledger of these cases is handed out.</summary>
    public string Ledger => QueryHelpers.AddQueryString(Figures.AddressOf(Shown!, Period, Agency?.Id, Officer?.Id), "handler", "Ledger");

    public string LinkTo(int page) => QueryHelpers.AddQueryString(
        Figures.AddressOf(Shown!, Period, Agency?.Id, Officer?.Id), "P", page.ToString(CultureInfo.InvariantCulture));

    public Task OnGetAsync(CancellationToken cancellation) => Read(cancellation);

    /// <summary>The ledger of the cases behind the figure, all of them.</summary>
    public async Task<IActionResult> OnGetLedgerAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        if (Refused is not null)
        {
            return NotFound();
        }

        var scope = Agency?.Name ?? Texts.Say(Texts.Chinese, "export.district");
        var title = $"{Texts.Name(ExportKind.CaseLedger)} {scope} {Texts.Name(Shown!)} {Period.From.Iso()}—{Period.Until.Iso()}";
        var rows = await queries.LedgerOf(caseIds, cancellation);
        await looks.Record(LookKind.Exported, null, $"{title}.xlsx", cancellation);
        return File(await sheets.ToXlsx(title, rows.ToAsyncEnumerable(), cancellation), MediaTypes.Xlsx, $"{title}.xlsx");
    }

    private async Task Read(CancellationToken cancellation)
    {
        (Period, Problem) = Period.Of(new(From, Until), Today, words);
        Shown = Figures.Find(Figure);
        (Agency, var agencyProblem) = await managerScope.Agency(AgencyAsked, cancellation);
        (Officer, var officerProblem) = await managerScope.Officer(OfficerAsked, cancellation);
        Refused = Shown is null ? words["网址中的“{0}”不是本系统的数字，请从全区概览进入。", Figure!] : agencyProblem ?? officerProblem;
        if (Refused is not null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        switch (Shown)
        {
            case ReplyFigure figure:
                Replies = Page(
                    from row in await queries.RateCases(Period.From, Period.Until, Agency?.Id, cancellation)
                    where row.CountsAs(figure, Period.From, Period.Until) && IsOfOfficer(row.OfficerId)
                    orderby row.ServedOn ?? row.DueOn
                    select row,
                    row => row.CaseId);
                break;
            case InquiryFigure figure:
                Inquiries = Page((await queries.Inquiries(Period.From, Period.Until, Agency?.Id, cancellation))
                    .Where(inquiry => inquiry.CountsAs(figure, Period.From, Period.Until, Today)), inquiry => inquiry.CaseId);
                break;
            case DoubtFigure figure:
                Doubts = await Explained(
                    Page((await queries.DoubtfulActs(Period.From, Period.Until, Agency?.Id, cancellation))
                        .Where(act => act.CountsAs(figure)), act => act.CaseId),
                    cancellation);
                break;
            default:
                var open = (await openCases.Of(Agency?.Id, cancellation)).Where(row => IsOfOfficer(row.OfficerId));
                Open = Page(IsOfConcerns
                    ? EndangeredCase.Of(open, Today, calendars.Snapshot)
                    : open.Where(CountsAsShown).Select(row => new EndangeredCase(row, [])), endangered => endangered.Case.CaseId);
                break;
        }
    }

    private async Task<List<(DoubtfulAct Act, string Agency, string? Reason)>> Explained(
        List<DoubtfulAct> acts, CancellationToken cancellation)
    {
        var names = (await agencies.AllOn(Period.Until, cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        var explained = new List<(DoubtfulAct, string, string?)>();
        foreach (var act in acts)
        {
            var reason = act.Reason is { } written ? await texts.Read(written, cancellation) : null;
            explained.Add((act, names.GetValueOrDefault(act.AgencyId, ""), string.IsNullOrEmpty(reason) ? null : reason));
        }

        return explained;
    }

    private bool IsOfOfficer(Guid officerId) => Officer is null || officerId == Officer.Id;

    private bool CountsAsShown(OpenCase row)
    {
        var calendar = calendars.Of(row.AgencyId);
        return Shown switch
        {
            OpenFigure figure => row.CountsAs(figure, Today, calendar),
            AgeBand band => row.AgeOn(Today, calendar) == band,
            Whereabouts place => row.Whereabouts == place,
            _ => false,
        };
    }

    private List<T> Page<T>(IEnumerable<T> all, Func<T, Guid> caseOf)
    {
        var rows = all.ToList();
        caseIds = [.. rows.Select(caseOf)];
        Count = rows.Count;
        P = Math.Clamp(P, 1, Pages);
        return rows.Slice((P - 1) * PageSize, Math.Min(PageSize, Count - ((P - 1) * PageSize)));
    }
}
