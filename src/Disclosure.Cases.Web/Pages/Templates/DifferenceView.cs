using System.Globalization;
using Disclosure.Cases.Differences;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>A line of a difference as a page shows it: what changed within it, between what did not.</summary>
/// <param name="Line">The line; null where lines that are the same are left out.</param>
/// <param name="Head">What comes before the change.</param>
/// <param name="Middle">What changed.</param>
/// <param name="Tail">What comes after it.</param>
internal sealed record DifferenceLine(LineDifference? Line, string Head, string Middle, string Tail);

/// <summary>The difference of two texts, with a few lines around each change.</summary>
internal static class DifferenceView
{
    private const int Around = 2;

    /// <summary>The lines to show; empty when the texts are the same.</summary>
    public static IReadOnlyList<DifferenceLine> Of(string before, string after)
    {
        var lines = LineDifference.Of(before, after);
        var shown = new List<DifferenceLine>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Change == ChangeKind.Same)
            {
                if (!IsNearAChange(lines, index))
                {
                    if (shown.Count == 0 || shown[^1].Line is not null)
                    {
                        shown.Add(new DifferenceLine(null, "", "", ""));
                    }

                    continue;
                }

                shown.Add(new DifferenceLine(lines[index], lines[index].Text, "", ""));
                continue;
            }

            shown.Add(Within(lines[index], PartnerOf(lines, index)?.Text));
        }

        return lines.All(line => line.Change == ChangeKind.Same) ? [] : shown;
    }

    private static bool IsNearAChange(IReadOnlyList<LineDifference> lines, int index) =>
        Enumerable.Range(index - Around, (2 * Around) + 1)
            .Any(near => near >= 0 && near < lines.Count && lines[near].Change != ChangeKind.Same);

    // The first of the lines removed stands against the first of those added after them, and so on.
    private static LineDifference? PartnerOf(IReadOnlyList<LineDifference> lines, int index)
    {
        var own = lines[index].Change;
        var first = index;
        while (first > 0 && lines[first - 1].Change == own)
        {
            first--;
        }

        var end = index;
        while (end < lines.Count && lines[end].Change == own)
        {
            end++;
        }

        var place = index - first;
        if (own == ChangeKind.Deleted)
        {
            return end + place < lines.Count && Enumerable.Range(end, place + 1).All(each => lines[each].Change == ChangeKind.Inserted)
                ? lines[end + place]
                : null;
        }

        var removed = first;
        while (removed > 0 && lines[removed - 1].Change == ChangeKind.Deleted)
        {
            removed--;
        }

        return removed + place < first ? lines[removed + place] : null;
    }

    private static DifferenceLine Within(LineDifference line, string? other)
    {
        if (other is null)
        {
            return new DifferenceLine(line, line.Text, "", "");
        }

        var (mine, theirs) = (Elements(line.Text), Elements(other));
        var head = 0;
        while (head < Math.Min(mine.Length, theirs.Length) && mine[head] == theirs[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(mine.Length, theirs.Length) - head && mine[^(tail + 1)] == theirs[^(tail + 1)])
        {
            tail++;
        }

        return new DifferenceLine(line, string.Concat(mine[..head]), string.Concat(mine[head..^tail]), string.Concat(mine[^tail..]));
    }

    private static string[] Elements(string text)
    {
        var elements = new List<string>();
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            elements.Add(each.GetTextElement());
        }

        return [.. elements];
    }
}
