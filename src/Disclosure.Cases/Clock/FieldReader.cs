using System.Globalization;
using System.Text.Json;

namespace Disclosure.Cases.Clock;

/// <summary>
/// Reads the fields of one JSON object. The first that is missing or impossible becomes <see cref="Problem"/>; after that
/// the values read mean nothing. Null in an optional field is as if absent.
/// </summary>
internal sealed class FieldReader(JsonElement element, Func<string, Refusal> refuse)
{
    public Refusal? Problem { get; private set; }

    public DateOnly Date(string field) => OptionalDate(field) ?? Fail<DateOnly>(field);

    public int WholeNumber(string field) => OptionalWholeNumber(field) ?? Fail<int>(field);

    public DateOnly? OptionalDate(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : Fail<DateOnly>(field);
    }

    public int? OptionalWholeNumber(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : Fail<int>(field);
    }

    public JsonElement? OptionalArray(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array ? value : Fail<JsonElement>(field);
    }

    public string Text(string field) =>
        Find(field) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text
            ? text
            : Fail<string>(field) ?? string.Empty;

    public T OneOf<T>(string field, Dictionary<string, T> names)
        where T : struct =>
        Find(field) is { ValueKind: JsonValueKind.String } value && names.TryGetValue(value.GetString()!, out var named)
            ? named
            : Fail<T>(field);

    private JsonElement? Find(string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Fail<T>(string field)
    {
        Problem ??= refuse(field);
        return default;
    }
}
