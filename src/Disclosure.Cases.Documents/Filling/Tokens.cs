using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>What a token stands for.</summary>
/// <param name="Inline">Its text when it stands within a paragraph.</param>
/// <param name="Blocks">Its blocks when it stands alone in a paragraph; null when it is inline only.</param>
internal sealed record Content(Inline Inline, IReadOnlyList<Block>? Blocks = null);

/// <summary>
/// A value as the body sees it: opaque. It prints as a private-use bracket around an index, so that nothing a user typed
/// passes through Handlebars or the parser; the text is put in afterwards, as runs.
/// </summary>
internal sealed class Token(Tokens registry, int index, object? raw)
{
    public Tokens Registry { get; } = registry;

    /// <summary>The value behind it where a helper reckons with it (amounts).</summary>
    public object? Raw { get; } = raw;

    public override string ToString() => $"{Tokens.Open}{index}{Tokens.Close}";
}

/// <summary>The tokens of one letter.</summary>
internal sealed partial class Tokens
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';
    private readonly List<Content> contents = [];

    public Token Add(Content content, object? raw = null)
    {
        contents.Add(content);
        return new Token(this, contents.Count - 1, raw);
    }

    public Token Text(string text, object? raw = null) => Add(new Content(new Inline(text) { IsFilledIn = true }), raw);

    /// <summary>The runs of a line: the body's own words and what the tokens stand for.</summary>
    public IReadOnlyList<Inline> Runs(string line)
    {
        var runs = new List<Inline>();
        var end = 0;
        foreach (Match match in Pattern().Matches(line))
        {
            Add(line[end..match.Index]);
            runs.Add(contents[int.Parse(match.Groups[1].ValueSpan)].Inline);
            end = match.Index + match.Length;
        }

        Add(line[end..]);
        return runs;

        void Add(string words)
        {
            if (words.Length > 0)
            {
                runs.Add(new Inline(words));
            }
        }
    }

    /// <summary>The blocks of the only token of a line, or null when the line is anything else.</summary>
    public IReadOnlyList<Block>? Alone(string line)
    {
        var match = Pattern().Match(line);
        return match.Success && match.Length == line.Length ? contents[int.Parse(match.Groups[1].ValueSpan)].Blocks : null;
    }

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Pattern();
}
