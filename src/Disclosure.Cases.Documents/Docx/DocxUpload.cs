using System.Xml;
using System.Xml.Linq;
using Disclosure.Cases.Documents.Filling;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// Drafts finished in Word or WPS. The file comes from outside: it is judged before anything in it is believed, and only the
/// two content controls are changed.
/// </summary>
internal static class DocxUpload
{
    /// <summary>The largest upload, in megabytes.</summary>
    public const int MaxMegabytes = 20;

    /// <summary>The tag of the control that takes the number.</summary>
    public const string NumberTag = "number";

    /// <summary>The tag of the control that takes the date of issue.</summary>
    public const string DateTag = "decidedOn";

    private static readonly XNamespace W = DocxParts.W;
    private static readonly string[] ActiveFields =
    [
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "MACROBUTTON", "RD", "DATABASE",
    ];

    public static IReadOnlyList<Refusal> Check(byte[] docx, bool needsNumber, bool needsDate)
    {
        if (docx.Length > MaxMegabytes * 1024 * 1024)
        {
            return [new Refusal("letter.upload-too-large", MaxMegabytes)];
        }

        try
        {
            if (DocxArchive.Open(docx) is not { } archive)
            {
                return [new Refusal("letter.upload-too-large", MaxMegabytes)];
            }

            var document = archive.Main;
            return document.Root!.Name != W + "document" ? [new Refusal("letter.upload-not-docx")]
                : IsActive(archive) ? [new Refusal("letter.upload-active-content")]
                : [.. Controls(document, needsNumber, needsDate), .. DocxLeftovers.Of(archive)];
        }
        catch (Exception exception) when (IsOfNoDocx(exception))
        {
            return [new Refusal("letter.upload-not-docx")];
        }
    }

    /// <summary>Whether an exception says that the bytes are no document at all.</summary>
    public static bool IsOfNoDocx(Exception exception) =>
        exception is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException;

    public static byte[] FillIn(byte[] docx, string? number, DateOnly? decidedOn)
    {
        var archive = DocxArchive.Open(docx)!;
        var (main, document) = (archive.MainName, archive.Main);
        if (number is not null)
        {
            Put(document, NumberTag, number);
        }

        if (decidedOn is { } day)
        {
            Put(document, DateTag, PrintedDate.Of(day));
        }

        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(
            written, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = false }))
        {
            document.Save(writer);
        }

        return DocxPackage.Zip(archive.Parts.Select(part => part.Name == main ? (main, written.ToArray()) : part));
    }

    /// <summary>Which of the two controls an element is, or null.</summary>
    public static string? TagOf(XElement element) =>
        element.Name == W + "sdt" && (string?)element.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") is NumberTag or DateTag
            ? (string?)element.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")
            : null;

    private static IEnumerable<Refusal> Controls(XDocument document, bool needsNumber, bool needsDate)
    {
        if (Tagged(document, NumberTag).Count() != (needsNumber ? 1 : 0))
        {
            yield return new Refusal("letter.upload-no-number") { Field = NumberTag };
        }

        if (Tagged(document, DateTag).Count() != (needsDate ? 1 : 0))
        {
            yield return new Refusal("letter.upload-no-date") { Field = DateTag };
        }
    }

    private static IEnumerable<XElement> Tagged(XDocument document, string tag) =>
        document.Descendants(W + "sdt")
            .Where(control => TagOf(control) == tag && control.Element(W + "sdtContent")?.Descendants(W + "r").Any() == true);

    private static void Put(XDocument document, string tag, string value)
    {
        var control = Tagged(document, tag).Single();
        control.Element(W + "sdtPr")!.Elements(W + "showingPlcHdr").Remove();
        var runs = control.Element(W + "sdtContent")!.Descendants(W + "r").ToList();
        var first = runs[0];
        runs.Skip(1).Remove();
        first.Element(W + "rPr")?.Elements(W + "rStyle").Remove();
        first.Elements().Where(element => element.Name != W + "rPr").Remove();
        first.Add(new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), value));
    }

    // Macros, embedded objects, controls, whole foreign documents, and anything that reaches outside when opened.
    private static bool IsActive(DocxArchive archive) =>
        archive.Parts.Any(part =>
        {
            var name = part.Name.ToLowerInvariant();
            return name.EndsWith(".bin", StringComparison.Ordinal) || name.Contains("/embeddings/", StringComparison.Ordinal)
                || name.Contains("/activex/", StringComparison.Ordinal) || name.Contains("vba", StringComparison.Ordinal)
                || (name.EndsWith(".rels", StringComparison.Ordinal) && DocxArchive.Parse(part.Content).Descendants().Any(Reaches))
                || (name == "[content_types].xml"
                    && System.Text.Encoding.UTF8.GetString(part.Content).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                || (name.EndsWith(".xml", StringComparison.Ordinal)
                    && name != "[content_types].xml"
                    && HasActiveElements(DocxArchive.Parse(part.Content)));
        });

    private static bool Reaches(XElement relationship) =>
        string.Equals((string?)relationship.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        || ((string?)relationship.Attribute("Type"))?.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase) == true;

    // A field's instruction may be broken over several runs, so a paragraph's pieces are read together.
    private static bool HasActiveElements(XDocument part) =>
        part.Descendants(W + "altChunk").Any()
        || part.Descendants(W + "object").Any()
        || part.Descendants(W + "fldSimple").Any(field => IsActiveField((string?)field.Attribute(W + "instr") ?? ""))
        || part.Descendants(W + "p")
            .Any(paragraph => IsActiveField(string.Concat(paragraph.Descendants(W + "instrText").Select(text => text.Value))));

    private static bool IsActiveField(string instructions) =>
        instructions.Split([' ', '\t', '\n', '\r', '"', '\\', '{', '}'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => ActiveFields.Contains(word, StringComparer.OrdinalIgnoreCase));
}
