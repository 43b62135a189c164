using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Cases.Importing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The cells of a workbook as people see them: shared texts, days, what formulas came to, merged cells.</summary>
internal sealed partial class WorkbookCells
{
    // What a number keeps for certain: of an identity number the rest is gone.
    private const int CertainDigits = 15;

    // Merged cells do not overlap: as many rows as this have none in any sheet that can be read.
    private const int MostMergedRows = 20 * ISheetReader.MostRows;

    private const int DaysBetweenEras = 1462;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly WorkbookPart workbook;
    private readonly IReadOnlyList<string> texts;
    private readonly HashSet<uint> dayStyles;
    private readonly bool countsFrom1904;

    public WorkbookCells(WorkbookPart workbook)
    {
        this.workbook = workbook;
        texts = [.. workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf) ?? []];
        dayStyles = DayStyles(workbook.WorkbookStylesPart?.Stylesheet);
        countsFrom1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true;
    }

    public IEnumerable<ImportedSheet> Sheets(int mostColumns)
    {
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            if (workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart part)
            {
                yield return new ImportedSheet(
                    sheet.Name?.Value ?? "", sheet.State is { } state && state.Value != SheetStateValues.Visible, Rows(part, mostColumns));
            }
        }
    }

    private List<SheetRow> Rows(WorksheetPart part, int mostColumns)
    {
        var read = new List<(int Number, bool IsHidden, SheetCell[] Cells)>();
        var merged = new List<(int Top, int Left, int Bottom, int Right)>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read() && read.Count <= ISheetReader.MostRows)
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                read.Add(((int)(row.RowIndex?.Value ?? (uint)(read.Count == 0 ? 1 : read[^1].Number + 1)),
                    row.Hidden?.Value == true, Cells(row, mostColumns)));
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement)
            {
                merged.Add(Area(((MergeCell)reader.LoadCurrentElement()!).Reference!.Value!));
            }
        }

        FillMerged(read.DistinctBy(row => row.Number).ToDictionary(row => row.Number, row => row.Cells), merged);
        var rows = new List<SheetRow>();
        foreach (var (number, isHidden, cells) in read.OrderBy(row => row.Number))
        {
            SheetReader.Add(rows, new SheetRow(number, isHidden, cells));
        }

        return rows;
    }

    private static void FillMerged(
        Dictionary<int, SheetCell[]> rows, IReadOnlyList<(int Top, int Left, int Bottom, int Right)> merged)
    {
        var last = rows.Keys.DefaultIfEmpty(0).Max();
        if (merged.Sum(area => (long)Math.Max(0, Math.Min(area.Bottom, last) - area.Top + 1)) > MostMergedRows)
        {
            throw new InvalidDataException("Merged cells lie over one another.");
        }

        foreach (var (top, left, bottom, right) in merged)
        {
            var first = rows.TryGetValue(top, out var of) && left < of.Length ? of[left] : new SheetCell("");
            for (var number = top; number <= Math.Min(bottom, last); number++)
            {
                var cells = rows.GetValueOrDefault(number) ?? [];
                for (var column = left; column <= right && column < cells.Length; column++)
                {
                    cells[column] = first;
                }
            }
        }
    }

    private SheetCell[] Cells(Row row, int mostColumns)
    {
        var cells = new List<SheetCell>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= mostColumns)
            {
                break;
            }

            while (cells.Count <= column)
            {
                cells.Add(new SheetCell(""));
            }

            cells[column] = Read(cell);
        }

        return [.. cells];
    }

    private SheetCell Read(Cell cell)
    {
        var value = cell.CellValue?.Text;
        if (cell.CellFormula is not null && string.IsNullOrEmpty(value))
        {
            return new SheetCell("", Fault: "sheet.formulaWithoutValue");
        }

        var kind = cell.DataType?.Value ?? CellValues.Number;
        if (kind == CellValues.Error)
        {
            return new SheetCell(value ?? "", Fault: "sheet.formulaFailed");
        }

        if (kind == CellValues.InlineString)
        {
            return new SheetCell(SheetReader.Plain(cell.InlineString is { } inline ? TextOf(inline) : ""));
        }

        if (string.IsNullOrEmpty(value))
        {
            return new SheetCell("");
        }

        return kind == CellValues.SharedString ? new SheetCell(texts[int.Parse(value, CultureInfo.InvariantCulture)])
            : kind == CellValues.String ? new SheetCell(SheetReader.Plain(value))
            : kind == CellValues.Boolean ? new SheetCell(value == "1" ? "是" : "否")
            : kind == CellValues.Date && DateTime.TryParse(value, CultureInfo.InvariantCulture, out var instant)
                ? Day(DateOnly.FromDateTime(instant))
            : Number(value, cell.StyleIndex is { } style && dayStyles.Contains(style.Value));
    }

    private SheetCell Number(string value, bool isDay)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new SheetCell(SheetReader.Plain(value));
        }

        if (isDay && number is >= 0 and < 2_958_466)
        {
            return Day(DayZero.AddDays((int)number + (countsFrom1904 ? DaysBetweenEras : 0)));
        }

        var isWhole = Math.Abs(number) < 1e18 && Math.Floor(number) == number;
        var text = isWhole ? ((decimal)number).ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("0.############", CultureInfo.InvariantCulture);
        return new SheetCell(text, Fault: isWhole && text.TrimStart('-').Length > CertainDigits ? "sheet.digitsLost" : null);
    }

    private static SheetCell Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);

    // The reading of a Chinese word that stands above it is no part of it.
    private static string TextOf(OpenXmlElement item) => SheetReader.Plain(string.Concat(item.Descendants<Text>()
        .Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)));

    private static HashSet<uint> DayStyles(Stylesheet? styles)
    {
        var custom = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "") ?? [];
        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? [])
                .Select((format, index) => (Id: format.NumberFormatId?.Value ?? 0, Index: (uint)index))
                .Where(format => custom.TryGetValue(format.Id, out var code) ? IsDay(code) : IsDay(format.Id))
                .Select(format => format.Index),
        ];
    }

    // The formats that are built in (ISO/IEC 29500-1, 18.8.30), the Chinese ones among them.
    private static bool IsDay(uint id) => id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool IsDay(string code) => NotOfTheFormat().Replace(code, "") is var plain
        && plain.Contains('y', StringComparison.OrdinalIgnoreCase) && plain.Contains('d', StringComparison.OrdinalIgnoreCase);

    private static (int Top, int Left, int Bottom, int Right) Area(string reference)
    {
        var corners = reference.Split(':');
        return (RowOf(corners[0]), ColumnOf(corners[0]), RowOf(corners[^1]), ColumnOf(corners[^1]));
    }

    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter)
            .Aggregate(0, (column, letter) => checked((column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1)) - 1;

    private static int RowOf(string reference) =>
        int.Parse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex NotOfTheFormat();
}
