using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Letters;

/// <summary>Takes fields out of JSON objects and collects what is wrong with them, so that all is said at once.</summary>
internal sealed class LetterFields
{
    private readonly List<Refusal> refusals = [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    public void Refuse(string code, string path) => refusals.Add(new Refusal(code, path) { Field = path });

    public JsonObject Object(JsonObject from, string name, string path)
    {
        if (from[name] is JsonObject found)
        {
            return found;
        }

        Refuse(from[name] is null ? "letter.field-missing" : "letter.not-an-object", path);
        return [];
    }

    public JsonArray Array(JsonObject from, string name, string path)
    {
        if (from[name] is JsonArray found)
        {
            return found;
        }

        Refuse(from[name] is null ? "letter.field-missing" : "letter.not-an-array", path);
        return [];
    }

    public string? Optional(JsonObject from, string name, string path)
    {
        var node = from[name];
        if (node is null)
        {
            return null;
        }

        if (Text(node) is { } text)
        {
            return text;
        }

        Refuse("letter.not-a-text", path);
        return null;
    }

    public string Required(JsonObject from, string name, string path)
    {
        if (from[name] is null)
        {
            Refuse("letter.field-missing", path);
        }

        return Optional(from, name, path) ?? "";
    }

    public DateOnly? OptionalDate(JsonObject from, string name, string path)
    {
        var node = from[name];
        if (node is null)
        {
            return null;
        }

        if (Day(node) is { } day)
        {
            return day;
        }

        Refuse("letter.not-a-date", path);
        return null;
    }

    public DateOnly Date(JsonObject from, string name, string path)
    {
        if (from[name] is null)
        {
            Refuse("letter.field-missing", path);
        }

        return OptionalDate(from, name, path) ?? default;
    }

    public T OneOf<T>(JsonObject from, string name, string path, T? otherwise)
        where T : struct, Enum
    {
        var node = from[name];
        if (node is null && otherwise is { } fallback)
        {
            return fallback;
        }

        var written = node is null ? null : Text(node);
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(StoredNames.Of(value)) == written)
            {
                return value;
            }
        }

        Refuse(node is null ? "letter.field-missing" : "letter.unknown-value", path);
        return default;
    }

    /// <summary>The path of a field within a section.</summary>
    public static string OfSection(int index, string? field) => FormattableString.Invariant($"sections[{index}].{field}");

    /// <summary>A JSON string, or null for anything else. A lone surrogate cannot be decoded and is no text either.</summary>
    public static string? Text(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A day written YYYY-MM-DD, or null for anything else.</summary>
    public static DateOnly? Day(JsonNode? node) =>
        DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
