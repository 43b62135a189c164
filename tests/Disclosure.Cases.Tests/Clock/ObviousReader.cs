using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Tests.Clock;

internal sealed record ObviousFacts(DateOnly ReceivedOn, IReadOnlyList<ObviousEvent> Events, DateOnly? AsOf);

internal sealed record ObviousEvent(string Type, DateOnly On)
{
    public string? Id { get; init; }

    public string? Kind { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public DateOnly? RespondBy { get; init; }

    public DateOnly? UntilOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public int? WorkingDays { get; init; }

    // Two events that read alike are still two events.
    public bool Equals(ObviousEvent? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => On.GetHashCode();
}

/// <summary>Reads a timeline field by field from a table of what each event has; null for a malformed one.</summary>
internal static class ObviousReader
{
    // A name with a question mark is optional.
    private static readonly Dictionary<string, string[]> FieldsOf = new()
    {
        ["correctionNoticeServed"] = ["respondBy"],
        ["correctionReceived"] = [],
        ["consultationSent"] = ["id", "kind", "deliveredOn?", "respondBy?"],
        ["consultationAnswered"] = ["id"],
        ["consultationReturned"] = ["id"],
        ["extensionServed"] = ["workingDays"],
        ["delayServed"] = ["untilOn"],
        ["explanationRequested"] = [],
        ["explanationReceived"] = [],
        ["feeNoticeServed"] = ["deliveredOn?"],
        ["feePaid"] = [],
        ["replyServed"] = [],
        ["withdrawn"] = [],
        ["reopened"] = ["dueOn?", "workingDays?"],
    };

    public static ObviousFacts? Read(JsonNode? input)
    {
        if (input is not JsonObject top || !IsDate(top["receivedOn"]) || (top["asOf"] is not null && !IsDate(top["asOf"])))
        {
            return null;
        }

        if (top["events"] is not (null or JsonArray))
        {
            return null;
        }

        var events = (top["events"] as JsonArray ?? []).Select(ReadEvent).ToList();
        return events.Contains(null) ? null : new ObviousFacts(Date(top["receivedOn"])!.Value, events!, Date(top["asOf"]));
    }

    private static ObviousEvent? ReadEvent(JsonNode? node)
    {
        if (node is not JsonObject line
            || Text(line["type"]) is not { } type
            || !FieldsOf.TryGetValue(type, out var fields)
            || !IsDate(line["on"]))
        {
            return null;
        }

        var kept = new JsonObject();
        foreach (var field in fields)
        {
            var name = field.TrimEnd('?');
            if (name == "respondBy" && type == "consultationSent" && Text(line["kind"]) != "otherAgency")
            {
                continue; // only a letter to another agency has the field
            }

            if (line[name] is null ? !field.EndsWith('?') : !IsPossible(name, line[name]))
            {
                return null;
            }

            kept[name] = line[name]?.DeepClone();
        }

        return new ObviousEvent(type, Date(line["on"])!.Value)
        {
            Id = Text(kept["id"]),
            Kind = Text(kept["kind"]),
            DeliveredOn = Date(kept["deliveredOn"]),
            RespondBy = Date(kept["respondBy"]),
            UntilOn = Date(kept["untilOn"]),
            DueOn = Date(kept["dueOn"]),
            WorkingDays = kept["workingDays"] is { } days ? int.Parse(days.ToJsonString(), CultureInfo.InvariantCulture) : null,
        };
    }

    private static bool IsPossible(string name, JsonNode? value) => name switch
    {
        "id" => Text(value) is { Length: > 0 },
        "kind" => Text(value) is "thirdParty" or "coAuthor" or "otherAgency",
        "workingDays" => value!.GetValueKind() == JsonValueKind.Number && Regex.IsMatch(value.ToJsonString(), "^-?[0-9]{1,9}$"),
        _ => IsDate(value),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsDate(JsonNode? value) => Date(value) is not null;

    private static DateOnly? Date(JsonNode? value)
    {
        if (Text(value) is not { } text || Regex.Match(text, @"\A([0-9]{4})-([0-9]{2})-([0-9]{2})\z") is not { Success: true } match)
        {
            return null;
        }

        var (year, month, day) = (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value), int.Parse(match.Groups[3].Value));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }
}
