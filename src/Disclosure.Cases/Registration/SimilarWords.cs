using System.Text;

namespace Disclosure.Cases.Registration;

/// <summary>
/// How alike two requests are, by the pairs of neighbouring characters that they share (Dice): 0 for none, 1 for the same
/// pairs. Width, case, spaces and punctuation make no difference. It knows no meanings: a person compares what it finds.
/// </summary>
public sealed class SimilarWords
{
    // What is asked for stands at the beginning, and a long letter must not cost more than a short one.
    private const int MostCharacters = 500;

    private readonly HashSet<(Rune, Rune)> pairs;

    /// <summary>The pairs of a text, of which the first 500 characters count.</summary>
    public SimilarWords(string text)
    {
        var runes = ComparedText.Of(text).EnumerateRunes().Where(Rune.IsLetterOrDigit).Take(MostCharacters).ToList();
        pairs = [.. runes.Zip(runes.Skip(1))];
    }

    /// <summary>From 0 to 1; a text of a single character is like none.</summary>
    public double To(SimilarWords other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (few, many) = pairs.Count <= other.pairs.Count ? (pairs, other.pairs) : (other.pairs, pairs);
        return few.Count == 0 ? 0 : 2.0 * few.Count(many.Contains) / (few.Count + many.Count);
    }
}
