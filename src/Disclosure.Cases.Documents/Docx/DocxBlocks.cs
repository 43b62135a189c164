using System.Globalization;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Block = Disclosure.Cases.Documents.Model.Block;
using Heading = Disclosure.Cases.Documents.Model.Heading;
using Paragraph = Disclosure.Cases.Documents.Model.Paragraph;
using Table = Disclosure.Cases.Documents.Model.Table;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>The blocks of a letter's body.</summary>
internal static class DocxBlocks
{
    /// <param name="block">The block.</param>
    /// <param name="following">The block after it, or null.</param>
    /// <param name="staysWithNext">Whether it stays with the signature.</param>
    /// <param name="layout">How the letter is laid out.</param>
    public static IEnumerable<OpenXmlElement> Of(Block block, Block? following, bool staysWithNext, PageLayout layout) => block switch
    {
        Paragraph paragraph => [DocxText.Styled(StyleOf(paragraph, following, staysWithNext, layout), Runs(paragraph.Runs))],
        Heading heading => [DocxText.Styled(heading.Level == 1 ? DocxStyles.Heading : DocxStyles.Subheading, Runs(heading.Printed))],
        ItemList list => list.Items.Select(item => DocxText.Styled(DocxStyles.Item, Runs(item))),
        // Word wants a paragraph after a table; a short one parts two tables too.
        Table table => [Tabulated(table, layout), DocxText.Styled(DocxStyles.Cell)],
        FigureTable table => [DocxFigureTable.Of(table.Grid), DocxText.Styled(DocxStyles.Cell)],
        _ => throw new InvalidOperationException($"No DOCX for {block.GetType().Name}."),
    };

    private static string StyleOf(Paragraph paragraph, Block? following, bool staysWithNext, PageLayout layout) =>
        staysWithNext ? DocxStyles.BodyLast
        : layout.KeepsLeadIns && LeadIn.Is(paragraph, following) ? DocxStyles.LeadIn
        : DocxStyles.Body;

    private static OpenXmlElement[] Runs(IEnumerable<Inline> runs) => [.. runs.Select(DocxText.Run)];

    private static WordTable Tabulated(Table table, PageLayout layout)
    {
        var widths = Widths(table.Columns);
        var written = new WordTable(
            new TableProperties(
                new TableStyle { Val = DocxStyles.Table },
                new TableWidth
                {
                    Width = PageGeometry.TypeAreaWidth.ToString(CultureInfo.InvariantCulture),
                    Type = TableWidthUnitValues.Dxa,
                },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in table.Rows)
        {
            var height = new TableRowHeight { Val = (uint)layout.HeightOf(row), HeightType = HeightRuleValues.AtLeast };
            var line = new WordRow(PageLayout.IsTall(row, widths.Length)
                ? new TableRowProperties(height)
                : new TableRowProperties(new CantSplit(), height));
            for (var index = 0; index < row.Cells.Count; index++)
            {
                // The last cell of a shorter row reaches to the edge.
                var span = index == row.Cells.Count - 1 ? widths.Length - index : 1;
                line.Append(Cell(row.Cells[index], widths.Skip(index).Take(span).Sum(), span));
            }

            written.Append(line);
        }

        return written;
    }

    private static TableCell Cell(IReadOnlyList<Inline> runs, int width, int span)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, DocxText.Styled(DocxStyles.Cell, Runs(runs)));
    }

    /// <summary>The widths of a table's columns, in twips: labels need less room than what stands beside them.</summary>
    public static int[] Widths(int columns)
    {
        const int Label = 2240;
        const int Width = PageGeometry.TypeAreaWidth;
        return columns switch
        {
            2 => [Label, Width - Label],
            4 => [Label, (Width / 2) - Label, Label, Width - Label - (Width / 2)],
            _ => [.. Enumerable.Range(0, columns).Select(index => (Width * (index + 1) / columns) - (Width * index / columns))],
        };
    }
}
