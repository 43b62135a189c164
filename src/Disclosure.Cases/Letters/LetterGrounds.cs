using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>The grounds on which a letter withholds parts: what <see cref="RemedyParagraphs"/> goes by (art. 37).</summary>
public static class LetterGrounds
{
    /// <summary>The grounds named in the letter's sections, in their order, each once; unknown ones are left out.</summary>
    public static IReadOnlyList<WithholdingGround> Of(EffectiveTemplate effective, Letter letter) =>
    [
        .. effective.Facts
            .Where(fact => fact.Kind == FactKind.Sections)
            .SelectMany(fact => letter.Facts[fact.Key] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(section => WithholdingGround.Find(LetterFields.Text(section["ground"])))
            .OfType<WithholdingGround>()
            .Distinct(),
    ];
}
