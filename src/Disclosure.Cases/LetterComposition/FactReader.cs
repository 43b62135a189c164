using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LetterComposition;

/// <summary>Reads from a letter's facts what the case has to know of them.</summary>
public static class FactReader
{
    /// <summary>What the letter sets, as far as it says so in a form that can be read.</summary>
    public static DocumentTerms Terms(JsonObject facts) =>
        new(Date(facts, "respondBy"), Number(facts, "workingDays"), Date(facts, "untilOn"));

    /// <summary>A date, or null where there is none or none that exists.</summary>
    public static DateOnly? Date(JsonObject facts, string key) =>
        Text(facts, key) is { } text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>A text, or null where there is none.</summary>
    public static string? Text(JsonObject facts, string key) =>
        facts.TryGetPropertyValue(key, out var node) && node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whom a consultation letter asks; null for other letters.</summary>
    public static ConsultationKind? Asks(EffectiveTemplate template) =>
        template.Effect != ServiceEffect.Consults ? null : template.Template.Code switch
        {
            TemplateCodes.ThirdPartyConsultation => ConsultationKind.ThirdParty,
            TemplateCodes.CoAuthorConsultation => ConsultationKind.CoAuthor,
            _ => ConsultationKind.OtherAgency,
        };

    /// <summary>A channel as the receipt's choice names it.</summary>
    public static string ChannelCode(Channel channel) => channel switch
    {
        Channel.InPerson => "in-person",
        Channel.Oral => "oral",
        Channel.SignedPost => "signed-post",
        Channel.OrdinaryPost => "ordinary-post",
        Channel.Internet => "internet",
        Channel.Fax => "fax",
        Channel.Email => "e-mail",
    };

    /// <summary>A way of service as the proof's choice names it.</summary>
    public static string WayCode(ServiceWay way) => way switch
    {
        ServiceWay.HandedOver => "handed-over",
        ServiceWay.ThroughAgency => "through-agency",
        ServiceWay.Post => "post",
        ServiceWay.Electronic => "electronic",
    };

    /// <summary>A whole number, or null where there is none that fits.</summary>
    public static int? Number(JsonObject facts, string key) =>
        FactCheck.Integer(facts[key]) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>Every text in a fact, however deep.</summary>
    public static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TextsIn(field.Value)),
        JsonArray entries => entries.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
