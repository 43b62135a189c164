using System.Text.Json.Nodes;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>
/// One text for several cases quotes the words and the register number of the one that it was typed for; in the letter of another case
/// stand that case's own.
/// </summary>
internal static class OwnWords
{
    // Shorter words can stand in any text: 规划.
    private const int ShortestQuoted = 4;

    /// <summary>What was typed for one case, as it is said of another.</summary>
    public static JsonNode? Of(JsonNode? typed, CaseView one, CaseView other) => typed switch
    {
        JsonArray entries => new JsonArray([.. entries.Select(entry => Of(entry, one, other))]),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Of(field.Value, one, other)))),
        JsonValue value when value.TryGetValue<string>(out var text) => Pairs(one, other).Aggregate(
            text, (said, pair) => said.Replace(pair.Theirs, pair.Own, StringComparison.Ordinal)),
        _ => typed?.DeepClone(),
    };

    /// <summary>What it still quotes of the one case that the other does not ask for; null where nothing is.</summary>
    public static string? LeftOver(JsonObject facts, CaseView one, CaseView other) =>
        Items(one).Find(words => !other.Requested.Contains(words, StringComparison.Ordinal)
            && FactReader.TextsIn(facts).Any(text => text.Contains(words, StringComparison.Ordinal)));

    // Item by item where there are as many; else the words as a whole.
    private static IEnumerable<(string Theirs, string Own)> Pairs(CaseView one, CaseView other)
    {
        var (theirs, own) = (Items(one), Items(other));
        var pairs = one.File.Items.Count == other.File.Items.Count && theirs.Count == own.Count ? theirs.Zip(own) : [];
        return pairs.Prepend((one.Requested, other.Requested)).Append((one.File.RegisterNumber, other.File.RegisterNumber))
            .Where(pair => pair.Item1.Length >= ShortestQuoted);
    }

    private static List<string> Items(CaseView view) =>
        [.. view.File.Items.Select(item => view.Text(item.Description) ?? "").Where(words => words.Length >= ShortestQuoted)];
}
