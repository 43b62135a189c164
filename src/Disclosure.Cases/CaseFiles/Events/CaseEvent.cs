using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>A fact of a case in the past tense. The events of a case are its only source of truth.</summary>
public abstract record CaseEvent;

/// <summary>An event with where, when and by whom it was recorded.</summary>
/// <param name="Sequence">The event's place in its case, from 1; with the case's id the optimistic lock.</param>
/// <param name="Event">The fact.</param>
/// <param name="OccurredAt">When it was recorded, UTC.</param>
/// <param name="ActorId">Who recorded it.</param>
public sealed record RecordedEvent(int Sequence, CaseEvent Event, DateTimeOffset OccurredAt, Guid ActorId);

/// <summary>Events as they are stored: their stored name, and their data as JSON.</summary>
public static class CaseEventJson
{
    private static readonly JsonSerializerOptions Options =
        new(StoredJson.Readable) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Dictionary<string, Type> Types = typeof(CaseEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseEvent)))
        .ToDictionary(StoredNames.Of, StringComparer.Ordinal);

    /// <summary>The name under which an event is stored.</summary>
    public static string TypeOf(CaseEvent caseEvent) => StoredNames.Of(caseEvent.GetType());

    /// <summary>The name under which events of a kind are stored.</summary>
    public static string TypeOf<T>()
        where T : CaseEvent => StoredNames.Of(typeof(T));

    /// <summary>The event's data.</summary>
    public static string Write(CaseEvent caseEvent) => JsonSerializer.Serialize(caseEvent, caseEvent.GetType(), Options);

    /// <summary>The event that was stored.</summary>
    /// <exception cref="InvalidDataException">The type is unknown or the data does not fit it.</exception>
    public static CaseEvent Read(string type, string data)
    {
        try
        {
            return (CaseEvent)JsonSerializer.Deserialize(data, Types[type], Options)!;
        }
        catch (Exception problem) when (problem is KeyNotFoundException or JsonException)
        {
            throw new InvalidDataException($"The event '{type}' cannot be read.", problem);
        }
    }

    /// <summary>The event of a kind that was stored.</summary>
    /// <exception cref="InvalidDataException">The data does not fit it.</exception>
    public static T Read<T>(string data)
        where T : CaseEvent => (T)Read(TypeOf<T>(), data);
}
