using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Importing;

/// <summary>How a file of past cases is to be read.</summary>
/// <param name="Sheet">Which of the sheets that can be seen, from 0.</param>
/// <param name="HeadingRow">The row of the headings, from 1; of two rows the lower one.</param>
/// <param name="Columns">What each column says; one that is left out is not read.</param>
/// <param name="OfficerId">The officer of the cases whose officer nobody knows here.</param>
/// <param name="Kind">The applicants' kind where the file says none.</param>
/// <param name="Channel">How the applications came in where the file does not say.</param>
/// <param name="Way">How the letters were served where the file does not say.</param>
public sealed record ImportLayout(
    [StoredName("Sheet")] int Sheet,
    [StoredName("HeadingRow")] int HeadingRow,
    [StoredName("Columns")] IReadOnlyList<ColumnMeaning> Columns,
    [StoredName("OfficerId")] Guid? OfficerId,
    [StoredName("Kind")] ApplicantKind Kind = ApplicantKind.NaturalPerson,
    [StoredName("Channel")] Channel Channel = Channel.SignedPost,
    [StoredName("Way")] ServiceWay Way = ServiceWay.Post)
{
    private const int MostRowsAbove = 15;

    /// <summary>The column that says something, from 0; null where none does.</summary>
    public int? ColumnOf(LedgerColumn meaning) => Columns.FirstOrDefault(column => column.Means == meaning)?.Column;

    /// <summary>The sheets that can be chosen: those that can be seen and hold something.</summary>
    public static IReadOnlyList<ImportedSheet> Choices(IEnumerable<ImportedSheet> sheets) =>
        [.. sheets.Where(sheet => !sheet.IsHidden && sheet.Rows.Count > 0)];

    /// <summary>
    /// How a sheet is likely to be read: the headings stand in the row in which most is known, and mean what the agency said they mean
    /// the last time.
    /// </summary>
    /// <param name="sheet">Which sheet, from 0.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="remembered">What headings meant before, as they are compared.</param>
    public static ImportLayout Propose(
        int sheet, IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<string, LedgerColumn?> remembered)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var heading = rows.Take(MostRowsAbove).MaxBy(row => Meanings(row, remembered).Count) ?? new SheetRow(1, false, []);

        // Headings of two rows: what is not divided is merged, and stands in both.
        if (rows.FirstOrDefault(row => row.Number == heading.Number + 1) is { } below
            && Enumerable.Range(0, heading.Cells.Count).Any(at => !heading[at].IsEmpty && heading[at] == below[at]))
        {
            heading = below;
        }

        return new ImportLayout(sheet, heading.Number, Meanings(heading, remembered), null);
    }

    private static List<ColumnMeaning> Meanings(SheetRow row, IReadOnlyDictionary<string, LedgerColumn?> remembered)
    {
        var meanings = new List<ColumnMeaning>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var heading = row[column].Text;
            var means = remembered.TryGetValue(LedgerHeadings.Compared(heading), out var known) ? known : LedgerHeadings.Find(heading);
            if (means is { } meaning && meanings.TrueForAll(other => other.Means != meaning))
            {
                meanings.Add(new ColumnMeaning(column, meaning));
            }
        }

        return meanings;
    }
}

/// <summary>What a column says.</summary>
/// <param name="Column">The column, from 0.</param>
public sealed record ColumnMeaning([StoredName("Column")] int Column, [StoredName("Means")] LedgerColumn Means);
