using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>Judges the value of one fact by its kind.</summary>
internal static partial class FactCheck
{
    // Days on letters lie within living memory of the files and the reach of a long deadline.
    private static readonly DateOnly Earliest = new(1949, 10, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private const string Gap = "……";
    private const int MaxEntries = 200;

    public static IReadOnlyList<Refusal> Of(TemplateFact fact, JsonNode? value)
    {
        if (value is null)
        {
            return fact.Optional ? [] : [Refuse(fact, "letter.fact-missing")];
        }

        return fact.Kind switch
        {
            FactKind.Text => Text(fact, value, false),
            FactKind.Paragraphs => Text(fact, value, true),
            FactKind.Date => Date(fact, value),
            FactKind.Number => Number(fact, value),
            FactKind.List => List(fact, value),
            FactKind.Choice => Choice(fact, value),
            FactKind.Sections => Sections(fact, value),
            FactKind.Yes => Yes(fact, value),
        };
    }

    /// <summary>A JSON whole number, or null for anything else, however it is written.</summary>
    public static long? Integer(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(
            value.ToJsonString(),
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number)
        && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    // Suggested wordings leave gaps (……) for the clerk to fill in; what still has one is no fact of the case and must not
    // reach paper. An ellipsis inside a quotation is the quotation's, unless it is all that is quoted.
    private static bool HasGaps(TemplateFact fact, string text) =>
        fact.Suggestion?.Contains(Gap, StringComparison.Ordinal) == true
        && Quotation()
            .Replace(text, quoted => quoted.Value.Replace(Gap, "", StringComparison.Ordinal).Length > "“”".Length ? "" : quoted.Value)
            .Contains(Gap, StringComparison.Ordinal);

    [GeneratedRegex("“[^“”]*”")]
    private static partial Regex Quotation();

    private static List<Refusal> Text(TemplateFact fact, JsonNode value, bool lines)
    {
        if (LetterFields.Text(value) is not { } text)
        {
            return [Refuse(fact, "letter.fact-wrong-type", fact.Kind)];
        }

        // An optional text left empty in a form is one not given.
        if (fact.Optional && text.Length == 0)
        {
            return [];
        }

        return LetterText.Fault(fact.Label, text, lines) is { } fault ? [fault with { Field = fact.Key }]
            : HasGaps(fact, text) ? [Refuse(fact, "letter.fact-has-gaps")]
            : [];
    }

    private static List<Refusal> Date(TemplateFact fact, JsonNode value) =>
        LetterFields.Day(value) is not { } day ? [Refuse(fact, "letter.fact-wrong-type", fact.Kind)]
        : day < Earliest || day > Latest ? [Refuse(fact, "letter.date-implausible")]
        : [];

    private static List<Refusal> Number(TemplateFact fact, JsonNode value)
    {
        if (Integer(value) is not { } number)
        {
            return [Refuse(fact, "letter.fact-wrong-type", fact.Kind)];
        }

        var (min, max) = (fact.Min ?? 0, fact.Max ?? ProcessingFee.MaxCount);
        return number < min || number > max ? [Refuse(fact, "letter.number-out-of-range", min, max)] : [];
    }

    private static List<Refusal> List(TemplateFact fact, JsonNode value)
    {
        if (value is not JsonArray entries || entries.Any(entry => LetterFields.Text(entry) is null))
        {
            return [Refuse(fact, "letter.fact-wrong-type", fact.Kind)];
        }

        if (entries.Count == 0)
        {
            return fact.Optional ? [] : [Refuse(fact, "letter.fact-missing")];
        }

        return entries.Count > MaxEntries
            ? [Refuse(fact, "letter.too-many", MaxEntries)]
            : [.. entries.Select(entry => LetterText.Fault(fact.Label, LetterFields.Text(entry)!, lines: false))
                .OfType<Refusal>().Distinct().Select(fault => fault with { Field = fact.Key })];
    }

    private static List<Refusal> Choice(TemplateFact fact, JsonNode value) =>
        LetterFields.Text(value) is not { } code ? [Refuse(fact, "letter.fact-wrong-type", fact.Kind)]
        : fact.Options.All(option => option.Code != code) ? [Refuse(fact, "letter.choice-unknown")]
        : [];

    private static List<Refusal> Sections(TemplateFact fact, JsonNode value)
    {
        if (value is not JsonArray sections || sections.Any(section => section is not JsonObject))
        {
            return [Refuse(fact, "letter.fact-wrong-type", fact.Kind)];
        }

        if (sections.Count == 0)
        {
            return fact.Optional ? [] : [Refuse(fact, "letter.fact-missing")];
        }

        if (sections.Count > MaxEntries)
        {
            return [Refuse(fact, "letter.too-many", MaxEntries)];
        }

        var refusals = new List<Refusal>();
        foreach (var section in sections.Cast<JsonObject>())
        {
            if (LetterFields.Text(section["ground"]) is not { } ground || !fact.Of.Contains(ground))
            {
                refusals.Add(Refuse(fact, "letter.ground-unknown"));
            }

            if (LetterText.Fault(fact.Label, LetterFields.Text(section["text"]) ?? "", lines: true) is { } fault)
            {
                refusals.Add(fault with { Field = fact.Key });
            }
        }

        return refusals;
    }

    // What is declared must be so: the declaration of articles 16 ¶2 cannot be made with "false".
    private static List<Refusal> Yes(TemplateFact fact, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => [],
            JsonValueKind.False => fact.Optional ? [] : [Refuse(fact, "letter.declaration-missing")],
            _ => [Refuse(fact, "letter.fact-wrong-type", fact.Kind)],
        };

    private static Refusal Refuse(TemplateFact fact, string code, params object?[] more) =>
        new(code, [fact.Label, .. more]) { Field = fact.Key };
}
