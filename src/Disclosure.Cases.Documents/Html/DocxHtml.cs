using System.Net;
using System.Text;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Documents.Html;

/// <summary>
/// Shows a document that was read as HTML, in the classes of letters. What the document is like beyond its text and our
/// styles only Word shows.
/// </summary>
internal static class DocxHtml
{
    public static string Fragment(IReadOnlyList<ReadParagraph> paragraphs)
    {
        var html = new StringBuilder();
        html.Append(paragraphs.Any(paragraph => paragraph.Style == DocxStyles.TitleOfForm)
            ? "<article class=\"letter letter-form\" lang=\"zh-CN\">\n"
            : "<article class=\"letter\" lang=\"zh-CN\">\n");
        for (var place = 0; place < paragraphs.Count;)
        {
            var group = GroupOf(paragraphs[place]);
            var members = paragraphs.Skip(place).TakeWhile(paragraph => GroupOf(paragraph) == group).ToList();
            Append(html, group, members);
            place += members.Count;
        }

        return html.Append("</article>\n").ToString();
    }

    // What stands together in one element.
    private enum Group
    {
        Masthead,
        Number,
        Title,
        Addressee,
        Body,
        Attachments,
        Signature,
        Margin,
    }

    private static Group GroupOf(ReadParagraph paragraph) => paragraph.Part switch
    {
        LetterPart.Masthead => Group.Masthead,
        LetterPart.Number => Group.Number,
        LetterPart.Title => Group.Title,
        LetterPart.Addressee => Group.Addressee,
        LetterPart.Attachment => Group.Attachments,
        LetterPart.Organ or LetterPart.Date => Group.Signature,
        LetterPart.Margin or LetterPart.Note => Group.Margin,
        LetterPart.Body or LetterPart.Heading or LetterPart.Item or LetterPart.Cell => Group.Body,
    };

    private static void Append(StringBuilder html, Group group, List<ReadParagraph> members)
    {
        switch (group)
        {
            case Group.Masthead:
                // A header may be there for each kind of page; it is shown once.
                var kind = members[0].Style == DocxStyles.DocumentMasthead ? "document" : "letter";
                html.Append($"<header class=\"letter-masthead letter-masthead-{kind}\">"
                    + $"{string.Join("<br>", members.Select(Runs).Distinct())}</header>\n");
                break;
            case Group.Number:
                members.ForEach(number => html.Append($"<p class=\"letter-number\">{Runs(number)}</p>\n"));
                break;
            case Group.Title:
                html.Append($"<h1 class=\"letter-title\">{string.Join("<br>", members.Select(Runs))}</h1>\n");
                break;
            case Group.Addressee:
                members.ForEach(addressee => html.Append($"<p class=\"letter-addressee\">{Runs(addressee)}</p>\n"));
                break;
            case Group.Attachments:
                html.Append("<div class=\"letter-attachments\"><ol>\n");
                members.ForEach(attachment => html.Append($"<li>{Runs(attachment)}</li>\n"));
                html.Append("</ol></div>\n");
                break;
            case Group.Signature:
                html.Append("<footer class=\"letter-signature\">");
                members.ForEach(line =>
                    html.Append($"<p class=\"{(line.Part == LetterPart.Organ ? "letter-organ" : "letter-date")}\">{Runs(line)}</p>"));
                html.Append("</footer>\n");
                break;
            case Group.Body:
                AppendBody(html, members);
                break;
            default:
                members.ForEach(line => html.Append($"<p class=\"letter-margin\">{Runs(line)}</p>\n"));
                break;
        }
    }

    private static void AppendBody(StringBuilder html, List<ReadParagraph> members)
    {
        html.Append("<div class=\"letter-body\">\n");
        for (var place = 0; place < members.Count;)
        {
            var first = members[place];
            var alike = members.Skip(place)
                .TakeWhile(next => next.Cell?.Table == first.Cell?.Table && (first.Cell is not null || next.Part == first.Part)).ToList();
            if (first.Cell is not null)
            {
                AppendTable(html, alike);
            }
            else if (first.Part == LetterPart.Item)
            {
                html.Append("<ul class=\"letter-list\">\n").AppendJoin("", alike.Select(item => $"<li>{Runs(item)}</li>\n"))
                    .Append("</ul>\n");
            }
            else
            {
                alike.ForEach(paragraph => html.Append(paragraph switch
                {
                    { Style: DocxStyles.Subheading } => $"<h3 class=\"letter-subheading\">{Runs(paragraph)}</h3>\n",
                    { Part: LetterPart.Heading } => $"<h2 class=\"letter-heading\">{Runs(paragraph)}</h2>\n",
                    _ => $"<p>{Runs(paragraph)}</p>\n",
                }));
            }

            place += alike.Count;
        }

        html.Append("</div>\n");
    }

    private static void AppendTable(StringBuilder html, List<ReadParagraph> cells)
    {
        html.Append("<table class=\"letter-table\">\n");
        foreach (var row in cells.GroupBy(cell => cell.Cell!.Row))
        {
            html.Append("<tr>");
            var column = 0;
            foreach (var cell in row.GroupBy(paragraph => paragraph.Cell!.Column))
            {
                // A blank cell has no paragraph that was read.
                for (; column < cell.Key; column++)
                {
                    html.Append("<td></td>");
                }

                var span = cell.First().Cell!.Span;
                html.Append($"<td{(span > 1 ? $" colspan=\"{span}\"" : "")}>{string.Join("<br>", cell.Select(Runs))}</td>");
                column++;
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Runs(ReadParagraph paragraph) => string.Concat(paragraph.Runs.Select(run => run.Kind == InlineKind.Draft
        ? $"<span class=\"letter-draft\">{Encode(run.Text)}</span>"
        : Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal)));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
