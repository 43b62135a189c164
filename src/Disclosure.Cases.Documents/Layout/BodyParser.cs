using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Layout;

/// <summary>
/// Reads a filled body: paragraphs parted by blank lines, <c># </c> headings, <c>- </c> items, <c>| a | b |</c> rows, and
/// <c>| | |</c> for a line more to write on by hand in the row before; nothing else. Only the template's own characters can make
/// structure; what people typed is still tokens here.
/// </summary>
internal sealed class BodyParser(Tokens tokens)
{
    private readonly List<Block> blocks = [];
    private readonly List<string> lines = [];
    private readonly List<IReadOnlyList<Inline>> items = [];
    private readonly List<TableRow> rows = [];

    public static IReadOnlyList<Block> Parse(string body, Tokens tokens) => new BodyParser(tokens).Parse(body);

    private List<Block> Parse(string body)
    {
        foreach (var line in body.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                End(items: false);
                items.Add(tokens.Runs(line[2..].Trim()));
            }
            else if (line.Length > 1 && line[0] == '|' && line[^1] == '|')
            {
                End(rows: false);
                AddRow([.. line[1..^1].Split('|').Select(cell => tokens.Runs(cell.Trim()))]);
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                End();
                blocks.Add(new Heading(tokens.Runs(line[2..].Trim())));
            }
            else if (line.Length == 0)
            {
                // A blank line between two rows or items, left by a condition, does not part them.
                EndParagraph();
            }
            else
            {
                EndItems();
                EndRows();
                lines.Add(line);
            }
        }

        End();
        return blocks;
    }

    private void End(bool items = true, bool rows = true)
    {
        EndParagraph();
        if (items)
        {
            EndItems();
        }

        if (rows)
        {
            EndRows();
        }
    }

    // | | |: a line more to write on in the row before.
    private void AddRow(IReadOnlyList<IReadOnlyList<Inline>> cells)
    {
        if (rows.Count > 0 && cells.All(cell => cell.Count == 0))
        {
            rows[^1] = rows[^1] with { LinesToFillIn = rows[^1].LinesToFillIn + 1 };
        }
        else
        {
            rows.Add(new TableRow(cells));
        }
    }

    private void EndParagraph()
    {
        if (lines.Count == 0)
        {
            return;
        }

        // Chinese is written without spaces: broken lines of the wording join directly.
        var line = string.Concat(lines);
        lines.Clear();
        if (tokens.Alone(line) is { } blocks)
        {
            this.blocks.AddRange(blocks);
        }
        else
        {
            this.blocks.Add(new Paragraph(tokens.Runs(line)));
        }
    }

    private void EndItems()
    {
        if (items.Count > 0)
        {
            blocks.Add(new ItemList([.. items]));
            items.Clear();
        }
    }

    private void EndRows()
    {
        if (rows.Count > 0)
        {
            blocks.Add(new Table([.. rows]));
            rows.Clear();
        }
    }
}
