using System.IO.Compression;
using System.Text;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// A zip whose bytes depend on its parts alone: fixed order, fixed time. So the SHA-256 of a document says whether it is the
/// one that was approved.
/// </summary>
internal sealed class DocxPackage
{
    // The earliest time that a zip can bear.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly List<(string Name, string Xml)> parts = [];

    public void Add(string name, string xml) =>
        parts.Add((name, xml.StartsWith("<?xml", StringComparison.Ordinal)
            ? xml
            : $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}"));

    public byte[] ToBytes() => Zip(parts.Select(part => (part.Name, Utf8.GetBytes(part.Xml))));

    /// <summary>A zip of <paramref name="entries"/> in their order.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = Entry(zip, name);
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Begins the next entry of <paramref name="zip"/>.</summary>
    public static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
