using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>系统外办理: what the own agency handled outside of this software in a year, by line and kind of applicant.</summary>
[Authorize(Policies.Reader)]
internal sealed class OutsideModel(
    IAnnualReports reports, Commands commands, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : FormPage(commands)
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>Whether the reader may change the figures, beside seeing them.</summary>
    public bool MayChange => actor.Value.Is(Role.Reviewer | Role.Manager);

    public OutsideFigures Figures { get; private set; } = null!;

    /// <summary>The name of an input.</summary>
    public static string NameOf(string line, ApplicantKind kind) => $"{line}.{StoredNames.Of(kind)}";

    /// <summary>What stands in an input.</summary>
    public string? ValueOf(string line, ApplicantKind kind) =>
        TypedInto("outside") is { } typed ? typed[NameOf(line, kind)].FirstOrDefault()
        : Figures.Recorded(Year, line, kind) is > 0 and var cases ? cases.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var reader = new FormReader(await Request.ReadFormAsync(cancellation), words);
        List<OutsideLine> lines =
        [
            .. from line in ReportLines.Counted
               from kind in Enum.GetValues<ApplicantKind>()
               let cases = reader.OptionalNumber(NameOf(line, kind))
               where cases is not null
               select new OutsideLine(line, kind, cases.Value),
        ];
        foreach (var finding in reader.Findings)
        {
            ModelState.AddModelError(finding.Field ?? "", finding.Text);
        }

        return await Send(
            "outside", new SetOutsideFigures(Year, lines), _ => Done(words["已保存。"], $"/reports/annual?year={Year}"), cancellation);
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        Figures = new OutsideFigures(await reports.Outside(actor.Value.AgencyId, cancellation));
        return Year >= ReportYears.First && Year <= time.Today().Year;
    }
}
