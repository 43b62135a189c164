using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// The grid of one letter. It is 22 lines a page; where the last page would bear no text, or the one before would be left too empty,
/// lines are set a little closer or wider, as GB/T 9704-2012, 7.3.5.4 allows where room does not suffice for seal and date.
/// </summary>
/// <param name="LinesPerPage">How many lines a page has.</param>
/// <param name="LinesAboveOrgan">The blank lines above the organ's name.</param>
/// <param name="KeepsLastWhole">
/// Whether the text's last paragraph stays whole with the signature, whatever somebody changes in Word; else only a short one, since
/// programs differ in whether a paragraph that stays with the next may be broken.
/// </param>
internal sealed record PageLayout(int LinesPerPage, int LinesAboveOrgan, bool KeepsLastWhole)
{
    /// <summary>As GB/T 9704-2012, 5.2.2 and 7.3.5.1 have it.</summary>
    public static readonly PageLayout Standard = new(22, 2, true);

    /// <summary>
    /// Whether what leads in the next paragraph (……如下：) stays with it; not where title, addressee and both would leave a page empty.
    /// </summary>
    public bool KeepsLeadIns { get; init; } = true;

    /// <summary>The least height of a table's row, in twips: lower where a form would else run over by a few lines.</summary>
    public int RowHeight { get; init; } = 680;

    private const int ShortParagraph = 3;
    private const int TallRow = 6;
    private const int CellLetter = 280;
    private const int CellLine = 400;
    private const int CellSpacing = 40;

    private const int TypeAreaHeight = PageGeometry.PageHeight - PageGeometry.Top - PageGeometry.Bottom;

    private const int MastheadLine = 820;
    private const int DocumentMasthead = 1984 + MastheadLine + 1158;

    private static readonly PageLayout[] All =
    [
        .. new[] { true, false }.SelectMany(keeps => new[] { 22, 23, 21, 24, 20 }.SelectMany(lines => (PageLayout[])
            [new(lines, 2, true), new(lines, 2, false), new(lines, 1, true), new(lines, 1, false)])
            .Select(layout => layout with { KeepsLeadIns = keeps })),
    ];

    private static readonly PageLayout[] Forms =
        [Standard, .. new[] { 620, 560, 500 }.Select(height => Standard with { RowHeight = height })];

    /// <summary>The pitch of a line, in twips.</summary>
    public int LinePitch => LinesPerPage == Standard.LinesPerPage ? PageGeometry.LinePitch : TypeAreaHeight / LinesPerPage;

    /// <summary>The first that leaves no page unfair; rather in each program than in Word alone.</summary>
    public static PageLayout Of(LetterDocument letter) =>
        letter.DecidedOn is null
            ? Forms.MinBy(layout => layout.Flow(letter, LayoutProgram.LibreOffice).Pages)!
            : All.FirstOrDefault(layout => layout.IsFair(letter, LayoutProgram.Word) && layout.IsFair(letter, LayoutProgram.LibreOffice))
                ?? All.FirstOrDefault(layout => layout.IsFair(letter, LayoutProgram.Word)) ?? Standard;

    /// <summary>
    /// From which block on a letter's body stays with its signature: the contact, and the paragraphs with the text's last two lines.
    /// </summary>
    public int KeptFrom(LetterDocument letter)
    {
        var from = letter.ContactFrom;
        if (letter.DecidedOn is null)
        {
            return letter.Body.Count;
        }

        for (var kept = 0; kept < 2 && from > 0 && letter.Body[from - 1] is Paragraph paragraph; from--)
        {
            var lines = LinesOf(paragraph.Runs, LayoutProgram.Word);
            if (!KeepsLastWhole && lines > ShortParagraph)
            {
                break;
            }

            kept += lines;
        }

        return from;
    }

    /// <summary>How the letter falls on pages in this layout.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="program">The program that sets it.</param>
    public PageFlow Flow(LetterDocument letter, LayoutProgram program)
    {
        var kept = KeptFrom(letter);
        return PageFlow.Of(
            [
                .. Head(letter, program),
                .. letter.Body.SelectMany((block, index) => Items(letter, block, index, index >= kept, program)),
                .. Tail(letter, program),
            ],
            TypeAreaHeight,
            MastheadOf(letter, program));
    }

    private static int MastheadOf(LetterDocument letter, LayoutProgram program)
    {
        var more = (PageGeometry.Masthead(letter)?.Lines.Count - 1 ?? 0) * MastheadLine;
        return letter.Masthead switch
        {
            MastheadKind.Letter => program.MastheadReach + more,
            MastheadKind.Document => DocumentMasthead + more,
            null => 0,
        };
    }

    private bool IsFair(LetterDocument letter, LayoutProgram program) => Flow(letter, program).IsFair;

    private IEnumerable<FlowItem> Head(LetterDocument letter, LayoutProgram program)
    {
        const int RuleUnderNumber = 250;
        if (letter.Masthead == MastheadKind.Document)
        {
            yield return new FlowItem(1, LinePitch, After: RuleUnderNumber);
        }
        else if (letter.Number is not null)
        {
            yield return new FlowItem(1, LinePitch, Before: 140);
        }

        var (before, after) = letter.Masthead is null ? (0, 360) : (1158, 579);
        yield return new FlowItem(TitleLines.Of(letter.Title).Count, 640, before, after) { StaysWithNext = true, IsWhole = true };
        if (letter.Addressee is { } addressee)
        {
            yield return new FlowItem(LineCount.Of(TextOf(addressee), PageGeometry.TypeAreaWidth, Advance, program), LinePitch)
            {
                StaysWithNext = true,
            };
        }
    }

    private IEnumerable<FlowItem> Items(LetterDocument letter, Block block, int index, bool stays, LayoutProgram program)
    {
        var isText = index < letter.ContactFrom;
        return block switch
        {
            Paragraph paragraph =>
            [
                new FlowItem(LinesOf(paragraph.Runs, program), LinePitch)
                {
                    StaysWithNext = stays || (KeepsLeadIns && LeadIn.Is(paragraph, letter.Body.ElementAtOrDefault(index + 1))),
                    IsText = isText,
                },
            ],
            Heading heading => [new FlowItem(LinesOf(heading.Printed, program), LinePitch) { StaysWithNext = true, IsText = isText }],
            ItemList list => list.Items.Select(item => new FlowItem(LinesOf(item, program), LinePitch) { IsText = isText }),
            Table table => table.Rows.Select(row => Row(row, table.Columns, program) with { IsText = isText })
                .Append(new FlowItem(1, CellLine, CellSpacing, CellSpacing)),
            _ => [],
        };
    }

    /// <summary>Whether a row is so tall that it is broken over pages: whole, a row of fifty items would leave a page empty.</summary>
    public static bool IsTall(TableRow row, int columns) => CellLines(row, columns, LayoutProgram.Word) > TallRow;

    // What stands in cells may need more than the row's least height.
    private FlowItem Row(TableRow row, int columns, LayoutProgram program)
    {
        var lines = CellLines(row, columns, program);
        return IsTall(row, columns)
            ? new FlowItem(lines, CellLine, CellSpacing, CellSpacing)
            : new FlowItem(1, Math.Max(HeightOf(row), (lines * CellLine) + (2 * CellSpacing))) { IsWhole = true };
    }

    /// <summary>The least height of a row, in twips: with the lines that somebody writes on.</summary>
    public int HeightOf(TableRow row) => Math.Max(RowHeight, (row.LinesToFillIn * CellLine) + (2 * CellSpacing));

    // Cells are set in 14 pt.
    private static int CellLines(TableRow row, int columns, LayoutProgram program)
    {
        const int Margins = 216;
        var widths = DocxBlocks.Widths(columns);
        return row.Cells.Select((cell, index) => LineCount.Of(
            TextOf(cell),
            (index == row.Cells.Count - 1 ? widths.Skip(index).Sum() : widths[index]) - Margins,
            CellLetter + PageGeometry.CharTightening,
            program)).Max();
    }

    private IEnumerable<FlowItem> Tail(LetterDocument letter, LayoutProgram program)
    {
        foreach (var (index, attachment) in letter.Attachments.Index())
        {
            var lines = LineCount.Of(attachment.Text, PageGeometry.TypeAreaWidth - 1920, Advance, program);
            yield return new FlowItem(lines, LinePitch, Before: index == 0 ? LinePitch : 0)
            {
                StaysWithNext = index == 0 || index >= letter.Attachments.Count - 2,
                IsWhole = true,
            };
        }

        if (letter.DecidedOn is null)
        {
            yield break;
        }

        var organ = OrganName.InSignature(letter.Organ.Text, PageGeometry.SignatureWidth).Lines.Count;
        yield return new FlowItem(organ, LinePitch, Before: LinesAboveOrgan * LinePitch) { StaysWithNext = true, IsWhole = true };
        yield return new FlowItem(1, LinePitch);
    }

    private static int LinesOf(IReadOnlyList<Inline> runs, LayoutProgram program) =>
        LineCount.Of(TextOf(runs), PageGeometry.TypeAreaWidth, Advance, program, 2 * PageGeometry.Char);

    private const int Advance = PageGeometry.Char + PageGeometry.CharTightening;

    private static string TextOf(IEnumerable<Inline> runs) => string.Concat(runs.Select(run => run.Text));
}
