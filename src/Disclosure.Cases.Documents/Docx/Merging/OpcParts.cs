using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>A relationship of a part; the target is a part's name.</summary>
internal sealed record Relationship(string Id, string Kind, string Target, bool IsOutside);

/// <summary>The parts of an Office Open XML package, and how they refer to each other.</summary>
internal sealed class OpcParts
{
    private const long MaxUnpacked = 100L * 1024 * 1024;
    private const int MaxEntries = 2_000;
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly Dictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);

    public OpcParts(byte[] docx)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
            long left = MaxUnpacked;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                // The sizes in a zip's directory are claims: no more is read than there is room for.
                using var stream = entry.Open();
                var content = ReadUpTo(stream, left);
                left -= content.Length;
                if (!parts.TryAdd(entry.FullName, content) || parts.Count > MaxEntries)
                {
                    throw new CannotMergeException(CannotMergeException.Unreadable);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new CannotMergeException(CannotMergeException.Unreadable);
        }
    }

    /// <summary>The part's bytes.</summary>
    public byte[] Bytes(string name) =>
        parts.TryGetValue(name, out var content) ? content : throw new CannotMergeException(CannotMergeException.Unreadable);

    /// <summary>The part's XML.</summary>
    public XElement Xml(string name)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(Bytes(name)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException)
        {
            throw new CannotMergeException(CannotMergeException.Unreadable);
        }
    }

    /// <summary>What the part refers to; the package itself is the part of no name.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return !parts.ContainsKey(name) ? [] : [.. Xml(name).Elements(Links + "Relationship").Select(link => new Relationship(
            (string?)link.Attribute("Id") ?? "",
            ((string?)link.Attribute("Type") ?? "").Split('/')[^1],
            Resolve(part[..slash], (string?)link.Attribute("Target") ?? ""),
            string.Equals((string?)link.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>The part's media type.</summary>
    public string MediaType(string part)
    {
        var types = Xml("[Content_Types].xml");
        var own = types.Elements(Types + "Override")
            .FirstOrDefault(type => string.Equals((string?)type.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase));
        var usual = types.Elements(Types + "Default").FirstOrDefault(type => string.Equals(
            "." + (string?)type.Attribute("Extension"), Path.GetExtension(part), StringComparison.OrdinalIgnoreCase));
        return (string?)(own ?? usual)?.Attribute("ContentType") ?? throw new CannotMergeException(CannotMergeException.Unreadable);
    }

    /// <summary>XML as a part's bytes.</summary>
    public static byte[] Write(XElement root)
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return written.ToArray();
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private static byte[] ReadUpTo(Stream stream, long most)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > most)
            {
                throw new CannotMergeException(CannotMergeException.Unreadable);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
