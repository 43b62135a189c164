using System.Globalization;
using Disclosure.Cases.AnnualReports;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>A table of figures in a document: small type, cells merged, its headings on every page.</summary>
internal static class DocxFigureTable
{
    // Half points.
    private const string Size = "18";
    private const string SizeOfMany = "15";
    private const int ManyColumns = 12;

    public static Table Of(ReportGrid grid)
    {
        var widths = Widths(grid.Widths);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = DocxStyles.Table },
                new TableWidth { Width = Number(PageGeometry.TypeAreaWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 30, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 30, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        var placed = grid.Placed();
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (row < grid.HeadingRows)
            {
                properties.Append(new TableHeader());
            }

            var line = new TableRow(properties);
            for (var column = 0; column < widths.Length;)
            {
                var (cell, top, left) = placed.First(each => each.Row <= row && row < each.Row + each.Cell.Rows
                    && each.Column <= column && column < each.Column + each.Cell.Columns);
                line.Append(Cell(cell, widths.Skip(left).Take(cell.Columns).Sum(), top == row, widths.Length));
                column = left + cell.Columns;
            }

            table.Append(line);
        }

        return table;
    }

    private static TableCell Cell(GridCell cell, int width, bool begins, int columns)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (cell.Columns > 1)
        {
            properties.Append(new GridSpan { Val = cell.Columns });
        }

        if (cell.Rows > 1)
        {
            properties.Append(new VerticalMerge { Val = begins ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.Cell },
            new SpacingBetweenLines { Before = "20", After = "20", Line = "240", LineRule = LineSpacingRuleValues.Auto },
            new Justification { Val = JustificationValues.Center }));
        if (begins)
        {
            var size = columns > ManyColumns ? SizeOfMany : Size;
            paragraph.Append(new Run(
                new RunProperties(new FontSize { Val = size }, new FontSizeComplexScript { Val = size }), new Text(cell.Text)));
        }

        return new TableCell(properties, paragraph);
    }

    // Shares of the type area, without a twip lost.
    private static int[] Widths(IReadOnlyList<int> shares)
    {
        var (whole, until) = (shares.Sum(), 0);
        return [.. shares.Select(share =>
        {
            var from = PageGeometry.TypeAreaWidth * until / whole;
            until += share;
            return (PageGeometry.TypeAreaWidth * until / whole) - from;
        })];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
