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

    /// <summary>What is wrong with a value.</summary>
    /// <param name="templates">The catalogue: a part withheld is judged by the text of its ground.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its value; null for a missing one.</param>
    /// <param name="isReason">Whether it is one of a text that withholds, so that it has to speak of the case.</param>
    public static IReadOnlyList<Refusal> Of(IReplyTemplates templates, TemplateFact fact, JsonNode? value, bool isReason = false)
    {
        if (value is null)
        {
            return fact.Optional ? [] : [Refuse(fact, "letter.fact-missing")];
        }

        return fact.Kind switch
        {
            FactKind.Text => Text(fact, value, false, false),
            FactKind.Paragraphs => Text(fact, value, true, isReason),
            FactKind.Date => Date(fact, value),
            FactKind.Number => Number(fact, value),
            FactKind.List => List(fact, value),
            FactKind.Choice => Choice(fact, value),
            FactKind.Sections => Sections(templates, fact, value),
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

    private static List<Refusal> Text(TemplateFact fact, JsonNode value, bool lines, bool isReason)
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
            : isReason && ParticularText.Fault(fact, text) is { } thin ? [thin with { Field = fact.Key }]
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

    // A part is judged as the whole refusal on its ground (art. 37).
    private static List<Refusal> Sections(IReplyTemplates templates, TemplateFact fact, JsonNode value)
    {
        if (value is not JsonArray sections || sections.Any(section => section is not JsonObject))
        {
            return [Refuse(fact, "letter.fact-wrong-type", fact.Kind)];
        }

        if (sections.Count == 0)
        {
            return fact.Optional ? [] : [Refuse(fact, "letter.fact-missing")];
        }

        return sections.Count > MaxEntries
            ? [Refuse(fact, "letter.too-many", MaxEntries)]
            : [.. WithheldPart.Of(fact.Key, sections).SelectMany(part =>
                Part(templates, fact, part).Select(refusal => refusal with { Field = part.PathOf(refusal.Field) }))];
    }

    private static IEnumerable<Refusal> Part(IReplyTemplates templates, TemplateFact fact, WithheldPart part)
    {
        if (part.Ground is not { } ground || !fact.Of.Contains(ground) || part.Text(templates) is not { } text)
        {
            return [Refuse(fact, "letter.ground-unknown") with { Field = WithheldPart.GroundField }];
        }

        return text.Facts.SelectMany(asked => Of(templates, asked, part.Facts[asked.Key], isReason: true)).Concat(
            from field in part.Facts
            where field.Value is not null && field.Key is not (WithheldPart.GroundField or WithheldPart.VersionField)
                && text.Facts.All(asked => asked.Key != field.Key)
            select new Refusal("letter.fact-unknown", field.Key) { Field = field.Key });
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
