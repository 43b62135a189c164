using System.Text.Json;

namespace Disclosure.Cases.Clock;

/// <summary>Reads a timeline from JSON. Fields that an event does not have are ignored, whatever stands in them.</summary>
internal static class TimelineReader
{
    private static readonly Dictionary<string, TimelineEventType> Types = NamesOf<TimelineEventType>();

    private static readonly Dictionary<string, ConsultationKind> Kinds = NamesOf<ConsultationKind>();

    public static Timeline? Read(JsonElement root, out Refusal? refusal)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            refusal = new Refusal("clock.malformed");
            return null;
        }

        var fields = new FieldReader(root, field => new Refusal("clock.malformed-field", field) { Field = field });
        var receivedOn = fields.Date("receivedOn");
        var asOf = fields.OptionalDate("asOf");
        var listed = fields.OptionalArray("events");
        var events = new List<TimelineEvent>();
        refusal = fields.Problem;
        if (refusal is null && listed is { } array)
        {
            foreach (var element in array.EnumerateArray())
            {
                if (ReadEvent(element, events.Count + 1, out refusal) is not { } read)
                {
                    return null;
                }

                events.Add(read);
            }
        }

        return refusal is null ? new Timeline(receivedOn, events, asOf) : null;
    }

    private static TimelineEvent? ReadEvent(JsonElement element, int position, out Refusal? refusal)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            refusal = new Refusal("clock.malformed-event", position);
            return null;
        }

        var untyped = new FieldReader(element, _ => new Refusal("clock.unknown-type", position));
        var type = untyped.OneOf("type", Types);
        if (untyped.Problem is not null)
        {
            refusal = untyped.Problem;
            return null;
        }

        var fields = new FieldReader(element, field => new Refusal("clock.malformed-event-field", position, type, field) { Field = field });
        var read = ReadEvent(type, fields);
        refusal = fields.Problem;
        return refusal is null ? read : null;
    }

    private static TimelineEvent ReadEvent(TimelineEventType type, FieldReader fields)
    {
        var on = fields.Date("on");
        return type switch
        {
            TimelineEventType.CorrectionNoticeServed => new CorrectionNoticeServed(on, fields.Date("respondBy")),
            TimelineEventType.CorrectionReceived => new CorrectionReceived(on),
            TimelineEventType.ConsultationSent => ReadConsultation(on, fields),
            TimelineEventType.ConsultationAnswered => new ConsultationAnswered(on, fields.Text("id")),
            TimelineEventType.ConsultationReturned => new ConsultationReturned(on, fields.Text("id")),
            TimelineEventType.ExtensionServed => new ExtensionServed(on, fields.WholeNumber("workingDays")),
            TimelineEventType.DelayServed => new DelayServed(on, fields.Date("untilOn")),
            TimelineEventType.ExplanationRequested => new ExplanationRequested(on),
            TimelineEventType.ExplanationReceived => new ExplanationReceived(on),
            TimelineEventType.FeeNoticeServed => new FeeNoticeServed(on, fields.OptionalDate("deliveredOn")),
            TimelineEventType.FeePaid => new FeePaid(on),
            TimelineEventType.ReplyServed => new ReplyServed(on),
            TimelineEventType.Withdrawn => new Withdrawn(on),
            TimelineEventType.Reopened => new Reopened(on, fields.OptionalDate("dueOn"), fields.OptionalWholeNumber("workingDays")),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type."),
        };
    }

    // Only a letter to another agency may name its date; to the others the law sets it (art. 32, 34).
    private static ConsultationSent ReadConsultation(DateOnly on, FieldReader fields)
    {
        var id = fields.Text("id");
        var kind = fields.OneOf("kind", Kinds);
        var deliveredOn = fields.OptionalDate("deliveredOn");
        var respondBy = kind == ConsultationKind.OtherAgency ? fields.OptionalDate("respondBy") : null;
        return new ConsultationSent(on, id, kind, deliveredOn, respondBy);
    }

    private static Dictionary<string, T> NamesOf<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(StoredNames.Of(value)), StringComparer.Ordinal);
}
