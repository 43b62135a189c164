using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.Demonstration.Simulation;

namespace Disclosure.Cases.Demonstration.District;

/// <summary>Fills the dates and names of a case into the sentences of the embedded files.</summary>
internal static partial class Wording
{
    /// <summary>A date as letters print it.</summary>
    public static string Chinese(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>A date as facts carry it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Fills in a sentence for an application received in a year.</summary>
    public static string Fill(string sentence, Office office, int year) => sentence
        .Replace("{YY}", $"{year}", StringComparison.Ordinal)
        .Replace("{Y}", $"{year - 1}", StringComparison.Ordinal)
        .Replace("{P}", $"{year - 3}", StringComparison.Ordinal)
        .Replace("{agency}", office.Name, StringComparison.Ordinal)
        .Replace(
            "{place}",
            office.Agency.Code.Replace("示范", "", StringComparison.Ordinal) + (office.Name.Contains("街道", StringComparison.Ordinal)
                ? "街道"
                : "镇"),
            StringComparison.Ordinal);

    public static Subject Fill(Subject subject, Office office, int year) => subject with
    {
        Request = Fill(subject.Request, office, year),
        Document = Fill(subject.Document, office, year),
        Words = Fill(subject.Words, office, year),
        Withheld = Fill(subject.Withheld, office, year),
    };

    /// <summary>Fills in facts on the day of drafting; <c>{cn:-3}</c> and <c>{iso:-3}</c> are days counted from it.</summary>
    public static JsonObject Fill(JsonObject facts, Office office, int year, DateOnly today)
    {
        var filled = new JsonObject();
        foreach (var (key, value) in facts)
        {
            filled[key] = value is JsonValue text && text.TryGetValue<string>(out var sentence)
                ? RelativeDay().Replace(Fill(sentence, office, year), match => Day(match, today))
                : value?.DeepClone();
        }

        return filled;
    }

    private static string Day(Match match, DateOnly today)
    {
        var day = today.AddDays(int.Parse(match.Groups[2].ValueSpan));
        return match.Groups[1].Value == "cn" ? Chinese(day) : Iso(day);
    }

    [GeneratedRegex(@"\{(cn|iso):(-?[0-9]+)\}")]
    private static partial Regex RelativeDay();
}
