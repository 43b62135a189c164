using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// The sections of a letter, made to stand among others': the first begins on a right-hand page with number 1 and inherits
/// neither header nor footer from the letter before.
/// </summary>
internal static class LetterSections
{
    private static readonly string[] Kinds = ["default", "even", "first"];

    private static readonly string[] AfterType =
        [
            "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
            "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
        ];

    private static readonly string[] AfterPageNumber = AfterType[(Array.IndexOf(AfterType, "pgNumType") + 1)..];

    /// <param name="source">The letter; its document is changed.</param>
    /// <param name="blank">The id of an empty header, and of an empty footer.</param>
    public static void Frame(MergeSource source, (string Header, string Footer) blank)
    {
        var sections = source.Document.Descendants(Names.W + "sectPr").ToList();
        var first = sections.FirstOrDefault();
        if (first is null)
        {
            throw new CannotMergeException(CannotMergeException.Unreadable);
        }

        var evenAndOdd = source.Settings.Element(Names.W + "evenAndOddHeaders").IsOn();
        foreach (var section in sections)
        {
            section.Elements(Names.W + "printerSettings").Remove();
            if (!evenAndOdd)
            {
                SameOnEvenPages(section);
            }
        }

        Refer(first, "headerReference", blank.Header);
        Refer(first, "footerReference", blank.Footer);
        first.Put(new XElement(Names.W + "type", new XAttribute(Names.Val, "nextPage")), AfterType);
        var number = first.Element(Names.W + "pgNumType") ?? new XElement(Names.W + "pgNumType");
        if (number.Attribute(Names.W + "start") is null)
        {
            number.SetAttributeValue(Names.W + "start", 1);
        }

        if (number.Parent is null)
        {
            first.Put(number, AfterPageNumber);
        }
    }

    /// <summary>The letter's text with its last section ended in it, so that another can follow.</summary>
    public static IEnumerable<XElement> Closed(XElement body)
    {
        var section = body.Element(Names.W + "sectPr")!;
        section.Remove();
        var last = body.Elements().LastOrDefault();
        if (last?.Name != Names.W + "p" || last.Element(Names.W + "pPr")?.Element(Names.W + "sectPr") is not null)
        {
            body.Add(last = Invisible());
        }

        var properties = last.Element(Names.W + "pPr");
        if (properties is null)
        {
            last.AddFirst(properties = new XElement(Names.W + "pPr"));
        }

        properties.Add(section);
        return body.Elements();
    }

    /// <summary>A paragraph that takes no room.</summary>
    public static XElement Invisible() => new(
        Names.W + "p",
        new XElement(
            Names.W + "pPr",
            new XElement(
                Names.W + "spacing",
                new XAttribute(Names.W + "before", 0),
                new XAttribute(Names.W + "after", 0),
                new XAttribute(Names.W + "line", 20),
                new XAttribute(Names.W + "lineRule", "exact")),
            new XElement(
                Names.W + "rPr",
                new XElement(Names.W + "sz", new XAttribute(Names.Val, 2)),
                new XElement(Names.W + "szCs", new XAttribute(Names.Val, 2)))));

    // The merged document tells odd and even pages apart, whether the letter did or not.
    private static void SameOnEvenPages(XElement section)
    {
        foreach (var kind in new[] { "headerReference", "footerReference" })
        {
            section.Elements(Names.W + kind).Where(reference => (string?)reference.Attribute(Names.W + "type") == "even").Remove();
            if (Reference(section, kind, "default") is { } usual)
            {
                usual.AddAfterSelf(new XElement(
                    usual.Name, new XAttribute(Names.W + "type", "even"), new XAttribute(usual.Attribute(Names.R + "id")!)));
            }
        }
    }

    private static void Refer(XElement section, string kind, string blank)
    {
        foreach (var type in Kinds.Where(type => Reference(section, kind, type) is null))
        {
            section.AddFirst(new XElement(Names.W + kind, new XAttribute(Names.W + "type", type), new XAttribute(Names.R + "id", blank)));
        }
    }

    private static XElement? Reference(XElement section, string kind, string type) =>
        section.Elements(Names.W + kind).FirstOrDefault(reference => (string?)reference.Attribute(Names.W + "type") == type);
}
