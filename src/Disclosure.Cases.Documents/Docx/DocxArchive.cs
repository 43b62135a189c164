using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>A DOCX taken apart: a file from outside, of which nothing is believed before it is judged.</summary>
internal sealed class DocxArchive
{
    private const long MaxUnpacked = 100L * 1024 * 1024;
    private const int MaxEntries = 2_000;

    // Word itself nests some dozens deep; what goes much deeper is meant to exhaust whoever reads it.
    private const int MaxDepth = 400;
    private static readonly XNamespace W = DocxParts.W;

    private DocxArchive(List<(string Name, byte[] Content)> parts) => Parts = parts;

    /// <summary>The parts in their order.</summary>
    public List<(string Name, byte[] Content)> Parts { get; }

    /// <summary>
    /// The part that the package says is the document: what Word shows, whatever else lies beside it.
    /// </summary>
    /// <exception cref="InvalidDataException">There is none, or more than one.</exception>
    public string MainName
    {
        get
        {
            var targets = Parse(Part("_rels/.rels")).Root!.Elements()
                .Where(relationship =>
                    ((string?)relationship.Attribute("Type"))?.EndsWith("/officeDocument", StringComparison.OrdinalIgnoreCase) == true)
                .Select(relationship => ((string?)relationship.Attribute("Target"))?.TrimStart('/')).ToList();
            return targets is [{ Length: > 0 } main] && Parts.Any(part => part.Name == main)
                ? main
                : throw new InvalidDataException("The package names no document.");
        }
    }

    public XDocument Main => Parse(Part(MainName));

    /// <summary>
    /// Every part in WordprocessingML but the main one, by its root's name: <c>hdr</c>, <c>ftr</c>, <c>comments</c>, <c>styles</c> …
    /// </summary>
    public IEnumerable<XDocument> Others(string? root = null) => Parts
        .Where(part => part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && part.Name != MainName)
        .Select(part => Parse(part.Content))
        .Where(part => part.Root!.Name.Namespace == W && (root is null || part.Root.Name == W + root));

    /// <summary>Takes a file apart; null when it holds more than any letter would.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or one with two parts of a name.</exception>
    public static DocxArchive? Open(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var parts = new List<(string Name, byte[] Content)>();
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

        return parts.Select(part => part.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == parts.Count
            ? new DocxArchive(parts)
            : throw new InvalidDataException("Two parts have the same name.");
    }

    /// <summary>The XML of a part, without what a DTD could bring in, and not nested without end.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="InvalidDataException">It is nested too deep.</exception>
    public static XDocument Parse(byte[] xml)
    {
        using (var depths = Reader(xml))
        {
            while (depths.Read())
            {
                if (depths.Depth > MaxDepth)
                {
                    throw new InvalidDataException("The XML is nested too deep.");
                }
            }
        }

        using var reader = Reader(xml);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XmlReader Reader(byte[] xml) =>
        XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    private byte[] Part(string name) =>
        Parts.Find(part => part.Name == name).Content ?? throw new InvalidDataException($"There is no {name}.");
}
