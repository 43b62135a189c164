using System.Globalization;
using System.Text.Json;

namespace Disclosure.Cases.Clock;

/// <summary>Writes the fields of a reckoning; dates as <c>yyyy-MM-dd</c>, names of values in camel case.</summary>
internal static class ReckoningWriter
{
    public static void Write(Utf8JsonWriter writer, Reckoning reckoning)
    {
        writer.WriteString("ruleSet", reckoning.RuleSet.Id);
        writer.WriteString("state", Name(reckoning.State));
        writer.WriteString("clockStartsOn", Iso(reckoning.ClockStartsOn));
        writer.WriteString("replyDueOn", Iso(reckoning.ReplyDueOn));
        writer.WriteBoolean("projected", reckoning.Projected);
        writer.WriteBoolean("provisional", reckoning.Provisional);
        WriteOnTime(writer, reckoning.OnTime);
        WriteNumber(writer, "workingDaysCounted", reckoning.WorkingDaysCounted);
        writer.WriteStartArray("deadlines");
        foreach (var deadline in reckoning.Deadlines)
        {
            Write(writer, deadline);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ledger");
        foreach (var day in reckoning.Ledger)
        {
            Write(writer, day);
        }

        writer.WriteEndArray();
    }

    // An earlier reply served while the clock stood had no due date: it is left out. What was not done is said as null.
    private static void Write(Utf8JsonWriter writer, Deadline deadline)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Name(deadline.Kind));
        WriteIfAny(writer, "id", deadline.Id);
        WriteIfAny(writer, "dueOn", Iso(deadline.DueOn));
        writer.WriteString("metOn", Iso(deadline.MetOn));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LedgerDay day)
    {
        writer.WriteStartObject();
        writer.WriteString("date", Iso(day.Date));
        writer.WriteString("kind", Name(day.Kind));
        if (day.Number is { } number)
        {
            writer.WriteNumber("number", number);
        }

        WriteIfAny(writer, "name", day.Name);
        WriteIfAny(writer, "reason", day.Reason is { } reason ? Name(reason) : null);
        WriteIfAny(writer, "consultation", day.Consultation);
        writer.WriteString("article", day.Article);
        writer.WriteEndObject();
    }

    private static void WriteOnTime(Utf8JsonWriter writer, bool? onTime)
    {
        if (onTime is { } known)
        {
            writer.WriteBoolean("onTime", known);
        }
        else
        {
            writer.WriteNull("onTime");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string field, int? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(field, known);
        }
        else
        {
            writer.WriteNull(field);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string field, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(field, value);
        }
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(StoredNames.Of(value));
}
