using System.Text;
using Disclosure.Cases.Documents.Docx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>A DOCX as somebody reads it out: a line for each paragraph or row, what is no body text named in front.</summary>
internal static class DocxPlainText
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [DocxStyles.Masthead] = "版头",
        [DocxStyles.DocumentMasthead] = "版头",
        [DocxStyles.Number] = "文号",
        [DocxStyles.DocumentNumber] = "文号",
        [DocxStyles.Title] = "题名",
        [DocxStyles.TitleOfForm] = "题名",
        [DocxStyles.Addressee] = "主送",
        [DocxStyles.Heading] = "标题",
        [DocxStyles.Organ] = "署名",
        [DocxStyles.Date] = "日期",
    };

    public static string Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var text = new StringBuilder();
        foreach (var masthead in document.MainDocumentPart!.HeaderParts.SelectMany(part => part.Header.Elements<Paragraph>())
            .Where(paragraph => paragraph.InnerText.Length > 0))
        {
            text.Append(Line(masthead)).Append('\n');
        }

        foreach (var element in document.MainDocumentPart.Document.Body!.ChildElements)
        {
            if (element is Table table)
            {
                foreach (var row in table.Elements<TableRow>())
                {
                    var cells = row.Elements<TableCell>().Select(cell => string.Concat(cell.Elements<Paragraph>().Select(Words)));
                    text.Append(string.Join(" | ", cells).TrimEnd()).Append('\n');
                }
            }
            else if (element is Paragraph paragraph && paragraph.InnerText.Length > 0)
            {
                text.Append(Line(paragraph)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The paragraphs of the body, one by one, tables left out.</summary>
    public static IReadOnlyList<string> Paragraphs(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(Words)];
    }

    private static string Line(Paragraph paragraph) =>
        (Names.TryGetValue(paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!, out var name) ? $"【{name}】" : "")
        + Words(paragraph);

    // A title's line break is a slash: where it breaks is part of how it reads.
    private static string Words(Paragraph paragraph) => string.Concat(paragraph.Descendants()
        .Where(element => !element.Ancestors<AlternateContentFallback>().Any()).Select(element => element switch
    {
        Text text => text.Text,
        Break => "／",
        NoBreakHyphen => "-",
        _ => "",
    }));
}

internal static class StyleReading
{
    public static string Style(this Paragraph paragraph) => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;

    /// <summary>The style of the paragraph that the run stands in.</summary>
    public static string? ParentStyle(this RunProperties properties) => properties.Ancestors<Paragraph>().FirstOrDefault()?.Style();
}
