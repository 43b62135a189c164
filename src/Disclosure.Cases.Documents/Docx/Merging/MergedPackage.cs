using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>The parts of a merged document as they come in; the same bytes are kept once.</summary>
internal sealed class MergedPackage
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, byte[] Content)> parts = [];
    private readonly Dictionary<string, string> links = [];
    private readonly StringBuilder types = new();
    private readonly StringBuilder relationships = new();

    /// <summary>Takes an image in.</summary>
    /// <returns>Its name.</returns>
    public string Image(MergeSource source, string target)
    {
        var content = source.Parts.Bytes(target);
        var name = $"media/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}{Path.GetExtension(target).ToLowerInvariant()}";
        if (parts.All(part => part.Name != "word/" + name))
        {
            Keep(name, content, source.Parts.MediaType(target));
        }

        return name;
    }

    /// <summary>Takes a part in that the document refers to.</summary>
    /// <returns>The relationship's id.</returns>
    public string Link(string kind, string name)
    {
        if (!links.TryGetValue(name, out var id))
        {
            links[name] = id = FormattableString.Invariant($"rId{links.Count + 1}");
            relationships.Append(null, $"<Relationship Id=\"{id}\" Type=\"{Kinds}/{kind}\" Target=\"{SecurityElement.Escape(name)}\"/>");
        }

        return id;
    }

    /// <summary>Takes a header or footer in, with what it refers to.</summary>
    /// <returns>The relationship's id.</returns>
    public string Margin(string kind, XElement root, IReadOnlyDictionary<string, string> images)
    {
        var content = OpcParts.Write(root);
        var list = string.Concat(images.Select(image => $"<Relationship Id=\"{SecurityElement.Escape(image.Key)}\" Type=\""
            + $"{Kinds}/image\" Target=\"{SecurityElement.Escape(image.Value)}\"/>"));
        var name = $"{kind}-{Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes(list)]))[..16]}.xml";
        if (!links.ContainsKey(name))
        {
            Keep(name, content, $"{Types}.{kind}+xml");
            if (images.Count > 0)
            {
                parts.Add(($"word/_rels/{name}.rels", Encoding.UTF8.GetBytes(Relationships(list))));
            }
        }

        return Link(kind, name);
    }

    /// <summary>Takes one of the document's own parts in.</summary>
    public void Own(string kind, XElement root)
    {
        Keep(kind + ".xml", OpcParts.Write(root), $"{Types}.{kind}+xml");
        Link(kind, kind + ".xml");
    }

    public byte[] ToBytes(XElement document)
    {
        Keep("document.xml", OpcParts.Write(document), $"{Types}.document.main+xml");
        return DocxPackage.Zip(
        [
            ("[Content_Types].xml", Encoding.UTF8.GetBytes(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{types}</Types>")),
            ("_rels/.rels", Encoding.UTF8.GetBytes(
                Relationships($"<Relationship Id=\"rId1\" Type=\"{Kinds}/officeDocument\" Target=\"word/document.xml\"/>"))),
            ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(Relationships(relationships.ToString()))),
            .. parts,
        ]);
    }

    private static string Relationships(string list) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>";

    private void Keep(string name, byte[] content, string mediaType)
    {
        parts.Add(("word/" + name, content));
        types.Append(
            null, $"<Override PartName=\"/word/{SecurityElement.Escape(name)}\" ContentType=\"{SecurityElement.Escape(mediaType)}\"/>");
    }
}
