using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// Drafts finished in Word or WPS. The file comes from outside: it is judged before anything in it is believed, and only the
/// two content controls are changed.
/// </summary>
internal static class DocxUpload
{
    private const string Main = "word/document.xml";
    private const int MaxFile = 20 * 1024 * 1024;
    private const long MaxUnpacked = 100L * 1024 * 1024;
    private const int MaxEntries = 2_000;
    private static readonly XNamespace W = DocxParts.W;
    private static readonly string[] ActiveFields = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "MACROBUTTON", "RD", "DATABASE"];

    public static IReadOnlyList<Refusal> Check(byte[] docx, bool needsNumber)
    {
        if (docx.Length > MaxFile)
        {
            return [new Refusal("letter.upload-too-large")];
        }

        try
        {
            var parts = Unpack(docx);
            if (parts is null)
            {
                return [new Refusal("letter.upload-too-large")];
            }

            var main = parts.FirstOrDefault(part => part.Name == Main).Content;
            if (main is null || parts.Select(part => part.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != parts.Count)
            {
                return [new Refusal("letter.upload-not-docx")];
            }

            var document = Parse(main);
            return IsActive(parts) ? [new Refusal("letter.upload-active-content")] : [.. Controls(document, needsNumber)];
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return [new Refusal("letter.upload-not-docx")];
        }
    }

    public static byte[] FillIn(byte[] docx, string? number, DateOnly decidedOn)
    {
        var parts = Unpack(docx)!;
        var index = parts.FindIndex(part => part.Name == Main);
        var document = Parse(parts[index].Content);
        if (number is not null)
        {
            Put(document, "number", number);
        }

        Put(document, "decidedOn", PrintedDate.Of(decidedOn));
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = false }))
        {
            document.Save(writer);
        }

        parts[index] = (Main, written.ToArray());
        return DocxPackage.Zip(parts);
    }

    private static IEnumerable<Refusal> Controls(XDocument document, bool needsNumber)
    {
        if (needsNumber && Tagged(document, "number").Count() != 1)
        {
            yield return new Refusal("letter.upload-no-number") { Field = "number" };
        }

        if (Tagged(document, "decidedOn").Count() != 1)
        {
            yield return new Refusal("letter.upload-no-date") { Field = "decidedOn" };
        }
    }

    private static IEnumerable<XElement> Tagged(XDocument document, string tag) =>
        document.Descendants(W + "sdt").Where(control =>
            (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == tag
            && control.Element(W + "sdtContent")?.Descendants(W + "r").Any() == true);

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
    private static bool IsActive(List<(string Name, byte[] Content)> parts) =>
        parts.Any(part =>
        {
            var name = part.Name.ToLowerInvariant();
            return name.EndsWith(".bin", StringComparison.Ordinal) || name.Contains("/embeddings/", StringComparison.Ordinal)
                || name.Contains("/activex/", StringComparison.Ordinal) || name.Contains("vba", StringComparison.Ordinal)
                || (name.EndsWith(".rels", StringComparison.Ordinal) && Parse(part.Content).Descendants().Any(Reaches))
                || (name == "[content_types].xml" && System.Text.Encoding.UTF8.GetString(part.Content).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                || (name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal) && HasActiveElements(Parse(part.Content)));
        });

    private static bool Reaches(XElement relationship) =>
        string.Equals((string?)relationship.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        || ((string?)relationship.Attribute("Type"))?.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase) == true;

    // A field's instruction may be broken over several runs, so a paragraph's pieces are read together.
    private static bool HasActiveElements(XDocument part) =>
        part.Descendants(W + "altChunk").Any()
        || part.Descendants(W + "object").Any()
        || part.Descendants(W + "fldSimple").Any(field => IsActiveField((string?)field.Attribute(W + "instr") ?? ""))
        || part.Descendants(W + "p").Any(paragraph => IsActiveField(string.Concat(paragraph.Descendants(W + "instrText").Select(text => text.Value))));

    private static bool IsActiveField(string instructions) =>
        instructions.Split([' ', '\t', '\n', '\r', '"', '\\', '{', '}'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => ActiveFields.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static List<(string Name, byte[] Content)>? Unpack(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        long left = MaxUnpacked;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            // The sizes in a zip's directory are claims: what comes out is counted.
            using var stream = entry.Open();
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0 || parts.Count >= MaxEntries)
                {
                    return null;
                }

                content.Write(buffer, 0, read);
            }

            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    private static XDocument Parse(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
