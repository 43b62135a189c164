using System.Text.Json.Nodes;
using FluentValidation;

namespace Disclosure.Cases.LetterComposition;

/// <summary>What holds for the facts of a draft before they are judged: a draft may lack much, but not be boundless.</summary>
internal static class FactRules
{
    private const int MostTexts = 400;

    public static IRuleBuilderOptions<T, JsonObject> AreStorable<T>(this IRuleBuilder<T, JsonObject> rule) =>
        rule.Must(facts => FactReader.TextsIn(facts).Take(MostTexts + 1).Count() <= MostTexts).Refuse("facts.tooMany", MostTexts)
            .Must(facts => FactReader.TextsIn(facts).All(text => text.EnumerateRunes().Count() <= Rules.LongestText))
            .Refuse("text.tooLong", Rules.LongestText);
}
