using System.Text.Encodings.Web;
using System.Text.Json;

namespace Disclosure.Cases.Clock;

/// <summary>The clock's JSON: a timeline goes in, its reckoning or a refusal comes out.</summary>
public static class ClockJson
{
    // Fields that the clock does not know are ignored, however deep they go.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 1024 };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    /// <summary>
    /// Reckons the timeline in <paramref name="json"/>. Never throws for what stands in it: whatever breaks a rule of the
    /// list comes back as <c>{"refused": "…"}</c>, a sentence naming the event and the rule.
    /// </summary>
    /// <param name="json">The timeline; see <see cref="TryRead"/>.</param>
    /// <param name="calendar">The calendar to go by.</param>
    /// <param name="language">The language of a refusal, <c>zh</c> or <c>en</c>.</param>
    /// <param name="withLedger">Whether the answer has the day-by-day ledger; without, its list is empty.</param>
    public static (string Json, bool Refused) Answer(
        string json, WorkingDayCalendar calendar, string language = Texts.Chinese, bool withLedger = true)
    {
        if ((TryRead(json, out var timeline, out var refusal) ? StatutoryClock.Judge(timeline!, calendar) : refusal) is { } broken)
        {
            return (WriteRefusal(broken, language), true);
        }

        return (Write(StatutoryClock.Reckon(timeline!, calendar, withLedger)), false);
    }

    /// <summary>Reads a timeline. False, and why, when it is malformed; whether it keeps the rules is not judged.</summary>
    public static bool TryRead(string json, out Timeline? timeline, out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(json);
        timeline = null;
        refusal = null;
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            timeline = TimelineReader.Read(document.RootElement, out refusal);
        }
        catch (JsonException)
        {
            refusal = new Refusal("clock.malformed");
        }
        catch (InvalidOperationException)
        {
            // A string or a name that is not Unicode text (half a surrogate pair) shows only when it is read.
            refusal = new Refusal("clock.malformed");
        }

        return refusal is null;
    }

    /// <summary>A refusal as <c>{"refused": "…"}</c>.</summary>
    public static string WriteRefusal(Refusal refusal, string language = Texts.Chinese)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Text(writer => writer.WriteString("refused", refusal.Say(language)));
    }

    /// <summary>A reckoning as JSON; findings, which only recorded cases have, are left out.</summary>
    public static string Write(Reckoning reckoning)
    {
        ArgumentNullException.ThrowIfNull(reckoning);
        return Text(writer => ReckoningWriter.Write(writer, reckoning));
    }

    private static string Text(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
