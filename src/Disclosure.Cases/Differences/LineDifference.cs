namespace Disclosure.Cases.Differences;

/// <summary>A line of the difference of two texts.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">Its number in the text before, from 1; null for an inserted line.</param>
/// <param name="After">Its number in the text after, from 1; null for a deleted line.</param>
/// <param name="Text">The line.</param>
public sealed record LineDifference(ChangeKind Change, int? Before, int? After, string Text)
{
    /// <summary>The way from one text to the other, line by line; deleted lines stand before inserted ones.</summary>
    public static IReadOnlyList<LineDifference> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, young) = (before.TrimEnd('\n').Split('\n'), after.TrimEnd('\n').Split('\n'));
        var lines = new List<LineDifference>();
        var (from, to) = (0, 0);
        foreach (var (commonFrom, commonTo) in CommonSequence.Of(old, young).Append((old.Length, young.Length)))
        {
            while (from < commonFrom)
            {
                lines.Add(new LineDifference(ChangeKind.Deleted, ++from, null, old[from - 1]));
            }

            while (to < commonTo)
            {
                lines.Add(new LineDifference(ChangeKind.Inserted, null, ++to, young[to - 1]));
            }

            if (from < old.Length && to < young.Length)
            {
                lines.Add(new LineDifference(ChangeKind.Same, ++from, ++to, young[to - 1]));
            }
        }

        return lines;
    }
}
