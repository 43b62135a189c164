using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>A part that a letter withholds (art. 37): a row of a fact of kind <see cref="FactKind.Sections"/>.</summary>
/// <param name="Key">The fact's key.</param>
/// <param name="Index">Its place in the fact, from 0.</param>
/// <param name="Facts">Its ground, and what the ground asks for.</param>
public sealed record WithheldPart(string Key, int Index, JsonObject Facts)
{
    /// <summary>The field of a part that names its ground.</summary>
    public const string GroundField = "ground";

    /// <summary>The field of a part that says in which wording of its ground's text it is made.</summary>
    public const string VersionField = "version";

    /// <summary>The code of its ground as it is written; null where there is none.</summary>
    public string? Ground => LetterFields.Text(Facts[GroundField]);

    /// <summary>Every part of a letter, in order.</summary>
    public static IReadOnlyList<WithheldPart> Of(JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.SelectMany(fact => Of(fact.Key, fact.Value))];
    }

    /// <summary>The parts that a fact lists; what is no part is left out.</summary>
    public static IReadOnlyList<WithheldPart> Of(string key, JsonNode? value) =>
        [.. (value as JsonArray ?? []).OfType<JsonObject>().Select((part, index) => new WithheldPart(key, index, part))];

    /// <summary>The grounds of a letter's parts as the letter names them, each once; unknown ones are left out.</summary>
    public static IReadOnlyList<WithholdingGround> Grounds(IReplyTemplates templates, JsonObject facts) =>
        [.. Of(facts).Select(part => part.Named(templates)).OfType<WithholdingGround>().Distinct()];

    /// <summary>
    /// The facts as a draft keeps them: each part with the wording of its ground that is in force now, so that nobody approves
    /// another one.
    /// </summary>
    public static JsonObject WithWordings(IReplyTemplates templates, JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var kept = facts.DeepClone().AsObject();
        foreach (var part in Of(kept))
        {
            part.Facts.Remove(VersionField);
            if (part.Text(templates) is { Template: { No: not null } text })
            {
                part.Facts[VersionField] = text.Version;
            }
        }

        return kept;
    }

    /// <summary>The path of one of its fields, as <c>withheld[1].secrecyLevel</c>.</summary>
    public string PathOf(string? field) => FormattableString.Invariant($"{Key}[{Index}].{field ?? GroundField}");

    /// <summary>The text of its ground, as it is used for a part; null where the ground is not known.</summary>
    public EffectiveTemplate? Text(IReplyTemplates templates) => templates.OfPart(Ground, LetterFields.Text(Facts[VersionField]));

    /// <summary>Its ground by the interest that is at stake: 商业秘密 or 个人隐私, never the whole list.</summary>
    public WithholdingGround? Named(IReplyTemplates templates)
    {
        var ground = WithholdingGround.Find(Ground);
        return ground?.AtStake is { } atStake
            && Text(templates)?.Facts.FirstOrDefault(fact => fact.Key == atStake.Fact) is { } choice
            && choice.Options.FirstOrDefault(option => option.Code == LetterFields.Text(Facts[choice.Key])) is { } chosen
                ? ground with { Name = atStake.Name.Replace("{0}", chosen.Label, StringComparison.Ordinal) }
                : ground;
    }
}
