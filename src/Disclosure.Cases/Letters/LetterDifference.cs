using Disclosure.Cases.Differences;

namespace Disclosure.Cases.Letters;

/// <summary>A paragraph of both letters, or of one of them.</summary>
/// <param name="Part">What the paragraph is.</param>
/// <param name="Pieces">Its pieces in order: the deleted and the same make the first, the inserted and the same the second.</param>
public sealed record ChangedParagraph(LetterPart Part, IReadOnlyList<ChangedPiece> Pieces)
{
    /// <summary>Whether nothing in it differs.</summary>
    public bool IsSame => Pieces.All(piece => piece.Kind == ChangeKind.Same);
}

/// <summary>How two versions of a letter differ, paragraph by paragraph and within paragraphs.</summary>
public static class LetterDifference
{
    private const double AlikeEnough = 0.4;
    private const int MostPairings = 10_000;

    /// <summary>All paragraphs of both, in order, with what was deleted and inserted.</summary>
    /// <param name="first">The letter as it was made.</param>
    /// <param name="second">The letter as it came back.</param>
    public static IReadOnlyList<ChangedParagraph> Between(IReadOnlyList<LetterParagraph> first, IReadOnlyList<LetterParagraph> second)
    {
        var paragraphs = new List<ChangedParagraph>();
        var (left, right) = (0, 0);
        var same = CommonSequence.Of([.. first.Select(paragraph => paragraph.Text)], [.. second.Select(paragraph => paragraph.Text)]);
        foreach (var (atLeft, atRight) in same.Append((first.Count, second.Count)))
        {
            paragraphs.AddRange(Gap([.. first.Take(atLeft).Skip(left)], [.. second.Take(atRight).Skip(right)]));
            if (atLeft < first.Count)
            {
                paragraphs.Add(new ChangedParagraph(first[atLeft].Part, [new ChangedPiece(ChangeKind.Same, first[atLeft].Text)]));
            }

            (left, right) = (atLeft + 1, atRight + 1);
        }

        return paragraphs;
    }

    // Between two paragraphs that both have: what resembles another was changed, the rest was taken out or put in.
    private static IEnumerable<ChangedParagraph> Gap(List<LetterParagraph> deleted, List<LetterParagraph> inserted)
    {
        var next = 0;
        foreach (var old in deleted)
        {
            var match = deleted.Count * inserted.Count > MostPairings
                ? -1
                : inserted.FindIndex(next, each => TextDifference.Resemblance(old.Text, each.Text) >= AlikeEnough);
            if (match < 0)
            {
                yield return Whole(old, ChangeKind.Deleted);
                continue;
            }

            foreach (var added in inserted.Take(match).Skip(next))
            {
                yield return Whole(added, ChangeKind.Inserted);
            }

            yield return new ChangedParagraph(inserted[match].Part, TextDifference.Between(old.Text, inserted[match].Text));
            next = match + 1;
        }

        foreach (var added in inserted.Skip(next))
        {
            yield return Whole(added, ChangeKind.Inserted);
        }
    }

    private static ChangedParagraph Whole(LetterParagraph paragraph, ChangeKind kind) =>
        new(paragraph.Part, [new ChangedPiece(kind, paragraph.Text)]);
}
