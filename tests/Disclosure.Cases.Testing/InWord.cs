using System.IO.Compression;
using System.Text;

namespace Disclosure.Cases.Testing;

/// <summary>What people and Word do to a draft between download and upload.</summary>
internal static class InWord
{
    private const string Main = "word/document.xml";

    /// <summary>Text replaced in the document as it stands in its XML.</summary>
    public static byte[] Replaced(byte[] docx, string from, string to) => Changed(docx, xml => xml.Contains(from, StringComparison.Ordinal)
        ? xml.Replace(from, to, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The document does not say {from}."));

    /// <summary>One more paragraph after the addressee.</summary>
    public static byte[] WithParagraph(byte[] docx, string text, string inside = "") => Changed(docx, xml =>
    {
        var addressee =
            xml.IndexOf("</w:p>", xml.IndexOf("LetterAddressee", StringComparison.Ordinal), StringComparison.Ordinal) + "</w:p>".Length;
        return xml.Insert(addressee, $"<w:p><w:pPr><w:pStyle w:val=\"LetterBody\"/></w:pPr><w:r><w:t>{text}</w:t></w:r>{inside}</w:p>");
    });

    /// <summary>What Word leaves when it saves: marks of proofing and sessions, runs broken up, parts of its own.</summary>
    public static byte[] Saved(byte[] docx) => Changed(Changed(docx, xml =>
        {
            var body = xml.IndexOf("LetterBody", StringComparison.Ordinal);
            var text = xml.IndexOf("<w:t", body, StringComparison.Ordinal);
            text = xml.IndexOf('>', text) + 3;
            return xml.Insert(text, "</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>"
                + "<w:bookmarkEnd w:id=\"0\"/><w:r w:rsidR=\"00AB12CD\"><w:rPr>"
                + "<w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:lastRenderedPageBreak/><w:t xml:space=\"preserve\">")
                .Replace("<w:p>", "<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">", StringComparison.Ordinal);
        }),
        _ => "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
            + "<Application>Microsoft Office Word</Application></Properties>",
        "docProps/app.xml");

    /// <summary>A part of the package written anew.</summary>
    public static byte[] Changed(byte[] docx, Func<string, string> change, string part = Main)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = "";
            if (zip.GetEntry(part) is { } old)
            {
                using (var reader = new StreamReader(old.Open()))
                {
                    text = reader.ReadToEnd();
                }

                old.Delete();
            }

            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(text));
        }

        return bytes.ToArray();
    }
}
