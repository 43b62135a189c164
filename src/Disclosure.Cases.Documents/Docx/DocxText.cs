using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>Paragraphs, runs and content controls.</summary>
internal static class DocxText
{
    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Styled(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    public static Run Run(Inline inline)
    {
        var text = Unbroken.Pieces(inline.Text).SelectMany(piece => piece.IsNumber ? Number(piece.Text) : [Text(piece.Text)]);
        return inline.Kind switch
        {
            InlineKind.Plain => new Run(text),
            InlineKind.Draft => new Run([new RunProperties(new RunStyle { Val = DocxStyles.DraftMark }), .. text]),
            _ => throw new InvalidOperationException("What is missing never comes on paper."),
        };
    }

    // Hyphens and blanks that do not break, as Word and WPS write them.
    private static IEnumerable<OpenXmlElement> Number(string number) =>
        number.Replace(' ', '\u00A0').Split('-').SelectMany((part, index) =>
            index == 0 ? (OpenXmlElement[])[Text(part)] : [new NoBreakHyphen(), Text(part)]);

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>A content control that the approval fills; Word does not let it be deleted, only its text be typed over.</summary>
    public static SdtRun Control(string tag, string alias, int id, Inline content) =>
        new(
            new SdtProperties(
                new SdtAlias { Val = alias },
                new Tag { Val = tag },
                new SdtId { Val = id },
                new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtLocked },
                new SdtContentText()),
            new SdtContentRun(Run(content)));
}
