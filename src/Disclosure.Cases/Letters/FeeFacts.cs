using System.Text.Json.Nodes;

namespace Disclosure.Cases.Letters;

/// <summary>The fee that a fee notice's facts <c>basis</c> and <c>count</c> lead to: computed, never typed.</summary>
public static class FeeFacts
{
    /// <summary>The fee, or null when the facts do not (yet) give one.</summary>
    public static ProcessingFee? Of(JsonObject facts)
    {
        FeeBasis? basis = LetterFields.Text(facts["basis"]) switch
        {
            "per-application" => FeeBasis.PerApplication,
            "per-page" => FeeBasis.PerPage,
            _ => null,
        };
        return basis is { } known && FactCheck.Integer(facts["count"]) is >= 1 and <= ProcessingFee.MaxCount and var count
            ? ProcessingFee.Of(known, (int)count)
            : null;
    }
}
