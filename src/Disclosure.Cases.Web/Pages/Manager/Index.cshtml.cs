using Disclosure.Cases.Agencies;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>
/// 全区概览, or one agency of it: rates by period against the year before (docs/domain.md, "Reports"), what lies where and how
/// long, what is late and about to be.
/// </summary>
[Authorize(Policies.Manager)]
internal sealed class IndexModel(
    ICaseQueries queries, IRateSnapshots snapshots, IOpenCases openCases, IAgencies agencies, IBulletins bulletins,
    ManagerScope managerScope, TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    private const int MostConcerns = 12;
    private const int MostOfficers = 12;

    private static readonly AgencyRate Nothing = new(Guid.Empty, "", ReplyFigures.None, 0, InquiryFigures.Sum([]), DoubtFigures.Sum([]));

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "Agency")]
    public string? AgencyAsked { get; set; }

    public Period Period { get; private set; }

    /// <summary>Why the period shown is not the one asked for, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why the district is shown and not the agency asked for, or null.</summary>
    public string? AgencyProblem { get; private set; }

    /// <summary>The agency looked at; null for the district.</summary>
    public Agency? Agency { get; private set; }

    /// <summary>The agencies, the lowest on-time rate first; of one agency that one.</summary>
    public IReadOnlyList<AgencyRate> Rates { get; private set; } = [];

    public AgencyRate Whole { get; private set; } = Nothing;

    /// <summary>The figures of the same days a year earlier, by agency.</summary>
    public IReadOnlyDictionary<Guid, ReplyFigures> Before { get; private set; } = new Dictionary<Guid, ReplyFigures>();

    public ReplyFigures WholeBefore { get; private set; } = ReplyFigures.None;

    public Trend Trend { get; private set; } = null!;

    public IReadOnlyList<OpenCase> Open { get; private set; } = [];

    /// <summary>What is late or about to be, what the law would punish first on top.</summary>
    public IReadOnlyList<EndangeredCase> Concerns { get; private set; } = [];

    public IReadOnlyList<OfficerLoad> Officers { get; private set; } = [];

    /// <summary>The interviews (约谈) of the agency looked at, each with the bulletin that proposed it, the last one first.</summary>
    public IReadOnlyList<(Bulletin Bulletin, Interview Interview)> Interviews { get; private set; } = [];

    public DateOnly Today => time.Today();

    public IEnumerable<EndangeredCase> FirstConcerns => Concerns.Take(MostConcerns);

    /// <summary>Of an agency everybody; of the district those who have most that is late.</summary>
    public IEnumerable<OfficerLoad> FirstOfficers => Agency is null ? Officers.Take(MostOfficers) : Officers;

    public int OpenAs(OpenFigure figure) => Open.Count(row => row.CountsAs(figure, Today, calendars.Of(row.AgencyId)));

    public Urgency UrgencyOf(EndangeredCase endangered) => endangered.UrgencyOn(Today, calendars, words);

    /// <summary>Each age with its cases.</summary>
    public CountsView Ages => CountsOf(words["案龄"], words["收到以来的工作日；今天在办"], row => row.AgeOn(Today, calendars.Of(row.AgencyId)));

    /// <summary>Each place with its cases.</summary>
    public CountsView Places => CountsOf(words["办理环节"], words["每件只计一处；今天在办"], row => row.Whereabouts);

    /// <summary>Where the ledger of the period and the agency is asked for.</summary>
    public string LedgerExport =>
        Url.Page("/Exports/Index", new { From = Period.From.Iso(), Until = Period.Until.Iso(), Agency = Agency?.Id })!;

    /// <summary>The cases behind a figure of what is looked at.</summary>
    public string Cases(Enum figure) => Cases(figure, Agency?.Id);

    /// <summary>The cases behind a figure.</summary>
    public string Cases(Enum figure, Guid? agency, Guid? officer = null) => Figures.AddressOf(figure, Period, agency, officer);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Period, Problem) = Period.Of(new(From, Until, Year, Quarter, Month), Today, words);
        (Agency, AgencyProblem) = await managerScope.Agency(AgencyAsked, cancellation);
        var (before, year) = (Period.YearBefore(Today), Period.From.Year);
        var replies = await Replies([Period, before, Trend.DaysOf(year)], cancellation);
        Open = await openCases.Of(Agency?.Id, cancellation);
        var seen = Agency is null ? await agencies.AllOn(Period.Until, cancellation) : [Agency];
        var inquiries = await queries.Inquiries(Period.From, Period.Until, Agency?.Id, cancellation);
        var doubts = await queries.DoubtfulActs(Period.From, Period.Until, Agency?.Id, cancellation);
        Rates = [.. AgencyRate
            .Of(seen, replies, inquiries, doubts, Open.CountBy(row => row.AgencyId).ToDictionary(), Period.From, Period.Until, Today)
            .OrderBy(rate => rate.Replies.OnTimeRate ?? double.MaxValue)];
        Whole = Nothing with
        {
            Replies = ReplyFigures.Sum([.. Rates.Select(rate => rate.Replies)]),
            Open = Rates.Sum(rate => rate.Open),
            Inquiries = InquiryFigures.Sum([.. Rates.Select(rate => rate.Inquiries)]),
            Doubts = DoubtFigures.Sum([.. Rates.Select(rate => rate.Doubts)]),
        };
        Before = replies.GroupBy(row => row.AgencyId)
            .ToDictionary(rows => rows.Key, rows => ReplyFigures.Of(rows, before.From, before.Until));
        WholeBefore = ReplyFigures.Sum([.. Before.Values]);
        Trend = Trend.Of(
            year, replies, await snapshots.Of(new DateOnly(year, 1, 1), new DateOnly(year, 12, 1), Agency?.Id, cancellation), Agency?.Id);
        Concerns = EndangeredCase.Of(Open, Today, calendars.Snapshot);
        Interviews = Agency is null ? [] : await InterviewsOf(Agency.Id, cancellation);
        Officers = OfficerLoad.Of(Open, replies, Period.From, Period.Until, Today, calendars.Snapshot);
    }

    private async Task<IReadOnlyList<(Bulletin Bulletin, Interview Interview)>> InterviewsOf(Guid agencyId, CancellationToken cancellation)
    {
        var entries = (await bulletins.InterviewsOf(agencyId, cancellation)).ToLookup(entry => entry.BulletinId);
        return entries.Count == 0 ? [] :
        [
            .. from bulletin in await bulletins.Issued(cancellation)
               where entries.Contains(bulletin.Id)
               select (bulletin, new Interview([.. entries[bulletin.Id]])),
        ];
    }

    // Read once for all that is shown: from the first day of any of the periods to the last.
    private Task<IReadOnlyList<RateCase>> Replies(IReadOnlyList<Period> periods, CancellationToken cancellation) =>
        queries.RateCases(periods.Min(period => period.From), periods.Max(period => period.Until), Agency?.Id, cancellation);

    private CountsView CountsOf<TFigure>(string title, string note, Func<OpenCase, TFigure> place)
        where TFigure : struct, Enum
    {
        var counts = Open.CountBy(place).ToDictionary();
        return new(title, note, [.. Enum.GetValues<TFigure>().Select(figure => new CountLine(
            Texts.Name(figure, Texts.CurrentLanguage), counts.GetValueOrDefault(figure), Cases(figure)))]);
    }
}

/// <summary>How many open cases fall under each of several heads; together they are all.</summary>
internal sealed record CountsView(string Title, string Note, IReadOnlyList<CountLine> Lines);

/// <summary>A head, its cases, and where they are listed.</summary>
internal sealed record CountLine(string Label, int Count, string Link);
