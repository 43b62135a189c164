using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>One fact as the form asks for it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Name">The name of its input.</param>
/// <param name="Id">The id of its input.</param>
/// <param name="Value">What is filled in.</param>
/// <param name="Wrong">What is wrong with it.</param>
internal sealed record FactInput(TemplateFact Fact, string Name, string Id, JsonNode? Value, IReadOnlyList<Finding> Wrong);

/// <summary>The facts of a letter as a form carries them, and back.</summary>
internal static class FactForm
{
    /// <summary>
    /// What was typed, as the facts of a letter or of a section of it. Whatever cannot be a value of its kind stays as
    /// typed, for the check to name.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <param name="parts">The parts that it withholds, by the fact that lists them.</param>
    /// <param name="form">What was sent.</param>
    public static JsonObject Read(
        SectionForm section, IReadOnlyDictionary<string, IReadOnlyList<PartForm>> parts, IFormCollection form)
    {
        var read = new JsonObject();
        foreach (var fact in section.Template.Facts)
        {
            var value = parts.TryGetValue(fact.Key, out var listed)
                ? listed.Count == 0 ? null : new JsonArray([.. listed.Select(part => part.Facts.DeepClone())])
                : Read(fact, form.TryGetValue(section.InputOf(fact.Key), out var values) ? values[0] : null);
            if (value is not null)
            {
                read[fact.Key] = value;
            }
        }

        return read;
    }

    /// <summary>What was typed into one input, as the value of its fact; null for nothing.</summary>
    public static JsonNode? Read(TemplateFact fact, string? input)
    {
        var typed = PrintedText.Entered(input);
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

    /// <summary>The value of a stored fact as its input shows it.</summary>
    public static string Show(TemplateFact fact, JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when fact.Kind == FactKind.List => string.Join('\n', list.Select(entry => entry?.ToString())),
        _ => value.ToString(),
    };

    // As small as it fits: what the domain reads first is an int.
    private static JsonValue Number(long number) =>
        number is >= int.MinValue and <= int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number);
}
