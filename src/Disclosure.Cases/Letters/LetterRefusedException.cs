namespace Disclosure.Cases.Letters;

/// <summary>A letter cannot be made: <see cref="Refusals"/> say why, at least one.</summary>
public sealed class LetterRefusedException : Exception
{
    /// <summary>Carries <paramref name="refusals"/>, at least one.</summary>
    public LetterRefusedException(IReadOnlyList<Refusal> refusals)
        : base(string.Join(" ", refusals.Select(refusal => refusal.Say(Texts.English)))) => Refusals = refusals;

    /// <summary>Why, at least one.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }
}
