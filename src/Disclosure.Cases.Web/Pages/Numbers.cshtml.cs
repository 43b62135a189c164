using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>
/// 编号台账: every number given, voided ones included; managers and administrators choose the agency. An administrator
/// sets the opening number of a series that has not begun.
/// </summary>
[Authorize(Policies.Numbers)]
internal sealed class NumbersModel(
    Commands commands, ICaseQueries queries, IAgencies agencies, IReplyTemplates templates, INumberLedgerSheets sheets, LookBook looks,
    CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    private const int PageSize = 50;
    private const int Longest = 60;

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public SeriesKind Series { get; set; } = SeriesKind.Decision;

    /// <summary>Parts of number, title, request or register number, between blanks, all of which must be there; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>What was found, latest first.</summary>
    public IReadOnlyList<NumberLine> Lines { get; private set; } = [];

    /// <summary>The page of <see cref="Lines"/> that is shown.</summary>
    public IEnumerable<NumberLine> Shown => Lines.Skip((P - 1) * PageSize).Take(PageSize);

    public int Pages => Pager.Count(Lines.Count, PageSize);

    /// <summary>The number with which the series begins.</summary>
    public int First { get; private set; } = 1;

    /// <summary>Whether no number of the series was given yet.</summary>
    public bool IsUnused { get; private set; }

    /// <summary>
    /// Whether the reader may open the cases and sees what they are about: an administrator as such may not, nor one who works on those of
    /// another agency.
    /// </summary>
    public bool ReadsCases => actor.Value.Is(Role.Clerk | Role.Reviewer | Role.Manager) && actor.Value.Sees(Agency!.Value);

    /// <summary>The form for the opening number; null where there is none to set.</summary>
    public FieldSet? Opening => actor.Value.Is(Role.SystemAdministrator) && IsUnused && Year >= time.Today().Year
        ? Form("opening", new Field(
            nameof(OpenNumberSeries.FirstOrdinal),
            words["起始号"],
            FieldKind.Number) { Hint = words["年度中途启用本系统时，从这个号起连续编号；只能在该序列取第一个号之前设置。"] })
        : null;

    public async Task<IActionResult> OnPostAsync([Typed] int firstOrdinal, CancellationToken cancellation)
    {
        await Read(cancellation);
        return await Send(
            "opening",
            new OpenNumberSeries(Agency!.Value, Series, Year, firstOrdinal),
            _ => Done(words["起始号已设置。"], Url.Page("/Numbers", new { Agency, Year, Series })!),
            cancellation);
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var today = time.Today();
        Year = Year is >= 2008 and <= 2199 ? Year : today.Year;
        var known = await agencies.AllOn(today, cancellation);
        Agencies = actor.Value.Is(Role.Manager | Role.SystemAdministrator)
            ? known
            : [.. known.Where(agency => agency.Id == actor.Value.AgencyId)];
        Agency = Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id ?? actor.Value.AgencyId;
        Series = Enum.IsDefined(Series) ? Series : SeriesKind.Decision;
        var rows = await queries.NumberLedger(Agency.Value, Year, Series, cancellation);
        (IsUnused, First) = (rows.Count == 0, await queries.OpeningNumber(Agency.Value, Year, Series, cancellation) ?? 1);
        var parts = (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ComparedText.Of).ToList();
        Lines = [.. rows.Select(row => ReadsCases ? row : row with { Applicant = "", Requested = "" })
            .Select(row => new NumberLine(row, TitleOf(row))).Where(line => IsFound(line, parts))];
        P = Math.Clamp(P, 1, Pages);
        return true;
    }

    /// <summary>The address of this list on another page, or as a file.</summary>
    public string Address(int page, string? file = null) =>
        Url.Page("/Numbers", file, new { Agency, Year, Series, Q, P = page > 1 ? page : (int?)null })!;

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        var title = await Taken("xlsx", cancellation);
        return File(await sheets.ToXlsx(title, Lines, cancellation), MediaTypes.Xlsx, $"{title}.xlsx");
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        return File(sheets.ToCsv(Lines), MediaTypes.Csv, $"{await Taken("csv", cancellation)}.csv");
    }

    // What is taken along is on record, masked as the names are.
    private async Task<string> Taken(string extension, CancellationToken cancellation)
    {
        var title = $"编号台账 {Agencies.First(agency => agency.Id == Agency).Name} {Year} {Texts.Name(Series)}";
        await looks.Record(LookKind.Exported, null, $"{title}.{extension}", cancellation);
        return title;
    }

    private string TitleOf(NumberRow row)
    {
        var title = row.Template is { } template ? templates.TitleOf(template, row.Sections) : row.Requested;
        var elements = new StringInfo(title);
        return elements.LengthInTextElements > Longest ? elements.SubstringByTextElements(0, Longest) + "…" : title;
    }

    // Each part in one of them: what is compared has no blanks, so that one after the other they would run into each other.
    private static bool IsFound(NumberLine line, List<string> parts)
    {
        string?[] fields = [line.Row.Number, line.Row.RegisterNumber, line.Title, line.Row.Requested, line.Row.VoidReason];
        var compared = fields.Select(ComparedText.Of).ToList();
        return parts.TrueForAll(part => compared.Exists(field => field.Contains(part, StringComparison.Ordinal)));
    }
}
