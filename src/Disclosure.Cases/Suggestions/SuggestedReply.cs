using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Suggestions;

/// <summary>A text that fits the case as it stands, and why.</summary>
/// <param name="Template">The text.</param>
/// <param name="Variant">The variant, where what is recorded decides it; null where somebody has to choose, or there is none.</param>
/// <param name="Reasons">Why, as sentences.</param>
public sealed record SuggestedReply(string Template, string? Variant, IReadOnlyList<SuggestionReason> Reasons)
{
    /// <summary>The items that it answers or concerns; empty for the case as a whole.</summary>
    public IReadOnlyList<Guid> Items { get; init; } = [];

    /// <summary>The answer from which it follows.</summary>
    public StepAnswer? Answer { get; init; }

    /// <summary>Whether that answer has yet to be given: then the text cannot be drafted before.</summary>
    public bool IsAhead { get; init; }

    /// <summary>The variants that the record leaves open, each with when it fits; empty where there is nothing to choose.</summary>
    public IReadOnlyList<SuggestedVariant> Choices { get; init; } = [];
}

/// <summary>A variant that may be the right one.</summary>
/// <param name="Code">The variant's code.</param>
/// <param name="When">When it fits.</param>
public sealed record SuggestedVariant(string Code, SuggestionReason When);

/// <summary>Why a text is suggested: a sentence by its code, said in the reader's language.</summary>
/// <param name="Code">The key of the sentence in <c>suggestions.texts.json</c>.</param>
/// <param name="Arguments">What its placeholders stand for.</param>
public sealed record SuggestionReason(string Code, params IReadOnlyList<object?> Arguments)
{
    /// <summary>The sentence in <paramref name="language"/> (<c>zh</c> or <c>en</c>).</summary>
    public string Say(string language = Texts.Chinese) => Texts.Say(language, Code, [.. Arguments]);

    /// <inheritdoc/>
    public override string ToString() => Say();
}

/// <summary>What the suggestion goes by beside the case itself.</summary>
/// <param name="InMonth">The same applicant's applications in the month of this one.</param>
/// <param name="Earlier">The other cases of the same applicant.</param>
public sealed record ApplicantRecord(ApplicationsInMonth InMonth, IReadOnlyList<EarlierApplication> Earlier)
{
    /// <summary>Nothing known but this one application.</summary>
    public static ApplicantRecord OnlyThisOne { get; } = new(new ApplicationsInMonth(1, 1), []);
}
