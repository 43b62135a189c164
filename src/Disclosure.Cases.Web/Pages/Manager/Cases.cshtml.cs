using Disclosure.Cases.Messaging;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>The cases behind a figure of the overview.</summary>
[Authorize(Policies.Manager)]
internal sealed class CasesModel(ICaseQueries queries, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    /// <summary>served, onTime, late, unserved, or all; of inquiries: inquiries, inquiriesInTime, inquiriesOverdue.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    public Period Period { get; private set; }

    /// <summary>Why the period shown is not the one asked for, or null.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<RateCase> Rows { get; private set; } = [];

    public IReadOnlyList<InquiryCase> Inquiries { get; private set; } = [];

    public int Count => Rows.Count + Inquiries.Count;

    public DateOnly Today => time.Today();

    public async Task OnGetAsync()
    {
        (Period, Problem) = Period.Of(new(From, Until), Today, words);
        if (FigureOfInquiries is { } figure)
        {
            Inquiries = [.. (await queries.Inquiries(Period.From, Period.Until, Agency)).Where(inquiry => inquiry.CountsAs(figure, Period.From, Period.Until, Today))];
            return;
        }

        var all = await queries.RateCases(Period.From, Period.Until, Agency);
        Rows = [.. all.Where(Belongs).OrderBy(row => row.ServedOn ?? row.DueOn)];
    }

    private InquiryFigure? FigureOfInquiries => Figure switch
    {
        "inquiries" => InquiryFigure.Opened,
        "inquiriesInTime" => InquiryFigure.AnsweredInTime,
        "inquiriesOverdue" => InquiryFigure.Overdue,
        _ => null,
    };

    // Served in the period; or not served by its end, though due in it.
    private bool Belongs(RateCase row)
    {
        var served = row.ServedOn is { } on && on >= Period.From && on <= Period.Until;
        return Figure switch
        {
            "served" => served,
            "onTime" => served && row.OnTime,
            "late" => served && !row.OnTime,
            "unserved" => row.ServedOn is null || row.ServedOn > Period.Until,
            _ => true,
        };
    }
}
