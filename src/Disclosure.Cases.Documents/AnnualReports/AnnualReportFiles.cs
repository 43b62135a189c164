using System.Globalization;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Spreadsheets;

namespace Disclosure.Cases.Documents.AnnualReports;

/// <summary>An annual report as spreadsheet, document and plain text.</summary>
public sealed class AnnualReportFiles : IAnnualReportFiles
{
    /// <inheritdoc/>
    public byte[] ToXlsx(string title, AnnualFigures figures) =>
        ReportWorkbook.Write(title, [("表三", Applications(figures)), ("表四", Disputes(figures)), ("收费", Fees(figures))]);

    /// <inheritdoc/>
    public byte[] ToCsv(AnnualFigures figures)
    {
        ReportGrid[] grids = [Applications(figures), Disputes(figures), Fees(figures)];
        return CsvWriter.Write(grids.SelectMany(Lines));
    }

    /// <inheritdoc/>
    public byte[] ToDocx(
        string title, string scope, int year, AnnualFigures figures, IReadOnlyDictionary<ReportChapter, string> chapters)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(chapters);
        IEnumerable<Block> Chapter(ReportChapter chapter, params IReadOnlyList<string> suggested) =>
        [
            Headed(Texts.Name(chapter)),
            .. Written(chapters.GetValueOrDefault(chapter), suggested),
        ];
        return DocxWriter.Write(new LetterDocument
        {
            Masthead = null,
            Organ = new Inline(scope),
            Number = null,
            Title = title,
            Addressee = null,
            Body =
            [
                .. Chapter(ReportChapter.Overview, Overview(year, figures)),
                .. Chapter(ReportChapter.ProactiveDisclosure), new FigureTable(ReportGrid.Proactive(Texts.Chinese)),
                Headed(Applications(figures).Title), new FigureTable(Applications(figures)),
                Headed(Disputes(figures).Title), new FigureTable(Disputes(figures)),
                .. Chapter(ReportChapter.Problems),
                .. Chapter(ReportChapter.OtherMatters, FeeSentence(year, figures)),
            ],
            Attachments = [],
            DecidedOn = null,
        });
    }

    private static ReportGrid Applications(AnnualFigures figures) => ReportGrid.Applications(figures, Texts.Chinese);

    private static ReportGrid Disputes(AnnualFigures figures) => ReportGrid.Disputes(figures, Texts.Chinese);

    private static ReportGrid Fees(AnnualFigures figures) => ReportGrid.Fees(figures, Texts.Chinese);

    // A chapter's heading stands by itself; its ordinal is part of its name.
    private static Heading Headed(string title) => new([new Inline(title)]);

    // What was written; else what the figures say, and a line that asks for the rest.
    private static IEnumerable<Paragraph> Written(string? text, IReadOnlyList<string> suggested) =>
        string.IsNullOrWhiteSpace(text)
            ?
            [
                .. suggested.Select(sentence => new Paragraph([new Inline(sentence)])),
                new Paragraph([new Inline("（请撰写）", InlineKind.Draft)]),
            ]
            : text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new Paragraph([new Inline(line.Trim())]));

    private static string Overview(int year, AnnualFigures figures)
    {
        int Of(string line) => figures.Application(line, null);
        return string.Create(CultureInfo.InvariantCulture, $"{year}年，新收政府信息公开申请{Of(ReportLines.Received)}件，")
            + string.Create(CultureInfo.InvariantCulture, $"上年结转{Of(ReportLines.CarriedOver)}件；办结{Of(ReportLines.Settled)}件，")
            + string.Create(CultureInfo.InvariantCulture, $"结转下年度继续办理{Of(ReportLines.CarriedForward)}件。")
            + string.Create(CultureInfo.InvariantCulture, $"办结的申请中，予以公开{Of("(一)")}件，部分公开{Of("(二)")}件。");
    }

    private static string FeeSentence(int year, AnnualFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{year}年，依法发出信息处理费收费通知{figures.Fees.Notices}件，应收{figures.Fees.Charged}元，实收{figures.Fees.Paid}元。");

    // A table under its title, and an empty line; what a cell reaches over stays empty.
    private static IEnumerable<IEnumerable<object?>> Lines(ReportGrid grid)
    {
        var cells = grid.Placed().ToDictionary(
            each => (each.Row, each.Column), each => each.Cell.Value is { } value ? (object)value : each.Cell.Text);
        return
        [
            [grid.Title],
            .. Enumerable.Range(0, grid.Rows.Count)
                .Select(row => Enumerable.Range(0, grid.Widths.Count).Select(column => cells.GetValueOrDefault((row, column)))),
            [],
        ];
    }
}
