using System.Text.Json.Nodes;

namespace Disclosure.Cases.Letters;

/// <summary>The fee that a fee notice's facts <c>basis</c> and <c>count</c> lead to: computed, never typed.</summary>
public static class FeeFacts
{
    /// <summary>The code of the choice 按件.</summary>
    public const string PerApplication = "per-application";

    /// <summary>The code of the choice 按量.</summary>
    public const string PerPage = "per-page";

    /// <summary>Which application of its month a notice per application charges; null for any other.</summary>
    public static int? ChargedPlace(JsonObject facts) => Of(facts) is { Basis: FeeBasis.PerApplication } fee ? fee.Count : null;

    /// <summary>The fee, or null when the facts do not (yet) give one.</summary>
    public static ProcessingFee? Of(JsonObject facts)
    {
        FeeBasis? basis = LetterFields.Text(facts["basis"]) switch
        {
            PerApplication => FeeBasis.PerApplication,
            PerPage => FeeBasis.PerPage,
            _ => null,
        };
        return basis is { } known && FactCheck.Integer(facts["count"]) is >= 1 and <= ProcessingFee.MaxCount and var count
            ? ProcessingFee.Of(known, (int)count)
            : null;
    }
}
