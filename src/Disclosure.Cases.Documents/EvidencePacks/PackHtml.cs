using System.Net;
using System.Text;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>A piece of the index page, encoded already. Whatever is text becomes one by being encoded.</summary>
/// <param name="Markup">HTML.</param>
internal readonly record struct Cell(string Markup)
{
    public static implicit operator Cell(string? text) => new(WebUtility.HtmlEncode(text ?? ""));

    /// <summary>A link to a file of the pack.</summary>
    public static Cell Link(string name) =>
        new($"<a href=\"{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}\">{WebUtility.HtmlEncode(name)}</a>");

    /// <summary>A hash, which may break anywhere.</summary>
    public static Cell Hash(string hash) => new($"<code>{WebUtility.HtmlEncode(hash)}</code>");

    /// <summary>Pieces one below the other.</summary>
    public static Cell Lines(IEnumerable<Cell> cells) => new(string.Join("<br>", cells.Select(cell => cell.Markup)));
}

/// <summary>The index page while it is written: it opens without a network, runs nothing, and prints.</summary>
internal sealed class PackHtml
{
    private const string Css = """
        body { margin: 0 auto; max-width: 210mm; padding: 10mm; color: #111; background: #fff; font: 11pt/1.7 "宋体", SimSun, "Noto Serif CJK SC", serif; overflow-wrap: break-word; }
        h1 { font: 700 20pt/1.4 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-align: center; margin: 0 0 2mm; }
        h2 { font: 700 13pt/1.5 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 8mm 0 2mm; border-bottom: 1px solid #999; break-after: avoid; }
        p { margin: 1mm 0; }
        .center { text-align: center; }
        .note { border: 1px solid #999; padding: 2mm 4mm; margin: 4mm 0; }
        table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 1.5; }
        th, td { border: 1px solid #999; padding: 1mm 2mm; text-align: left; vertical-align: top; }
        th { background: #f0f0ee; font-weight: 700; white-space: nowrap; }
        .figure { white-space: nowrap; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        code { font: 8pt/1.4 Consolas, "DejaVu Sans Mono", monospace; word-break: break-all; }
        a { color: #0b4a8f; }
        ul { margin: 1mm 0; padding-left: 6mm; }
        @page { size: A4; margin: 18mm 15mm; }
        @media print { body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
        """;

    private readonly StringBuilder html = new();

    /// <summary>Begins a part of the page.</summary>
    public void Heading(string title) => html.Append("<h2>").Append(((Cell)title).Markup).Append("</h2>\n");

    /// <summary>A paragraph.</summary>
    public void Paragraph(Cell text, string? tone = null) =>
        html.Append(tone is null ? "<p>" : $"<p class=\"{tone}\">").Append(text.Markup).Append("</p>\n");

    /// <summary>A list; nothing of none.</summary>
    public void List(IEnumerable<Cell> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            html.Append("<ul>\n").AppendJoin("", all.Select(line => $"<li>{line.Markup}</li>\n")).Append("</ul>\n");
        }
    }

    /// <summary>What is said of one thing: names and values; a value that is empty is left out.</summary>
    public void Facts(params IEnumerable<(string Name, Cell Value)> facts) => Rows(facts.Where(fact => fact.Value.Markup.Length > 0)
        .Select(fact => $"<tr><th scope=\"row\">{((Cell)fact.Name).Markup}</th><td>{fact.Value.Markup}</td></tr>\n"));

    /// <summary>A table; of no rows, a word that there are none.</summary>
    public void Table(string[] columns, IEnumerable<Cell[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            Paragraph("无。");
            return;
        }

        Rows([
            $"<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{((Cell)column).Markup}</th>"))}</tr></thead>\n",
            .. all.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td{ClassOf(cell)}>{cell.Markup}</td>"))}</tr>\n"),
        ]);
    }

    /// <summary>The whole page.</summary>
    public string Page(string title) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{((Cell)title).Markup}</title>
        <style>
        {Css}
        </style>
        </head>
        <body>
        {html}</body>
        </html>

        """.ReplaceLineEndings("\n");

    // Dates and numbers stand in one line.
    private static string ClassOf(Cell cell) =>
        cell.Markup.All(letter => char.IsAsciiDigit(letter) || letter is '-' or ':' or ' ') ? " class=\"figure\"" : "";

    private void Rows(IEnumerable<string> rows) => html.Append("<table>\n").AppendJoin("", rows).Append("</table>\n");
}
