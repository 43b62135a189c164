using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Cases.Testing;

/// <summary>A workbook as offices keep them, cell by cell.</summary>
public sealed class TestWorkbook
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private readonly List<Kept> sheets = [];

    private sealed record Kept(
        string Name, bool IsHidden, List<(int Number, bool IsHidden, List<Cell> Cells)> Rows, List<string> Merged);

    /// <summary>The headings of the ledger that the tests import.</summary>
    public static readonly string[] Headings =
    [
        "登记号", "申请方式", "收到日期", "申请人", "申请人类型", "联系方式", "申请内容", "承办人", "答复期限", "办理结果", "答复文号", "答复日期", "送达日期",
    ];

    public TestWorkbook Sheet(string name, bool isHidden = false)
    {
        sheets.Add(new Kept(name, isHidden, [], []));
        return this;
    }

    /// <summary>Adds a row: a text, a day, a number, a formula behind "=", nothing for null.</summary>
    public TestWorkbook Row(params object?[] values) => RowAt(sheets[^1].Rows.Count == 0 ? 1 : sheets[^1].Rows[^1].Number + 1, values);

    public TestWorkbook RowAt(int number, params object?[] values)
    {
        var cells = new List<Cell>();
        for (var column = 0; column < values.Length; column++)
        {
            var place = $"{(char)('A' + column)}{number}";
            var cell = values[column] switch
            {
                null => new Cell(),
                DateOnly day => new Cell
                {
                    StyleIndex = 1,
                    CellValue = new CellValue((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture)),
                },
                string text when text.StartsWith('=') => new Cell { CellFormula = new CellFormula(text[1..]) },
                string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) },
                IFormattable figure => new Cell { CellValue = new CellValue(figure.ToString(null, CultureInfo.InvariantCulture)) },
                _ => throw new ArgumentException("There is no such cell."),
            };
            cell.CellReference = place;
            cells.Add(cell);
        }

        sheets[^1].Rows.Add((number, false, cells));
        return this;
    }

    /// <summary>Hides the last row.</summary>
    public TestWorkbook Hidden()
    {
        var rows = sheets[^1].Rows;
        rows[^1] = rows[^1] with { IsHidden = true };
        return this;
    }

    public TestWorkbook Merge(string area)
    {
        sheets[^1].Merged.Add(area);
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            foreach (var (name, isHidden, rows, merged) in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Cells)
                {
                    RowIndex = (uint)row.Number,
                    Hidden = row.IsHidden ? true : null,
                })));
                if (merged.Count > 0)
                {
                    part.Worksheet.Append(new MergeCells(merged.Select(area => new MergeCell { Reference = area })));
                }

                workbook.Workbook.Sheets!.Append(new Sheet
                {
                    Name = name,
                    SheetId = (uint)workbook.Workbook.Sheets.ChildElements.Count + 1,
                    Id = workbook.GetIdOfPart(part),
                    State = isHidden ? SheetStateValues.Hidden : null,
                });
            }
        }

        return stream.ToArray();
    }

    /// <summary>Lines of comma-separated values in an encoding.</summary>
    public static byte[] Values(string encoding, params string[] lines)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var chosen = Encoding.GetEncoding(encoding);
        return [.. chosen.Preamble, .. chosen.GetBytes(string.Join("\r\n", lines))];
    }
}
