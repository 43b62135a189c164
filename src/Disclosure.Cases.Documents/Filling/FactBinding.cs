using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>Binds one fact by its kind.</summary>
internal sealed class FactBinding(Tokens tokens, bool preview)
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
        if (preview && asked && LetterCheck.OfFact(fact, value).Count > 0)
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
            FactKind.Text => tokens.Text(TypedText.Line(value.GetValue<string>())),
            FactKind.Paragraphs => Paragraphs(value.GetValue<string>()),
            FactKind.Date =>
                tokens.Text(PrintedDate.Of(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))),
            FactKind.Number => Number(value),
            FactKind.List => value.AsArray().Select(entry => tokens.Text(TypedText.Line(entry!.GetValue<string>()))).ToList(),
            FactKind.Choice => tokens.Text(fact.Options.First(option => option.Code == value.GetValue<string>()).Label),
            FactKind.Sections => Sections(value.AsArray()),
            FactKind.Yes => value.GetValue<bool>() ? tokens.Text("是") : new Absent(fact.Key),
        };
    }

    private static bool IsEmpty(JsonNode value) =>
        value is JsonArray { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var written) && written.Length == 0);

    private Token Number(JsonNode value)
    {
        var number = (long)decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return tokens.Text(number.ToString(CultureInfo.InvariantCulture), number);
    }

    private Token Paragraphs(string text) =>
        tokens.Add(new Content(new Inline(TypedText.Line(text)), [.. TypedText.Paragraphs(text).Select(line => new Paragraph(line))]));

    // Art. 37: for each part its ground, what it is, and the statutory sentence.
    private Token Sections(JsonArray sections)
    {
        var blocks = new List<Block>();
        for (var index = 0; index < sections.Count; index++)
        {
            var ground = WithholdingGround.Find(sections[index]!["ground"]!.GetValue<string>())!;
            blocks.Add(new Heading([new Inline(ground.Name)], sections.Count == 1 ? null : index + 1));
            blocks.AddRange(TypedText.Paragraphs(sections[index]!["text"]!.GetValue<string>()).Select(line => new Paragraph(line)));
            blocks.Add(new Paragraph(ground.Sentence));
        }

        return tokens.Add(new Content(new Inline(""), blocks));
    }
}
