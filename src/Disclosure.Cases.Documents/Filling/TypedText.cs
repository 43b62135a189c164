namespace Disclosure.Cases.Documents.Filling;

/// <summary>What somebody typed, as lines to print.</summary>
internal static class TypedText
{
    private static readonly char[] Breaks = ['\r', '\n', '\u0085', '\u2028', '\u2029', '\v', '\f'];

    /// <summary>Its paragraphs: the lines that are not blank, without the white space around them.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('\t', ' '));

    /// <summary>The whole on one line, as it stands within a sentence.</summary>
    public static string Line(string text) => string.Join(" ", Paragraphs(text));
}
