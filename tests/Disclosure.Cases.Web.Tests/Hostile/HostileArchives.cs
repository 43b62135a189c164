using System.IO.Compression;
using System.Text;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>Zip files that call themselves documents of Word or Excel.</summary>
internal static class HostileArchives
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static IReadOnlyList<byte[]> All { get; } =
    [
        Zip(), Zip(("word/document.xml", "<x-probe/>")), Zip(("[Content_Types].xml", "not xml")), Zip(("../../escaped", "x")),
        Office(Word, "word/document.xml", "<w:document"), Office(Word, "word/document.xml", ""), Office(Word, "word/document.xml", "<x/>"),
        Office(Word, "word/document.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"),
        Office(Word, "word/document.xml", Body("<w:p><w:r><w:t>&#xFFFE;</w:t></w:r></w:p>")),
        Office(Word, "word/document.xml", Body("<w:p><w:r><w:t>\uE000<![CDATA[<x-probe>]]></w:t></w:r></w:p>")),
        Office(Word, "word/document.xml", Body("<w:tbl/>" + string.Concat(Enumerable.Repeat("<w:p>", 3_000)))),
        Office(Word, "word/document.xml", Body("")), Office(Word, "word/missing.xml", null), Office(Sheet, "xl/workbook.xml", "<x/>"),
        Office(Sheet, "xl/workbook.xml", null), Office(Word, "word/document.xml", new string(' ', 30_000_000)),
        Office(Word, "word/document.xml", Body("<w:p/>"))[..^30],
    ];

    private static string Body(string content) =>
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + content
            + "</w:body></w:document>";

    private static byte[] Office(string type, string part, string? content)
    {
        var rest = new[]
        {
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/{part}\" ContentType=\"{type}\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + $"Target=\"{part}\"/></Relationships>"),
        };
        return Zip(content is null ? rest : [.. rest, (part, content)]);
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
