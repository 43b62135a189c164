using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>
/// 年度报告: the tables of a year with a way to the cases behind each figure, the text, and what was handed in. An office sees its
/// own, managers the district's and every agency's.
/// </summary>
[Authorize(Policies.Reader)]
internal sealed class AnnualModel(
    IAnnualReports reports, IAgencies agencies, IAnnualReportFiles files, Commands commands, CurrentActor actor,
    TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    /// <summary>The year of the report; the one that is due next where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Whose report: an agency; for managers the district's where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    /// <summary>A version that was handed in, in the place of the figures of today.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    // Whose report it is as its files say, which are in Chinese whoever asks for them.
    private string inChinese = "";

    public int Shown { get; private set; }

    public AnnualFigures Figures { get; private set; } = null!;

    public IReadOnlyDictionary<ReportChapter, string> Chapters { get; private set; } = new Dictionary<ReportChapter, string>();

    public string Scope { get; private set; } = "";

    /// <summary>The agencies that a manager can choose.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The versions of this report, the last one first, each with how many figures differ today.</summary>
    public IReadOnlyList<(HandedInReport Report, int Differences)> Versions { get; private set; } = [];

    /// <summary>The version that is shown; null for the figures of today.</summary>
    public HandedInReport? Frozen { get; private set; }

    /// <summary>What differs today from the version that is shown.</summary>
    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    public IReadOnlyList<FailedIdentity> Failed { get; private set; } = [];

    /// <summary>In the district's report: the last version of each agency, null where there is none.</summary>
    public IReadOnlyList<(Agency Agency, HandedInReport? Last)> Overview { get; private set; } = [];

    public FieldSet Text { get; private set; } = null!;

    public bool IsManager => actor.Value.Is(Role.Manager);

    public bool IsOwn => Agency is null ? IsManager : Agency == actor.Value.AgencyId;

    /// <summary>Whether the reader may write the text now.</summary>
    public bool MayWrite => IsOwn && Frozen is null;

    /// <summary>Whether the reader may hand the report in now.</summary>
    public bool MayHandIn => MayWrite && Shown < time.Today().Year && actor.Value.Is(Role.Reviewer | Role.Manager);

    public DateOnly DueOn => ReportYears.DueOn(Shown);

    public bool IsLate => time.Today() > DueOn;

    /// <summary>The address of this page for another year, agency or version.</summary>
    public static string Address(int year, Guid? agency, int? version = null, string? file = null) =>
        "/reports/annual" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["agency"] = agency?.ToString(),
            ["version"] = version?.ToString(CultureInfo.InvariantCulture),
            ["handler"] = file,
        }.Where(each => each.Value is not null));

    /// <summary>Where a figure opens to its cases; null where it has none to open.</summary>
    public string? CasesOf(GridCell cell) => Frozen is not null || cell.Value is null or 0 || cell.Figure is null ? null
        : "/reports/annual/cases" + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["year"] = Shown.ToString(CultureInfo.InvariantCulture), ["agency"] = Agency?.ToString(), ["figure"] = cell.Figure,
            }.Where(each => each.Value is not null));

    public Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellation) => Hand(
        title => files.ToXlsx(title, Figures), "xlsx", MediaTypes.Xlsx, cancellation);

    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation) =>
        Hand(_ => files.ToCsv(Figures), "csv", MediaTypes.Csv, cancellation);

    public Task<IActionResult> OnGetDocxAsync(CancellationToken cancellation) => Hand(
        title => files.ToDocx(title, inChinese, Shown, Figures, Chapters), "docx", IssuedLetters.Docx, cancellation);

    public async Task<IActionResult> OnPostTextAsync(
        [Typed] string? overview, [Typed] string? proactiveDisclosure, [Typed] string? problems, [Typed] string? otherMatters,
        CancellationToken cancellation)
    {
        if (!await Find(cancellation) || !IsOwn)
        {
            return NotFound();
        }

        var chapters = new Dictionary<ReportChapter, string>
        {
            [ReportChapter.Overview] = overview ?? "",
            [ReportChapter.ProactiveDisclosure] = proactiveDisclosure ?? "",
            [ReportChapter.Problems] = problems ?? "",
            [ReportChapter.OtherMatters] = otherMatters ?? "",
        };
        return await Send(
            "text", new WriteChapters(Shown, Agency is null, chapters), _ => Done(words["已保存。"], Address(Shown, Agency)),
            cancellation);
    }

    public async Task<IActionResult> OnPostHandInAsync([Typed] string seen, CancellationToken cancellation)
    {
        if (!await Find(cancellation) || !IsOwn)
        {
            return NotFound();
        }

        return await Send(
            "handIn", new HandInReport(Shown, Agency is null, seen),
            version => Done(words["已上报第 {0} 版。", version], Address(Shown, Agency)), cancellation);
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (!await Find(cancellation))
        {
            return false;
        }

        var reported = await reports.Read(Shown, Agency, cancellation);
        var today = AnnualFigures.Of(Shown, reported);
        var handedIn = await reports.HandedIn(Shown, cancellation);
        Versions = [.. handedIn.Where(each => each.AgencyId == Agency).Select(each => (each, each.Figures.DifferencesFrom(today).Count))];
        Frozen = Version is { } asked ? Versions.Select(each => each.Report).FirstOrDefault(each => each.Version == asked) : null;
        if (Version is not null && Frozen is null)
        {
            return false;
        }

        (Figures, Differences) = Frozen is null ? (today, []) : (Frozen.Figures, Frozen.Figures.DifferencesFrom(today));
        Chapters = Frozen?.Chapters ?? await reports.Chapters(Shown, Agency, cancellation);
        Failed = Frozen is null
            ? today.FailedIdentities(Shown > ReportYears.First
                ? AnnualFigures.Of(Shown - 1, await reports.Read(Shown - 1, Agency, cancellation))
                : null)
            : [];
        Overview = Agency is null
            ? [.. Agencies.Select(agency => (agency, handedIn.FirstOrDefault(each => each.AgencyId == agency.Id)))]
            : [];
        Text = Form("text", [.. Enum.GetValues<ReportChapter>().Select(chapter =>
            new Field(StoredNames.Of(chapter), Texts.Name(chapter, Texts.CurrentLanguage), FieldKind.Paragraphs)
            {
                Optional = true, Value = Chapters.GetValueOrDefault(chapter),
            })]);
        return true;
    }

    // The year and the agency, as far as the reader may see them.
    private async Task<bool> Find(CancellationToken cancellation)
    {
        var today = time.Today();
        Shown = Year ?? ReportYears.Current(today);
        if (Shown < ReportYears.First || Shown > today.Year)
        {
            return false;
        }

        var known = await agencies.AllOn(new DateOnly(Shown, 12, 31), cancellation);
        Agencies = IsManager ? known : [];
        Agency = IsManager ? Agency : actor.Value.AgencyId;
        var agency = known.FirstOrDefault(each => each.Id == Agency);
        (Scope, inChinese) = (agency?.Name ?? words["全区"].Value, agency?.Name ?? Texts.Say(Texts.Chinese, "export.district"));
        return Agency is null || agency is not null;
    }

    private async Task<IActionResult> Hand(
        Func<string, byte[]> make, string extension, string type, CancellationToken cancellation)
    {
        if (!await Read(cancellation))
        {
            return NotFound();
        }

        var title = $"{inChinese}{Shown}年政府信息公开工作年度报告";
        return File(make(title), type, $"{title}.{extension}");
    }
}
