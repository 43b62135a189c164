using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>The facts of a letter as a form carries them, and back.</summary>
internal static class FactForm
{
    private const int MostSections = 200;

    /// <summary>The name of a fact's input.</summary>
    public static string NameOf(TemplateFact fact) => $"facts.{fact.Key}";

    /// <summary>What was typed, as the letter's facts. Whatever cannot be a value of its kind stays as typed, for the check to name.</summary>
    public static JsonObject Read(IEnumerable<TemplateFact> facts, IFormCollection form)
    {
        var read = new JsonObject();
        foreach (var fact in facts)
        {
            if (Read(fact, form) is { } value)
            {
                read[fact.Key] = value;
            }
        }

        return read;
    }

    /// <summary>The sections typed so far: ground and text of each.</summary>
    public static IReadOnlyList<(string Ground, string Text)> Sections(TemplateFact fact, IFormCollection form)
    {
        var (grounds, texts) = (form[$"{NameOf(fact)}.ground"], form[$"{NameOf(fact)}.text"]);
        return [.. Enumerable.Range(0, Math.Min(MostSections, Math.Max(grounds.Count, texts.Count)))
            .Select(row => (grounds.ElementAtOrDefault(row) ?? "", Lines(texts.ElementAtOrDefault(row))))];
    }

    /// <summary>The value of a stored fact as its input shows it.</summary>
    public static string Show(TemplateFact fact, JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when fact.Kind == FactKind.List => string.Join('\n', list.Select(entry => entry?.ToString())),
        _ => value.ToString(),
    };

    /// <summary>The sections of a stored fact.</summary>
    public static IReadOnlyList<(string Ground, string Text)> Sections(JsonNode? value) => value is JsonArray sections
        ? [.. sections.OfType<JsonObject>().Select(section => (section["ground"]?.ToString() ?? "", section["text"]?.ToString() ?? ""))]
        : [];

    private static JsonNode? Read(TemplateFact fact, IFormCollection form)
    {
        if (fact.Kind == FactKind.Sections)
        {
            var sections = Sections(fact, form).Where(section => section.Ground.Length + section.Text.Trim().Length > 0).ToList();
            return sections.Count == 0 ? null : new JsonArray([.. sections.Select(section => (JsonNode)new JsonObject { ["ground"] = section.Ground, ["text"] = section.Text })]);
        }

        var typed = Lines(form.TryGetValue(NameOf(fact), out var values) ? values[0] : null);
        if (typed.Trim().Length == 0)
        {
            return null;
        }

        return fact.Kind switch
        {
            FactKind.Number => long.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Number(number) : JsonValue.Create(typed),
            FactKind.List => new JsonArray([.. typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)JsonValue.Create(line))]),
            FactKind.Yes => JsonValue.Create(typed == "true"),
            FactKind.Text or FactKind.Paragraphs or FactKind.Date or FactKind.Choice or FactKind.Sections => JsonValue.Create(typed.Trim()),
        };
    }

    // As small as it fits: what the domain reads first is an int.
    private static JsonValue Number(long number) => number is >= int.MinValue and <= int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number);

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
