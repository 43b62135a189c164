using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Imports;

/// <summary>A column of the file: its heading, what it says, and what stands in the first rows.</summary>
internal sealed record ReadColumn(int Index, string Heading, LedgerColumn? Means, IReadOnlyList<string> Samples);

/// <summary>A problem with all its rows.</summary>
internal sealed record ProblemLine(bool Blocks, string Column, string Sentence, string Rows);

/// <summary>核对台账: what each column says, a dry run with everything that is wrong by row and column, and the import itself.</summary>
[Authorize(Policies.Importer)]
internal sealed class ImportModel(
    IImports imports, ImportCheck check, ImportProgress progress, IAgencies agencies, IUsers users, Commands commands,
    CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    private const int Samples = 3;
    private const int LongestSample = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Import Import { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>What would be imported; null where the file is gone or cannot be read.</summary>
    public ImportPlan? Plan { get; private set; }

    public IReadOnlyList<ReadColumn> Columns { get; private set; } = [];

    public IReadOnlyList<ProblemLine> Problems { get; private set; } = [];

    public int Errors => Plan?.Problems.Count(problem => problem.Blocks) ?? 0;

    public int Hints => (Plan?.Problems.Count ?? 0) - Errors;

    public FieldSet? Defaults { get; private set; }

    public (int Done, int Total)? Progress => progress.Of(Id);

    /// <summary>Why it was not imported.</summary>
    public string Problem => Import.Problem is { } code && Texts.Codes.Contains(code)
        ? Texts.Say(Texts.CurrentLanguage, code)
        : words["系统出错（{0}），没有导入。可以再次导入；仍不成功的，请联系系统管理员。", Import.Problem ?? ""];

    /// <summary>What a column may say; what no ledger can do without is marked.</summary>
    public static string Say(LedgerColumn meaning) =>
        Texts.Name(meaning, Texts.CurrentLanguage) + (PastCaseReader.Needed.Contains(meaning) ? " *" : "");

    /// <summary>The name of the input for a column.</summary>
    public static string NameOf(int column) => FormattableString.Invariant($"Column[{column}]");

    /// <summary>How far it is, for a page that is open.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken cancellation) =>
        await Find(cancellation) ? Partial("_State", this) : NotFound();

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellation)
    {
        if (!await Find(cancellation))
        {
            return NotFound();
        }

        var reader = new FormReader(await Request.ReadFormAsync(cancellation), words);
        var columns = Request.Form.Keys.Select(Column).OfType<int>().Order()
            .Select(column => (Column: column, Means: reader.OptionalChoice<LedgerColumn>(NameOf(column))))
            .Where(column => column.Means is not null).Select(column => new ColumnMeaning(column.Column, column.Means!.Value)).ToList();
        var (sheet, headingRow) = (reader.OptionalNumber(nameof(ImportLayout.Sheet)) ?? 0, reader.Number(nameof(ImportLayout.HeadingRow)));
        var layout = new ImportLayout(
            sheet, headingRow, columns, reader.OptionalId(nameof(ImportLayout.OfficerId)),
            reader.Choice<ApplicantKind>(nameof(ImportLayout.Kind)), reader.Choice<Channel>(nameof(ImportLayout.Channel)),
            reader.Choice<ServiceWay>(nameof(ImportLayout.Way)));
        foreach (var finding in reader.Findings)
        {
            ModelState.AddModelError(finding.Field ?? "", finding.Text);
        }

        return await Send(
            "read", new ReadLedger(Id, await Proposed(layout, cancellation)), _ => LocalRedirect($"/imports/{Id}"), cancellation);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation) => await Find(cancellation)
        ? await Send("import", new ImportLedger(Id), _ => LocalRedirect($"/imports/{Id}"), cancellation)
        : NotFound();

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation) => await Find(cancellation)
        ? await Send("discard", new DiscardLedger(Id), _ => Done(words["文件已删除，没有导入。"], "/imports"), cancellation)
        : NotFound();

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (!await Find(cancellation))
        {
            return false;
        }

        AgencyName = (await agencies.On(Import.AgencyId, time.Today(), cancellation)).Name;
        if (Import.IsOpen && await imports.Content(Id, cancellation) is { } content)
        {
            var plan = await check.Of(Import, content, cancellation);
            Plan = plan.Succeeded ? plan.Value : null;
            Columns = ColumnsOf(Plan);
            Problems = Lines(Plan);
            Defaults = Form("read", await DefaultFields(cancellation));
        }

        return true;
    }

    // Another sheet, or another row of headings, is read anew.
    private async Task<ImportLayout> Proposed(ImportLayout typed, CancellationToken cancellation)
    {
        if ((typed.Sheet == Import.Layout.Sheet && typed.HeadingRow == Import.Layout.HeadingRow)
            || await imports.Content(Id, cancellation) is not { } content
            || await check.Of(Import with { Layout = typed }, content, cancellation) is not { Succeeded: true } plan
            || plan.Value.Sheets.ElementAtOrDefault(typed.Sheet) is not { } sheet)
        {
            return typed;
        }

        var rows = typed.Sheet == Import.Layout.Sheet ? sheet.Rows.Where(row => row.Number == typed.HeadingRow).Take(1) : sheet.Rows;
        var proposed = ImportLayout.Propose(typed.Sheet, [.. rows], await imports.Remembered(Import.AgencyId, cancellation));
        return typed with { HeadingRow = proposed.HeadingRow, Columns = proposed.Columns };
    }

    private async Task<bool> Find(CancellationToken cancellation)
    {
        if (await imports.Find(Id, cancellation) is not { } import || !import.IsFor(actor.Value))
        {
            return false;
        }

        Import = import;
        return true;
    }

    private static int? Column(string key) =>
        key.StartsWith("Column[", StringComparison.Ordinal) && key.EndsWith(']')
        && int.TryParse(key.AsSpan(7..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null;

    private List<ReadColumn> ColumnsOf(ImportPlan? plan)
    {
        if (plan?.Sheets.ElementAtOrDefault(Import.Layout.Sheet) is not { } sheet)
        {
            return [];
        }

        var heading = sheet.Rows.FirstOrDefault(row => row.Number == Import.Layout.HeadingRow);
        var first = sheet.Rows.Where(row => row.Number > Import.Layout.HeadingRow).Take(Samples).ToList();
        var width = first.Prepend(heading).Max(row => row?.Cells.Count ?? 0);
        return
        [
            .. Enumerable.Range(0, width)
                .Where(column => heading?[column].IsEmpty == false || first.Exists(row => !row[column].IsEmpty))
                .Select(column => new ReadColumn(
                    column, heading?[column].Text ?? "", Import.Layout.Columns.FirstOrDefault(each => each.Column == column)?.Means,
                    [.. first.Select(row => Cut(row[column].Text)).Where(text => text.Length > 0)])),
        ];
    }

    // What is alike is one line with all its rows.
    private List<ProblemLine> Lines(ImportPlan? plan) =>
    [
        .. (plan?.Problems ?? []).GroupBy(problem => (
                problem.Blocks, problem.Column, Sentence: problem.Refusal.Say(Texts.CurrentLanguage)))
            .Select(alike => new ProblemLine(
                alike.Key.Blocks,
                alike.Key.Column is { } column
                    ? $"{ColumnName.Of(column)} {Columns.FirstOrDefault(each => each.Index == column)?.Heading}".Trim()
                    : "",
                alike.Key.Sentence,
                Ranges([.. alike.Select(problem => problem.Row).OfType<int>().Distinct().Order()]))),
    ];

    private static string Ranges(List<int> rows)
    {
        var ranges = new List<(int From, int Until)>();
        foreach (var row in rows)
        {
            if (ranges.Count > 0 && ranges[^1].Until == row - 1)
            {
                ranges[^1] = (ranges[^1].From, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        return string.Join("、", ranges.Select(range => range.From == range.Until ? $"{range.From}" : $"{range.From}–{range.Until}"));
    }

    private async Task<Field[]> DefaultFields(CancellationToken cancellation)
    {
        var language = Texts.CurrentLanguage;
        var officers = (await users.OfAgency(Import.AgencyId, cancellation)).Where(user => user.Roles.HasFlag(Role.Clerk));
        return
        [
            new(nameof(ImportLayout.OfficerId), words["承办人"], FieldKind.Choice)
            {
                Value = Import.Layout.OfficerId?.ToString() ?? "",
                Options = [.. officers.Select(officer => new Option(officer.Id.ToString(), officer.Name))],
                Hint = words["台账没有写明，或者写的不是本机关经办人的，记为此人。"],
            },
            Choice(nameof(ImportLayout.Kind), words["申请人类型"], Import.Layout.Kind),
            Choice(nameof(ImportLayout.Channel), words["申请方式"], Import.Layout.Channel),
            Choice(nameof(ImportLayout.Way), words["送达方式"], Import.Layout.Way),
        ];

        Field Choice<T>(string name, string label, T value)
            where T : struct, Enum => new(name, label, FieldKind.Choice)
            {
                Value = StoredNames.Of(value),
                Options = [.. Enum.GetValues<T>().Select(each => new Option(StoredNames.Of(each), Texts.Name(each, language)))],
            };
    }

    private static string Cut(string text) => new StringInfo(text) is { LengthInTextElements: > LongestSample } elements
        ? elements.SubstringByTextElements(0, LongestSample) + "…"
        : text;
}
