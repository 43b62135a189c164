using System.Globalization;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>全区概览: on-time reply rates by agency and period (DOMAIN section 7), what is late and what is about to be.</summary>
[Authorize(Policies.Manager)]
internal sealed class IndexModel(ICaseQueries queries, TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    private const int MostConcerns = 12;

    // Binary fractions: 0.972 × 1000 is a hair below 972.
    private const double Rounding = 1e-9;

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

    public Period Period { get; private set; }

    /// <summary>Why the period shown is not the one asked for, or null.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<AgencyRate> Rates { get; private set; } = [];

    public AgencyRate Whole { get; private set; } = Sum([]);

    public AgencyRate Before { get; private set; } = Sum([]);

    public QueuePage Late { get; private set; } = new([], 0);

    public QueuePage Soon { get; private set; } = new([], 0);

    public DateOnly Today => time.Today();

    public IEnumerable<QueueRow> Concerns => Late.Rows.Concat(Soon.Rows.Where(row => row.ReplyDueOn >= Today)).Take(MostConcerns);

    public int SoonCount => Math.Max(0, Soon.Total - Late.Total);

    public Urgency UrgencyOf(QueueRow row) => Urgency.Of(row, Today, calendars, words);

    /// <summary>A rate with one decimal, or a dash where nothing was owed; never rounded up to a whole that it is not.</summary>
    public static string Percent(double? rate) =>
        rate is { } known ? (Math.Floor((known * 1000) + Rounding) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";

    public string? Change(double? now, double? before) => now is { } here && before is { } then
        ? words["较上年同期 {0}", ((here - then) * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)].Value
        : null;

    /// <summary>The cases behind a figure.</summary>
    public string Cases(string figure, Guid? agency) =>
        Url.Page("/Manager/Cases", new { From = Period.From.Iso(), Until = Period.Until.Iso(), Figure = figure, Agency = agency })!;

    public async Task OnGetAsync()
    {
        (Period, Problem) = Period.Of(new(From, Until, Year, Quarter, Month), Today, words);
        Rates = await queries.OnTimeRates(Period.From, Period.Until);
        Whole = Sum(Rates);
        Before = Sum(await queries.OnTimeRates(Period.YearBefore.From, Period.YearBefore.Until));
        Late = await queries.Queue(new QueueFilter(null, DueUntil: Today.AddDays(-1), PageSize: MostConcerns));
        Soon = await queries.Queue(new QueueFilter(null, DueUntil: calendars.District.AddWorkingDays(Today, Endangerment.From), PageSize: 200));
    }

    private static AgencyRate Sum(IReadOnlyList<AgencyRate> rates) => new(
        Guid.Empty,
        "",
        rates.Sum(rate => rate.Served),
        rates.Sum(rate => rate.ServedOnTime),
        rates.Sum(rate => rate.DueUnserved),
        rates.Sum(rate => rate.DueOrServed),
        rates.Sum(rate => rate.ServedByEnd),
        rates.Sum(rate => rate.Open),
        InquiryFigures.Sum([.. rates.Select(rate => rate.Inquiries)]));
}
