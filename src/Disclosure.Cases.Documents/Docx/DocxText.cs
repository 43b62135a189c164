using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>Paragraphs, runs and content controls.</summary>
internal static class DocxText
{
    /// <summary>No line breaks before or after it, and it shows nothing.</summary>
    public const char WordJoiner = '\u2060';

    /// <summary>A blank as wide as a digit, at which no line breaks.</summary>
    public const char FigureSpace = '\u2007';

    // What Word 2013 and later know (ISO/IEC 29500-3).
    private const string Word2013 = "w15";

    /// <summary>A document with this body, which may offer <see cref="Word2013"/> its own way.</summary>
    public static Document Document(Body body)
    {
        var document = new Document(body);
        document.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        document.AddNamespaceDeclaration(Word2013, "http://schemas.microsoft.com/office/word/2012/wordml");
        return document;
    }

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Styled(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    public static Run Run(Inline inline)
    {
        var text = Unbroken.Pieces(inline.Text)
            .Select(piece => piece.IsNumber ? (OpenXmlElement)Number(piece.Text) : Text(piece.Text));
        return inline.Kind switch
        {
            InlineKind.Plain => new Run(text),
            InlineKind.Draft => new Run([new RunProperties(new RunStyle { Val = DocxStyles.DraftMark }), .. text]),
            _ => throw new InvalidOperationException("What is missing never comes on paper."),
        };
    }

    // Word has a hyphen and a blank that do not break. LibreOffice breaks at them where the line has no other blank before, as in Chinese:
    // it, and whoever does not know Word's way, takes a hyphen joined to what follows and a blank as wide as a digit.
    private static AlternateContent Number(string number) => new(
        new AlternateContentChoice(number.Replace(' ', '\u00A0').Split('-').SelectMany((part, index) =>
            index == 0 ? (OpenXmlElement[])[Text(part)] : [new NoBreakHyphen(), Text(part)])) { Requires = Word2013 },
        new AlternateContentFallback(Text(number.Replace("-", $"-{WordJoiner}", StringComparison.Ordinal).Replace(' ', FigureSpace))));

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
