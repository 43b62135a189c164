using System.Globalization;
using Disclosure.Cases.AnnualReports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Cases.Documents.AnnualReports;

/// <summary>Writes the tables of an annual report as a workbook, a sheet each, with its cells merged as they are printed.</summary>
internal static class ReportWorkbook
{
    private const uint HeadingStyle = 1;
    private const uint NumberStyle = 2;
    private const uint TitleStyle = 3;
    private const double WidthOfAll = 130;
    private const int FirstRow = 2;

    public static byte[] Write(string title, IReadOnlyList<(string Name, ReportGrid Grid)> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = title;
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            workbook.Workbook = new Workbook(list);
            foreach (var (name, grid) in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(grid);
                list.Append(new Sheet { Name = name, SheetId = (uint)list.Count() + 1, Id = workbook.GetIdOfPart(part) });
            }
        }

        return bytes.ToArray();
    }

    private static Worksheet Sheet(ReportGrid grid)
    {
        var (rows, merged) = (new SheetData(), new MergeCells());
        void Merge(int row, int column, int down, int right) => merged.Append(new MergeCell
        {
            Reference = $"{Place(row, column)}:{Place(row + down - 1, column + right - 1)}",
        });
        rows.Append(new Row(Text(1, 0, TitleStyle, grid.Title)) { RowIndex = 1, Height = 30, CustomHeight = true });
        Merge(1, 0, 1, grid.Widths.Count);
        var placed = grid.Placed().ToDictionary(each => (each.Row, each.Column), each => each.Cell);
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            var line = new Row { RowIndex = (uint)(row + FirstRow), Height = 30, CustomHeight = true };
            for (var column = 0; column < grid.Widths.Count; column++)
            {
                if (!placed.TryGetValue((row, column), out var cell))
                {
                    // A cell that another one reaches over has that one's border.
                    line.Append(new Cell { CellReference = Place(row + FirstRow, column), StyleIndex = HeadingStyle });
                    continue;
                }

                line.Append(cell.Value is { } value
                    ? Number(row + FirstRow, column, value)
                    : Text(row + FirstRow, column, HeadingStyle, cell.Text));
                if (cell.Rows > 1 || cell.Columns > 1)
                {
                    Merge(row + FirstRow, column, cell.Rows, cell.Columns);
                }
            }

            rows.Append(line);
        }

        var whole = grid.Widths.Sum();
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(grid.Widths.Select((width, index) => new Column
            {
                Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOfAll * width / whole, CustomWidth = true,
            })),
            rows,
            merged,
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    private static Cell Number(int row, int column, long value) => new()
    {
        CellReference = Place(row, column), StyleIndex = NumberStyle, CellValue = new CellValue((decimal)value),
    };

    private static Cell Text(int row, int column, uint style, string text) => new()
    {
        CellReference = Place(row, column),
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text)),
    };

    // No table of a report has more than 26 columns.
    private static string Place(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static Stylesheet Styles()
    {
        Font Face(double size, bool bold) => bold
            ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "宋体" })
            : new Font(new FontSize { Val = size }, new FontName { Val = "宋体" });
        CellFormat Format(uint font, uint border, HorizontalAlignmentValues horizontal) => new(
            new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font, FillId = 0, BorderId = border, NumberFormatId = 0, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true,
        };
        return new Stylesheet(
            new Fonts(Face(10.5, false), Face(14, true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin },
                    new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                Format(0, 1, HorizontalAlignmentValues.Center),
                Format(0, 1, HorizontalAlignmentValues.Center),
                Format(1, 0, HorizontalAlignmentValues.Center)));
    }
}
