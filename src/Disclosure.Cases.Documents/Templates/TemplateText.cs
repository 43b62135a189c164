using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>A template file taken apart: YAML between <c>---</c> lines, then the body, each with the line it begins on.</summary>
/// <param name="Whole">The file as it was read.</param>
/// <param name="Yaml">The front matter; null when there is none.</param>
/// <param name="Body">The body, with blank lines at its ends.</param>
/// <param name="BodyLine">The line on which the body begins, from 1.</param>
internal sealed partial record TemplateText(string Whole, string? Yaml, string Body, int BodyLine)
{
    /// <summary>The line on which the front matter's first line stands.</summary>
    public const int YamlLine = 2;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Takes a file apart; null when it is not UTF-8.</summary>
    public static TemplateText? Of(ReadOnlySpan<byte> content)
    {
        string whole;
        try
        {
            whole = Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var text = whole.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var parts = FrontMatter().Match(text);
        return parts.Success
            ? new TemplateText(
                whole, parts.Groups["yaml"].Value, parts.Groups["body"].Value, text.AsSpan(0, parts.Groups["body"].Index).Count('\n') + 1)
            : new TemplateText(whole, null, text, 1);
    }

    [GeneratedRegex(@"\A---\n(?<yaml>.*?)\n---\n(?<body>.*\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
