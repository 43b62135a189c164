using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>The facts of a letter as a form carries them, and back.</summary>
internal static class FactForm
{
    private const int MostParts = 200;

    /// <summary>The name of a fact's input.</summary>
    public static string NameOf(SectionForm section, TemplateFact fact) => section.NameOf($"facts.{fact.Key}");

    /// <summary>
    /// What was typed, as the facts of a letter or of a section of it. Whatever cannot be a value of its kind stays as
    /// typed, for the check to name.
    /// </summary>
    public static JsonObject Read(SectionForm section, IFormCollection form)
    {
        var read = new JsonObject();
        foreach (var fact in section.Template.Facts)
        {
            if (Read(fact, NameOf(section, fact), form) is { } value)
            {
                read[fact.Key] = value;
            }
        }

        return read;
    }

    // The parts typed so far: ground and text of each.
    private static List<(string Ground, string Text)> Parts(string name, IFormCollection form)
    {
        var (grounds, texts) = (form[$"{name}.ground"], form[$"{name}.text"]);
        return [.. Enumerable.Range(0, Math.Min(MostParts, Math.Max(grounds.Count, texts.Count)))
            .Select(row => (grounds.ElementAtOrDefault(row) ?? "", PrintedText.Entered(texts.ElementAtOrDefault(row))))];
    }

    /// <summary>The value of a stored fact as its input shows it.</summary>
    public static string Show(TemplateFact fact, JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when fact.Kind == FactKind.List => string.Join('\n', list.Select(entry => entry?.ToString())),
        _ => value.ToString(),
    };

    /// <summary>The parts that a stored fact withholds (art. 37): ground and text of each.</summary>
    public static IReadOnlyList<(string Ground, string Text)> Parts(JsonNode? value) => value is JsonArray parts
        ? [.. parts.OfType<JsonObject>().Select(part => (part["ground"]?.ToString() ?? "", part["text"]?.ToString() ?? ""))]
        : [];

    private static JsonNode? Read(TemplateFact fact, string name, IFormCollection form)
    {
        if (fact.Kind == FactKind.Sections)
        {
            var parts = Parts(name, form).Where(part => part.Ground.Length + part.Text.Length > 0).ToList();
            return parts.Count == 0
                ? null
                : new JsonArray([.. parts.Select(part => (JsonNode)new JsonObject { ["ground"] = part.Ground, ["text"] = part.Text })]);
        }

        var typed = PrintedText.Entered(form.TryGetValue(name, out var values) ? values[0] : null);
        if (typed.Length == 0)
        {
            return null;
        }

        return fact.Kind switch
        {
            FactKind.Number => long.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? Number(number)
                : JsonValue.Create(typed),
            FactKind.List => new JsonArray([.. typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (JsonNode)JsonValue.Create(line))]),
            FactKind.Yes => JsonValue.Create(typed == "true"),
            FactKind.Text or FactKind.Paragraphs or FactKind.Date or FactKind.Choice or FactKind.Sections => JsonValue.Create(typed),
        };
    }

    // As small as it fits: what the domain reads first is an int.
    private static JsonValue Number(long number) =>
        number is >= int.MinValue and <= int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number);
}
