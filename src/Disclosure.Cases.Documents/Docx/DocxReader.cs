using System.Text.RegularExpressions;
using System.Xml.Linq;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>Where a paragraph stands in a table.</summary>
/// <param name="Table">The table, counted through the document.</param>
/// <param name="Row">The row, counted through the document.</param>
/// <param name="Column">The cell in its row.</param>
/// <param name="Span">How many columns the cell covers.</param>
internal sealed record CellPlace(int Table, int Row, int Column, int Span);

/// <param name="Part">What it is, by its style.</param>
/// <param name="Style">The style of ours that it has, or null.</param>
/// <param name="Runs">Its text.</param>
/// <param name="Cell">Where it stands in a table, or null.</param>
internal sealed record ReadParagraph(LetterPart Part, string? Style, IReadOnlyList<Inline> Runs, CellPlace? Cell)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>Reads what a document says: its text in order, tables, text boxes, notes and margins included.</summary>
internal sealed partial class DocxReader
{
    /// <summary>What stands for a picture.</summary>
    public const string Picture = "［图片］";

    private static readonly XNamespace W = DocxParts.W;
    private static readonly XName Fallback = XName.Get("Fallback", "http://schemas.openxmlformats.org/markup-compatibility/2006");
    private static readonly HashSet<XName> Unread =
    [
        Fallback,
        .. new[] { "pPr", "rPr", "sectPr", "sdtPr", "del", "moveFrom", "instrText", "delText" }.Select(name => W + name),
    ];

    private readonly List<ReadParagraph> paragraphs = [];
    private readonly DocxStyleNames styles;
    private readonly bool asDraft;
    private int tables;
    private int rows;

    private DocxReader(DocxArchive archive, bool asDraft) => (styles, this.asDraft) = (new DocxStyleNames(archive), asDraft);

    /// <summary>The paragraphs, those blank left out.</summary>
    /// <exception cref="InvalidDataException">Not a DOCX.</exception>
    public static IReadOnlyList<ReadParagraph> Read(byte[] docx, bool asDraft)
    {
        var archive = DocxArchive.Open(docx) ?? throw new InvalidDataException("The document is too large.");
        var reader = new DocxReader(archive, asDraft);
        reader.ReadMargins(archive, "hdr");
        reader.Walk(archive.Main.Root!, null, null);
        foreach (var note in archive.Others("footnotes").Concat(archive.Others("endnotes")).SelectMany(part => part.Root!.Elements())
            .Where(note => note.Attribute(W + "type") is null))
        {
            reader.Walk(note, null, LetterPart.Note);
        }

        reader.ReadMargins(archive, "ftr");
        return reader.paragraphs;
    }

    /// <summary>Whether an element is text of a run: of Word, or of a formula or drawing in it.</summary>
    public static bool IsText(XElement element) =>
        element.Name.LocalName is "t" && element.Parent?.Name.LocalName is "r" or "Choice" or "Fallback";

    /// <summary>A text without the joiners of its telephone numbers; anywhere else they are characters that nobody sees.</summary>
    public static string WithoutJoiners(string text) => Joiner().Replace(text, "");

    // The masthead of a letter stands in a header. Page numbers are no text.
    private void ReadMargins(DocxArchive archive, string root)
    {
        var before = paragraphs.Count;
        foreach (var part in archive.Others(root))
        {
            Walk(part.Root!, null, LetterPart.Margin);
        }

        var said = paragraphs[before..].FindAll(paragraph => paragraph.Part != LetterPart.Margin
            || !paragraph.Text.All(letter => char.IsDigit(letter) || char.IsWhiteSpace(letter) || char.IsPunctuation(letter)));
        paragraphs.RemoveRange(before, paragraphs.Count - before);
        paragraphs.AddRange(said);
    }

    private void Walk(XElement container, CellPlace? cell, LetterPart? part)
    {
        foreach (var element in container.Elements().Where(element => !Unread.Contains(element.Name)))
        {
            if (element.Name == W + "p")
            {
                AddParagraph(element, cell, part);
            }
            else if (element.Name == W + "tbl")
            {
                AddTable(element, part);
            }
            else if (asDraft && DocxUpload.TagOf(element) is { } tag && element.Descendants(W + "p").FirstOrDefault() is { } first)
            {
                // A control around a whole paragraph.
                Add(first, [Mark(tag)], cell, part);
            }
            else
            {
                Walk(element, cell, part);
            }
        }
    }

    private void AddTable(XElement table, LetterPart? part)
    {
        var number = tables++;
        foreach (var row in table.Descendants(W + "tr").Where(row => row.Ancestors(W + "tbl").First() == table))
        {
            rows++;
            var column = 0;
            foreach (var cell in row.Descendants(W + "tc").Where(cell => cell.Ancestors(W + "tr").First() == row))
            {
                var span = (int?)cell.Element(W + "tcPr")?.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1;
                Walk(cell, new CellPlace(number, rows, column++, span), part ?? LetterPart.Cell);
            }
        }
    }

    private void AddParagraph(XElement paragraph, CellPlace? cell, LetterPart? part)
    {
        var runs = new List<Inline>();
        var boxes = new List<XElement>();
        ReadRuns(paragraph, runs, boxes);
        Add(paragraph, runs, cell, part);
        boxes.ForEach(box => Walk(box, null, part));
    }

    private void Add(XElement paragraph, IReadOnlyList<Inline> runs, CellPlace? cell, LetterPart? part)
    {
        if (!runs.All(run => PrintedText.IsBlank(run.Text)))
        {
            var style = styles.StyleOf(paragraph);
            var own = DocxStyleNames.PartOf(style);
            paragraphs.Add(new ReadParagraph(own is LetterPart.Body || part is LetterPart.Note ? part ?? own : own, style, runs, cell));
        }
    }

    private void ReadRuns(XElement container, List<Inline> runs, List<XElement> boxes)
    {
        foreach (var element in container.Elements().Where(element => !Unread.Contains(element.Name)))
        {
            if (IsText(element))
            {
                // Telephone numbers are set so that no line breaks them; other programs write that as letters.
                runs.Add(new Inline(WithoutJoiners(element.Value.Replace('\u2011', '-').Replace('\u00A0', ' ')
                    .Replace(DocxText.FigureSpace, ' '))));
            }
            else if (element.Name == W + "tab")
            {
                runs.Add(new Inline("\t"));
            }
            else if (element.Name == W + "br" || element.Name == W + "cr")
            {
                runs.Add(new Inline("\n"));
            }
            else if (element.Name == W + "noBreakHyphen")
            {
                runs.Add(new Inline("-"));
            }
            else if (element.Name == W + "sym")
            {
                runs.Add(new Inline("□"));
            }
            else if (element.Name == W + "drawing" || element.Name == W + "pict")
            {
                var found = element.Descendants(W + "txbxContent").Where(box => !box.Ancestors(Fallback).Any()).ToList();
                boxes.AddRange(found);
                if (found.Count == 0)
                {
                    runs.Add(new Inline(Picture));
                }
            }
            else if (asDraft && DocxUpload.TagOf(element) is { } tag)
            {
                runs.Add(Mark(tag));
            }
            else
            {
                ReadRuns(element, runs, boxes);
            }
        }
    }

    [GeneratedRegex(@"(?<=[0-9)]-)\u2060(?=[0-9])")]
    private static partial Regex Joiner();

    private static Inline Mark(string tag) => new(tag == DocxUpload.NumberTag ? DraftMarks.Number : DraftMarks.Date, InlineKind.Draft);
}
