using System.Net;
using System.Text;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;

namespace Disclosure.Cases.Documents.Html;

/// <summary>Writes a letter as HTML. Every text is encoded where it is written, here and nowhere else.</summary>
internal static class HtmlWriter
{
    public static string Page(LetterDocument letter) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(letter.Title)}</title>
        <style>
        {LetterCss.Screen}
        {LetterCss.Paper}
        {(letter.Masthead == MastheadKind.Letter ? LetterCss.FirstPageOfLetter : "")}
        </style>
        </head>
        <body>
        {Fragment(letter)}</body>
        </html>

        """;

    public static string Fragment(LetterDocument letter)
    {
        var html = new StringBuilder();
        html.Append(letter.Masthead is null
            ? "<article class=\"letter letter-form\" lang=\"zh-CN\">\n"
            : "<article class=\"letter\" lang=\"zh-CN\">\n");
        if (letter.Masthead is { } masthead)
        {
            var kind = masthead == MastheadKind.Document ? "document" : "letter";
            html.Append($"<header class=\"letter-masthead letter-masthead-{kind}\">{Run(letter.Organ)}</header>\n");
        }

        if (letter.Number is { } number)
        {
            html.Append($"<p class=\"letter-number\">{Run(number)}</p>\n");
        }
        else if (letter.Masthead == MastheadKind.Document)
        {
            html.Append("<hr class=\"letter-rule\">\n");
        }

        html.Append($"<h1 class=\"letter-title\">{string.Join("<br>", TitleLines.Of(letter.Title).Select(Encode))}</h1>\n");
        if (letter.Addressee is { } addressee)
        {
            html.Append($"<p class=\"letter-addressee\">{Runs(addressee)}</p>\n");
        }

        var closing = letter.DecidedOn is null ? letter.Body.Count : ClosingFrom(letter.Body);
        AppendBody(html, letter.Body, 0, closing);
        if (letter.DecidedOn is { } decidedOn)
        {
            html.Append("<div class=\"letter-closing\">\n");
            AppendBody(html, letter.Body, closing, letter.Body.Count);
            AppendAttachments(html, letter.Attachments);
            html.Append($"<footer class=\"letter-signature\"><p class=\"letter-organ\">{Run(letter.Organ)}</p>"
                + $"<p class=\"letter-date\">{Run(decidedOn)}</p></footer>\n</div>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    // Organ and date are never alone on a page: what stays with them begins here.
    private static int ClosingFrom(IReadOnlyList<Block> blocks)
    {
        var from = blocks.Count;
        while (from > 0 && blocks[from - 1] is Paragraph { StaysWithNext: true })
        {
            from--;
        }

        return Math.Min(from, Math.Max(0, blocks.Count - 1));
    }

    private static void AppendBody(StringBuilder html, IReadOnlyList<Block> blocks, int from, int to)
    {
        html.Append("<div class=\"letter-body\">\n");
        for (var index = from; index < to; index++)
        {
            Append(html, blocks[index], blocks.ElementAtOrDefault(index + 1));
        }

        html.Append("</div>\n");
    }

    private static void Append(StringBuilder html, Block block, Block? following)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append($"<p{(LeadIn.Is(paragraph, following) ? " class=\"letter-lead-in\"" : "")}>{Runs(paragraph.Runs)}</p>\n");
                break;
            case Heading heading:
                html.Append(heading.Level == 1
                    ? $"<h2 class=\"letter-heading\">{Runs(heading.Printed)}</h2>\n"
                    : $"<h3 class=\"letter-subheading\">{Runs(heading.Printed)}</h3>\n");
                break;
            case ItemList list:
                html.Append("<ul class=\"letter-list\">\n");
                foreach (var item in list.Items)
                {
                    html.Append($"<li>{Runs(item)}</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case Table table:
                AppendTable(html, table);
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}.");
        }
    }

    private static void AppendTable(StringBuilder html, Table table)
    {
        html.Append("<table class=\"letter-table\">\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var index = 0; index < row.Cells.Count; index++)
            {
                // The last cell of a shorter row reaches to the edge.
                var isLast = index == row.Cells.Count - 1;
                var span = isLast && row.Cells.Count < table.Columns ? $" colspan=\"{table.Columns - index}\"" : "";
                var room = isLast ? string.Concat(Enumerable.Repeat("<br>", row.LinesToFillIn - 1)) : "";
                html.Append($"<td{span}>{Runs(row.Cells[index])}{room}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void AppendAttachments(StringBuilder html, IReadOnlyList<Inline> attachments)
    {
        if (attachments.Count == 0)
        {
            return;
        }

        var numbered = attachments.Count > 1 ? " letter-attachments-numbered" : "";
        html.Append($"<div class=\"letter-attachments{numbered}\"><span>附件：</span><ol>\n");
        foreach (var attachment in attachments)
        {
            html.Append($"<li>{Run(attachment)}</li>\n");
        }

        html.Append("</ol></div>\n");
    }

    private static string Runs(IEnumerable<Inline> runs) => string.Concat(runs.Select(Run));

    private static string Run(Inline run) => run.Kind switch
    {
        InlineKind.Draft => $"<span class=\"letter-draft\">{Encode(run.Text)}</span>",
        InlineKind.Missing => $"<mark class=\"letter-missing\">{Encode(run.Text)}</mark>",
        _ => string.Concat(Unbroken.Pieces(run.Text).Select(piece =>
            piece.IsNumber ? $"<span class=\"letter-unbroken\">{Encode(piece.Text)}</span>" : Encode(piece.Text))),
    };

    // HtmlEncode turns characters beyond the BMP into references; both mean the same.
    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
