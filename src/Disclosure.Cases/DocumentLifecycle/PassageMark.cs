using System.Text.Json;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// A passage that the approver marked when giving a letter back. It is found again by its words, first in its own
/// paragraph, then in the others; where they stand nowhere any more, they were changed.
/// </summary>
/// <param name="Paragraph">The paragraph of the letter as it was shown, from 0.</param>
/// <param name="Quote">The words marked, as they stood, up to <see cref="LongestQuote"/> characters.</param>
/// <param name="Remark">What is wrong with them.</param>
public sealed record PassageMark(
    [StoredName("paragraph")] int Paragraph,
    [StoredName("quote")] string Quote,
    [StoredName("remark")] string Remark)
{
    /// <summary>How many characters of a passage are quoted at most.</summary>
    public const int LongestQuote = 200;

    /// <summary>Marks as the text that a case keeps of them; null for none.</summary>
    public static string? Write(IReadOnlyList<PassageMark> marks) =>
        marks.Count == 0 ? null : JsonSerializer.Serialize(marks, StoredJson.Readable);

    /// <summary>The marks of a kept text; none where its retention period has ended, or nothing was marked.</summary>
    public static IReadOnlyList<PassageMark> Read(string? text) =>
        string.IsNullOrEmpty(text) ? [] : JsonSerializer.Deserialize<List<PassageMark>>(text, StoredJson.Readable)!;

    /// <summary>Where the passage stands in a letter; null where its words are not there any more.</summary>
    /// <param name="paragraphs">The letter's paragraphs.</param>
    public int? PlaceIn(IReadOnlyList<string> paragraphs)
    {
        if (Paragraph < paragraphs.Count && paragraphs[Paragraph].Contains(Quote, StringComparison.Ordinal))
        {
            return Paragraph;
        }

        return Enumerable.Range(0, paragraphs.Count).Cast<int?>()
            .FirstOrDefault(place => paragraphs[place!.Value].Contains(Quote, StringComparison.Ordinal));
    }
}

internal sealed class PassageMarkRules : AbstractValidator<PassageMark>
{
    public PassageMarkRules()
    {
        RuleFor(mark => mark.Paragraph).GreaterThanOrEqualTo(0).Refuse("choice.unknown");
        RuleFor(mark => mark.Quote).IsText(PassageMark.LongestQuote);
        RuleFor(mark => mark.Remark).IsText(500);
    }
}
