using System.IO.Compression;
using System.Text;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>Letters as another program might have left them.</summary>
internal static class ForeignDocx
{
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>The same letter with one part changed or added.</summary>
    public static byte[] With(this byte[] docx, string part, Func<string, string> change) =>
        docx.With(part, bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));

    /// <summary>A part's bytes.</summary>
    public static byte[] PartOf(this byte[] docx, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry(part)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>With a numbered paragraph, under the same ids in every letter.</summary>
    public static byte[] WithList(this byte[] docx, string pattern) => docx
        .With(
            "word/numbering.xml",
            _ => $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:nsid w:val=\"01234567\"/>"
                + "<w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                + $"<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{pattern}\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>")
        .Linked("rIdList", "numbering", "numbering.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml")
        .Before("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>列项</w:t></w:r></w:p>");

    /// <summary>With a picture, under the same name and ids in every letter.</summary>
    public static byte[] WithPicture(this byte[] docx, byte shade) => docx
        .With("word/media/image1.png", _ => [
            .. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
            shade,
        ])
        .Linked("rIdPicture", "image", "media/image1.png", "image/png")
        .Before("""
            <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图片 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
            """);

    private static byte[] Before(this byte[] docx, string paragraph) =>
        docx.With("word/document.xml", xml => xml.Insert(xml.LastIndexOf("<w:sectPr>", StringComparison.Ordinal), paragraph));

    private static byte[] Linked(this byte[] docx, string id, string kind, string target, string mediaType) => docx
        .With("word/_rels/document.xml.rels", xml => xml.Replace(
            "</Relationships>",
            $"<Relationship Id=\"{id}\" Type=\"{Kinds}/{kind}\" Target=\"{target}\"/></Relationships>",
            StringComparison.Ordinal))
        .With("[Content_Types].xml", xml => xml.Replace(
            "</Types>", $"<Override PartName=\"/word/{target}\" ContentType=\"{mediaType}\"/></Types>", StringComparison.Ordinal));

    private static byte[] With(this byte[] docx, string part, Func<byte[], byte[]> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = zip.GetEntry(part);
            var content = old is null ? [] : docx.PartOf(part);
            old?.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(change(content));
        }

        return bytes.ToArray();
    }
}
