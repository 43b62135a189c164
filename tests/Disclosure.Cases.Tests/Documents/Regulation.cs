using System.Text.RegularExpressions;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The text of the regulation (Order 711), by article, paragraph and item.</summary>
internal sealed partial class Regulation
{
    private const string Digits = "一二三四五六七八九";
    private readonly Dictionary<string, IReadOnlyList<string>> articles = [];

    private Regulation(string text)
    {
        foreach (var chapter in Article().Split(text).Skip(1).Chunk(2))
        {
            articles[chapter[0]] = [.. chapter[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')];
        }
    }

    public static Regulation Read() =>
        new(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Disclosure.Cases.Tests", "Documents", "regulation-order-711.txt"))
            .ReplaceLineEndings("\n"));

    /// <summary>The words of 第X条, 第X条第Y款 or 第X条第Z项; items belong to the paragraph before them.</summary>
    public string Text(string reference)
    {
        var parts = Reference().Match(reference);
        var lines = articles[parts.Groups["article"].Value];
        if (parts.Groups["item"].Success)
        {
            return lines.Single(line => line.StartsWith($"({parts.Groups["item"].Value})", StringComparison.Ordinal));
        }

        if (!parts.Groups["paragraph"].Success)
        {
            return string.Concat(lines);
        }

        var paragraphs = new List<string>();
        foreach (var line in lines)
        {
            if (line[0] == '(')
            {
                paragraphs[^1] += line;
            }
            else
            {
                paragraphs.Add(line);
            }
        }

        return paragraphs[Digits.IndexOf(parts.Groups["paragraph"].Value, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^(第[一二三四五六七八九十]+条) ", RegexOptions.Multiline)]
    private static partial Regex Article();

    [GeneratedRegex("^(?<article>第[一二三四五六七八九十]+条)(第(?<paragraph>[一二三四五六七八九])款)?(第(?<item>[一二三四五六七八九十]+)项)?$")]
    private static partial Regex Reference();
}
