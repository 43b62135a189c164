namespace Disclosure.Cases.Kernel;

/// <summary>
/// Why something was not done: a code and its arguments, never a sentence, so that each host can say it in its
/// user's language through <see cref="Texts"/>.
/// </summary>
/// <param name="Code">The key of the sentence in a <c>*.texts.json</c> file, e.g. <c>case.conflict</c>.</param>
/// <param name="Arguments">What the sentence's placeholders <c>{0}</c>, <c>{1}</c> … stand for.</param>
public sealed record Refusal(string Code, params IReadOnlyList<object?> Arguments)
{
    /// <summary>The input field that the refusal concerns, or null when it concerns the whole command.</summary>
    public string? Field { get; init; }

    /// <summary>The refusal as a sentence in <paramref name="language"/> (<c>zh</c> or <c>en</c>).</summary>
    public string Say(string language = Texts.Chinese) => Texts.Say(language, Code, [.. Arguments]);

    /// <inheritdoc/>
    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Field, Arguments.Count);

    /// <inheritdoc/>
    public override string ToString() => Say();
}
