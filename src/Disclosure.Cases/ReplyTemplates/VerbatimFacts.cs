namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The facts that give other people's words as they are: whom and what they name is their affair.</summary>
public static class VerbatimFacts
{
    private static readonly string[] Keys =
        ["correctedContent", "earlierRequested", "specialRule", "lawText", "objection", "thirdPartyAnswer"];

    /// <summary>Whether the fact of a key is one of them.</summary>
    public static bool Has(string key) => Keys.Contains(key, StringComparer.Ordinal);
}
