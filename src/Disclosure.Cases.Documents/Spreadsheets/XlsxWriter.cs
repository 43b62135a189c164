using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Importing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>
/// Writes a workbook of one sheet as an Office Open XML document, line by line into the zip: what is kept is the compressed
/// file, never the sheet. Texts stand in their cells, so that there is no table of them to keep either.
/// </summary>
internal static class XlsxWriter
{
    private const double LineHeight = 15;

    // What is longer is all in its cell, and seen when somebody goes there.
    private const int MostLinesInSight = 12;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    public static async Task<byte[]> Write<T>(
        string title, string sheetName, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in XlsxParts.Of(title, sheetName))
            {
                using var part = DocxPackage.Entry(zip, name);
                part.Write(Utf8.GetBytes(xml));
            }

            using var stream = DocxPackage.Entry(zip, XlsxParts.Sheet);
            using var sheet = OpenXmlWriter.Create(stream, Utf8);
            sheet.WriteStartDocument();
            sheet.WriteStartElement(new Worksheet());
            WriteHead(sheet, columns);
            sheet.WriteStartElement(new SheetData());
            sheet.WriteElement(Headings(columns));
            var number = 1;
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                sheet.WriteElement(Line(++number, columns, row));
            }

            sheet.WriteEndElement();
            sheet.WriteElement(new AutoFilter { Reference = $"A1:{Place(columns.Count - 1, number)}" });
            WriteFoot(sheet, title);
            sheet.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteHead<T>(OpenXmlWriter sheet, IReadOnlyList<SheetColumn<T>> columns)
    {
        sheet.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection
            {
                Pane = PaneValues.BottomLeft,
                ActiveCell = "A2",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" },
            })
        {
            WorkbookViewId = 0,
        }));
        sheet.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
        sheet.WriteElement(new Columns(columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
    }

    // As wide as one page of A3, as many pages long as it takes; title and page number on each.
    private static void WriteFoot(OpenXmlWriter sheet, string title)
    {
        sheet.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.WriteElement(new PageSetup { PaperSize = 8, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        sheet.WriteElement(new HeaderFooter(new OddHeader("&L" + CellText.InHeader(title)), new OddFooter("&C&P / &N")));
    }

    private static Row Headings<T>(IReadOnlyList<SheetColumn<T>> columns) =>
        new(columns.Select((column, index) => Text(Place(index, 1), XlsxParts.Heading, column.Heading)))
        {
            RowIndex = 1,
            Height = 2 * LineHeight,
            CustomHeight = true,
        };

    private static Row Line<T>(int number, IReadOnlyList<SheetColumn<T>> columns, T row)
    {
        var values = columns.Select(column => column.Value(row)).ToList();
        var lines = values.Zip(columns, (value, column) => value is string text ? CellText.LinesOf(text, column.Width) : 1).Max();
        return new Row(values.Select((value, index) => Cell(Place(index, number), value)))
        {
            RowIndex = (uint)number,
            Height = Math.Min(lines, MostLinesInSight) * LineHeight,
        };
    }

    private static Cell Cell(string place, object? value) => value switch
    {
        null or "" => new Cell { CellReference = place, StyleIndex = XlsxParts.Text },
        string text => Text(place, CellText.LooksLikeFormula(text) ? XlsxParts.GuardedText : XlsxParts.Text, text),
        DateOnly day => Number(place, XlsxParts.Day, day.DayNumber - DayZero),
        int number => Number(place, XlsxParts.Number, number),
        _ => throw new ArgumentException($"There is no cell for a {value.GetType().Name}.", nameof(value)),
    };

    private static Cell Number(string place, uint style, int number) =>
        new() { CellReference = place, StyleIndex = style, CellValue = new CellValue(number) };

    private static Cell Text(string place, uint style, string text) => new()
    {
        CellReference = place,
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(CellText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static string Place(int column, int number) => ColumnName.Of(column) + number.ToString(CultureInfo.InvariantCulture);
}
