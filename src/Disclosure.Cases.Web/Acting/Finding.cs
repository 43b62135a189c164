using Disclosure.Cases.Kernel;

namespace Disclosure.Cases.Web.Acting;

/// <summary>What a page says about something that was not done.</summary>
/// <param name="Field">The input it stands beside, or null for the whole form.</param>
/// <param name="Text">The sentence, in the reader's language.</param>
internal sealed record Finding(string? Field, string Text)
{
    /// <summary>The refusals of a command as sentences in the reader's language.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(refusal => new Finding(refusal.Field, refusal.Say(Texts.CurrentLanguage))).Distinct()];
}
