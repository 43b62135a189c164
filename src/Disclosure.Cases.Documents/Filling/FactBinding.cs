using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>Binds one fact by its kind.</summary>
/// <param name="templates">The catalogue: a part withheld is worded by the text of its ground.</param>
/// <param name="tokens">Where the tokens are kept.</param>
/// <param name="preview">Whether what is missing shows as a mark.</param>
/// <param name="letter">What every text of the letter may name.</param>
/// <param name="address">How the letter addresses its reader; null where it does not.</param>
internal sealed class FactBinding(
    IReplyTemplates templates, Tokens tokens, bool preview, IReadOnlyDictionary<string, object?> letter, FormOfAddress? address)
{
    /// <summary>The mark that stands in a preview for what is missing.</summary>
    public static Content Missing(string label)
    {
        var mark = new Inline($"［{label}］", InlineKind.Missing);
        return new Content(mark, [new Paragraph([mark])]);
    }

    /// <summary>What the body sees: a token, a list of them, or <see cref="Absent"/>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its value, judged before unless this is a preview.</param>
    /// <param name="asked">Whether the letter's variant asks for it.</param>
    public object Of(TemplateFact fact, JsonNode? value, bool asked)
    {
        if (preview && asked && (fact.Kind != FactKind.Sections || value is not JsonArray { Count: > 0 })
            && LetterCheck.OfFact(templates, fact, value).Count > 0)
        {
            // A declaration that nobody made is left out: a mark would let the letter say what was not declared.
            if (fact.Kind == FactKind.Yes)
            {
                return new Absent(fact.Key);
            }

            var mark = tokens.Add(Missing(fact.Label));
            return fact.Kind == FactKind.List ? new List<Token> { mark } : mark;
        }

        if (value is null || IsEmpty(value))
        {
            return new Absent(fact.Key);
        }

        return fact.Kind switch
        {
            FactKind.Text => tokens.Text(TypedText.Line(Addressed(fact, value.GetValue<string>()))),
            FactKind.Paragraphs => Paragraphs(Addressed(fact, value.GetValue<string>())),
            FactKind.Date =>
                tokens.Text(PrintedDate.Of(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))),
            FactKind.Number => Number(value),
            FactKind.List => value.AsArray()
                .Select(entry => tokens.Text(TypedText.Line(Addressed(fact, entry!.GetValue<string>())))).ToList(),
            FactKind.Choice => tokens.Text(fact.Options.First(option => option.Code == value.GetValue<string>()).Label),
            FactKind.Sections => Sections(WithheldPart.Of(fact.Key, value)),
            FactKind.Yes => value.GetValue<bool>() ? tokens.Text("是") : new Absent(fact.Key),
        };
    }

    private string Addressed(TemplateFact fact, string text) =>
        address is null || VerbatimFacts.Has(fact.Key) || fact.Key == "recipient" ? text : address.In(text);

    private static bool IsEmpty(JsonNode value) =>
        value is JsonArray { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var written) && written.Length == 0);

    private Token Number(JsonNode value)
    {
        var number = (long)decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return tokens.Text(number.ToString(CultureInfo.InvariantCulture), number);
    }

    private Token Paragraphs(string text) =>
        tokens.Add(new Content(
            new Inline(TypedText.Line(text)) { IsFilledIn = true },
            [.. TypedText.Paragraphs(text).Select(line => new Paragraph(line))]));

    // Art. 37: for each part its ground, what it is, and why it is withheld, in the words of the whole refusal.
    private Token Sections(IReadOnlyList<WithheldPart> parts) => tokens.Add(new Content(
        new Inline(""),
        [.. parts.SelectMany(part => Part(part, parts.Count == 1 ? null : part.Index + 1))]));

    private IEnumerable<Block> Part(WithheldPart part, int? ordinal)
    {
        if (part.Text(templates) is not { } text)
        {
            // Only a preview comes here: the check refuses a part without a ground.
            var written = TypedText.Paragraphs((part.Facts[PartTexts.Content] as JsonValue)?.ToString() ?? "");
            return [new Heading([Missing("不予公开的理由").Inline], ordinal), .. written.Select(line => new Paragraph(line))];
        }

        var values = new Dictionary<string, object?>(letter);
        foreach (var fact in text.Facts)
        {
            values[fact.Key] = Of(fact, part.Facts[fact.Key], asked: true);
        }

        var body = $"{values[PartTexts.Content]}\n\n{BodyFiller.Fill(text, values, BodyScope.Part)}";
        return [new Heading([new Inline(part.Named(templates)!.Name)], ordinal), .. BodyParser.Parse(body, tokens)];
    }
}
