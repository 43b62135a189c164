namespace Disclosure.Cases.ReplyTemplates;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>It stands in both texts.</summary>
    Same,

    /// <summary>Only in the text before.</summary>
    Removed,

    /// <summary>Only in the text after.</summary>
    Added,
}

/// <summary>A line of the difference of two texts.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">Its number in the text before, from 1; null for an added line.</param>
/// <param name="After">Its number in the text after, from 1; null for a removed line.</param>
/// <param name="Text">The line.</param>
public sealed record LineDifference(LineChange Change, int? Before, int? After, string Text)
{
    /// <summary>The shortest way from one text to the other, line by line; removed lines stand before added ones.</summary>
    public static IReadOnlyList<LineDifference> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, young) = (before.TrimEnd('\n').Split('\n'), after.TrimEnd('\n').Split('\n'));
        var head = 0;
        while (head < Math.Min(old.Length, young.Length) && old[head] == young[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(old.Length, young.Length) - head && old[^(tail + 1)] == young[^(tail + 1)])
        {
            tail++;
        }

        // common[i, j]: how many lines the rests from i and j have in common, in their order.
        var (rows, columns) = (old.Length - head - tail, young.Length - head - tail);
        var common = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[head + i] == young[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<LineDifference>();
        var (from, to) = (0, 0);
        while (from < old.Length || to < young.Length)
        {
            var (i, j) = (from - head, to - head);
            var isCommon = i < 0 || (i >= rows && j >= columns) || (i < rows && j < columns && old[from] == young[to]);
            if (isCommon)
            {
                lines.Add(new LineDifference(LineChange.Same, ++from, ++to, young[to - 1]));
            }
            else if (i < rows && (j >= columns || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new LineDifference(LineChange.Removed, ++from, null, old[from - 1]));
            }
            else
            {
                lines.Add(new LineDifference(LineChange.Added, null, ++to, young[to - 1]));
            }
        }

        return lines;
    }
}
