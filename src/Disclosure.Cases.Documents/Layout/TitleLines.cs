namespace Disclosure.Cases.Documents.Layout;

/// <summary>
/// Breaks a title where its meaning allows (GB/T 9704-2012, 7.3.1: words kept whole, lines set out evenly): before its
/// bracket, and within a long bracket at the 、 nearest to its middle.
/// </summary>
internal static class TitleLines
{
    /// <summary>So many characters of 22 pt go on a line of 156 mm.</summary>
    public const int OneLine = 20;

    /// <summary>The lines of <paramref name="title"/>; together they are the title, no character more or less.</summary>
    public static IReadOnlyList<string> Of(string title)
    {
        var bracket = title.IndexOf('（', StringComparison.Ordinal);
        return title.Length <= OneLine ? [title]
            : bracket > 0 ? [title[..bracket], .. Halved(title[bracket..])]
            : [.. Halved(title)];
    }

    private static IEnumerable<string> Halved(string line)
    {
        var breaks = Enumerable.Range(1, line.Length - 1).Where(index => line[index - 1] == '、').ToList();
        if (line.Length <= OneLine || breaks.Count == 0)
        {
            return [line];
        }

        var middle = breaks.MinBy(index => Math.Abs((2 * index) - line.Length));
        return [line[..middle], line[middle..]];
    }
}
