namespace Disclosure.Cases.Differences;

/// <summary>The longest common subsequence of two sequences, within bounds of time and memory.</summary>
internal static class CommonSequence
{
    // A table of this many cells takes 36 MB and a moment: 3,000 clauses against as many.
    private const long MostCells = 9_000_000;

    /// <summary>Whether the whole answer is found, or only what both begin and end with.</summary>
    public static bool IsWithinBounds(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (start, end) = Ends(left, right);
        return (long)(left.Count - start - end) * (right.Count - start - end) <= MostCells;
    }

    /// <summary>
    /// The places that correspond, ascending in both. What both begin and end with always does; of sequences too long to
    /// compare, nothing else.
    /// </summary>
    public static IReadOnlyList<(int Left, int Right)> Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (start, end) = Ends(left, right);
        var pairs = new List<(int, int)>(Enumerable.Range(0, start).Select(place => (place, place)));
        var (rows, columns) = (left.Count - start - end, right.Count - start - end);
        if (rows > 0 && columns > 0 && (long)rows * columns <= MostCells)
        {
            pairs.AddRange(Middle(left, right, start, rows, columns));
        }

        pairs.AddRange(Enumerable.Range(0, end).Select(place => (left.Count - end + place, right.Count - end + place)));
        return pairs;
    }

    private static (int Start, int End) Ends(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        var start = 0;
        while (start < shorter && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return (start, end);
    }

    private static IEnumerable<(int Left, int Right)> Middle(
        IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int rows, int columns)
    {
        // longest[row, column]: how much the rest after row and column have in common.
        var longest = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                longest[row, column] = left[start + row] == right[start + column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
            }
        }

        for (int row = 0, column = 0; row < rows && column < columns;)
        {
            if (left[start + row] == right[start + column])
            {
                yield return (start + row++, start + column++);
            }
            else if (longest[row + 1, column] >= longest[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }
    }
}
