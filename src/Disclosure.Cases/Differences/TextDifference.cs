using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Differences;

/// <summary>How two paragraphs differ, in characters as people count them: a character beyond the BMP is never torn.</summary>
internal static class TextDifference
{
    // One character that happens to be the same between two changes only makes them harder to read.
    private const int ShortestSame = 2;

    // Whether two paragraphs resemble each other shows early.
    private const int MostPairs = 1_000;

    /// <summary>The pieces of both texts in order.</summary>
    public static IReadOnlyList<ChangedPiece> Between(string first, string second)
    {
        var (left, right) = (Elements(first), Elements(second));
        return Tidied(CommonSequence.IsWithinBounds(left, right) ? Of(left, right) : ByClauses(Clauses(left), Clauses(right)));
    }

    /// <summary>From 0 (nothing in common) to 1 (the same): by the pairs of neighbouring characters.</summary>
    public static double Resemblance(string first, string second)
    {
        var (left, right) = (Pairs(first), Pairs(second));
        var common = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        var all = left.Values.Sum() + right.Values.Sum();
        return first == second ? 1 : all == 0 ? 0 : 2.0 * common / all;
    }

    private static Dictionary<(string, string), int> Pairs(string text)
    {
        var elements = Elements(text);
        var pairs = new Dictionary<(string, string), int>();
        for (var place = 1; place < Math.Min(elements.Count, MostPairs); place++)
        {
            var pair = (elements[place - 1], elements[place]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }

    // Long texts are compared clause by clause first, and by characters only where clauses differ.
    private static IEnumerable<ChangedPiece> ByClauses(List<string> left, List<string> right)
    {
        var (atLeft, atRight) = (0, 0);
        foreach (var (inLeft, inRight) in CommonSequence.Of(left, right).Append((left.Count, right.Count)))
        {
            var (old, fresh) = (Elements(string.Concat(left.Take(inLeft).Skip(atLeft))), Elements(
                string.Concat(right.Take(inRight).Skip(atRight))));
            foreach (var piece in Of(old, fresh))
            {
                yield return piece;
            }

            if (inLeft < left.Count)
            {
                yield return new ChangedPiece(ChangeKind.Same, left[inLeft]);
            }

            (atLeft, atRight) = (inLeft + 1, inRight + 1);
        }
    }

    private static IEnumerable<ChangedPiece> Of(List<string> left, List<string> right)
    {
        var (atLeft, atRight) = (0, 0);
        foreach (var (inLeft, inRight) in CommonSequence.Of(left, right).Append((left.Count, right.Count)))
        {
            yield return new ChangedPiece(ChangeKind.Deleted, string.Concat(left.Take(inLeft).Skip(atLeft)));
            yield return new ChangedPiece(ChangeKind.Inserted, string.Concat(right.Take(inRight).Skip(atRight)));
            if (inLeft < left.Count)
            {
                yield return new ChangedPiece(ChangeKind.Same, left[inLeft]);
            }

            (atLeft, atRight) = (inLeft + 1, inRight + 1);
        }
    }

    // Neighbours of a kind become one; between two same pieces everything deleted stands before everything inserted.
    private static List<ChangedPiece> Tidied(IEnumerable<ChangedPiece> pieces)
    {
        var joined = Joined(pieces);
        var tidied = new List<ChangedPiece>();
        var (deleted, inserted) = ("", "");
        for (var place = 0; place < joined.Count; place++)
        {
            var piece = joined[place];
            var between = place > 0 && place < joined.Count - 1 && new StringInfo(piece.Text).LengthInTextElements < ShortestSame;
            if (piece.Kind == ChangeKind.Same && !between)
            {
                Flush();
                tidied.Add(piece);
                continue;
            }

            deleted += piece.Kind == ChangeKind.Inserted ? "" : piece.Text;
            inserted += piece.Kind == ChangeKind.Deleted ? "" : piece.Text;
        }

        Flush();
        return tidied;

        void Flush()
        {
            tidied.AddRange(new[] { new ChangedPiece(ChangeKind.Deleted, deleted), new ChangedPiece(ChangeKind.Inserted, inserted) }.Where(
                piece => piece.Text.Length > 0));
            (deleted, inserted) = ("", "");
        }
    }

    private static List<ChangedPiece> Joined(IEnumerable<ChangedPiece> pieces)
    {
        var joined = new List<(ChangeKind Kind, StringBuilder Text)>();
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
        {
            if (joined.Count == 0 || joined[^1].Kind != piece.Kind)
            {
                joined.Add((piece.Kind, new StringBuilder()));
            }

            joined[^1].Text.Append(piece.Text);
        }

        return [.. joined.Select(piece => new ChangedPiece(piece.Kind, piece.Text.ToString()))];
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var parts = StringInfo.GetTextElementEnumerator(text); parts.MoveNext();)
        {
            elements.Add(parts.GetTextElement());
        }

        return elements;
    }

    private static List<string> Clauses(List<string> elements)
    {
        var clauses = new List<string> { "" };
        foreach (var element in elements)
        {
            clauses[^1] += element;
            if (element is "。" or "；" or "，" or "：" or "、" or "！" or "？" or "\n" or "." or "," or ";")
            {
                clauses.Add("");
            }
        }

        return clauses;
    }
}
