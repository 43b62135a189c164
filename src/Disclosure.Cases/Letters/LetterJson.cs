using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Letters;

/// <summary>Letters as JSON, the shape of the samples: <c>{ variant, agency, number, decidedOn, case, facts, sections }</c>.</summary>
public static class LetterJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a letter. Only the shape is judged here; what the template needs is for <see cref="ILetters.Check"/>.</summary>
    /// <param name="templateCode">The template it is for.</param>
    /// <param name="json">The text, one JSON object. Unknown members outside <c>facts</c> are ignored.</param>
    public static LetterReading Read(string templateCode, string json)
    {
        JsonObject? root;
        try
        {
            root = JsonNode.Parse(json, null, Strict) as JsonObject;
        }
        catch (JsonException exception)
        {
            return Refused(new Refusal("letter.malformed", exception.LineNumber + 1 ?? 1));
        }

        if (root is null)
        {
            return Refused(new Refusal("letter.malformed", 1));
        }

        var fields = new LetterFields();
        var agency = Agency(fields, fields.Object(root, "agency", "agency"));
        var @case = Case(fields, fields.Object(root, "case", "case"));
        var facts = root["facts"] is null ? [] : fields.Object(root, "facts", "facts");
        var variant = fields.Optional(root, "variant", "variant");
        var number = fields.Optional(root, "number", "number");
        var decidedOn = fields.OptionalDate(root, "decidedOn", "decidedOn");
        var sections = root["sections"] is null ? [] : Sections(fields, fields.Array(root, "sections", "sections"));
        return fields.Refusals.Count > 0
            ? new LetterReading(null, fields.Refusals)
            : new LetterReading(
                new Letter(templateCode, variant, agency, @case, (JsonObject)facts.DeepClone())
                {
                    Number = number,
                    DecidedOn = decidedOn,
                    Sections = sections,
                },
                []);
    }

    /// <summary>Writes a letter so that <see cref="Read"/> gives an equal one: the frozen form beside an approved document.</summary>
    public static string Write(Letter letter)
    {
        var (agency, @case) = (letter.Agency, letter.Case);
        var root = new JsonObject
        {
            ["variant"] = letter.Variant,
            ["agency"] = new JsonObject
            {
                ["name"] = agency.Name,
                ["code"] = agency.Code,
                ["masthead"] = agency.Masthead == MastheadKind.Document ? "document" : "letter",
                ["office"] = agency.Office,
                ["address"] = agency.Address,
                ["postcode"] = agency.Postcode,
                ["phone"] = agency.Phone,
                ["reconsiderationOrgan"] = agency.ReconsiderationOrgan,
                ["reconsiderationAddress"] = agency.ReconsiderationAddress,
                ["court"] = agency.Court,
            },
            ["number"] = letter.Number,
            ["decidedOn"] = Day(letter.DecidedOn),
            ["case"] = new JsonObject
            {
                ["registerNumber"] = @case.RegisterNumber,
                ["applicants"] = new JsonArray([.. @case.Applicants.Select(applicant => new JsonObject
                {
                    ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(StoredNames.Of(applicant.Kind)),
                    ["name"] = applicant.Name,
                })]),
                ["receivedOn"] = Day(@case.ReceivedOn),
                ["correctedOn"] = Day(@case.CorrectedOn),
                ["requested"] = @case.Requested,
                ["firstRequested"] = @case.FirstRequested,
                ["replaces"] = @case.Replaces is { } replaced
                    ? new JsonObject { ["number"] = replaced.Number, ["decidedOn"] = Day(replaced.DecidedOn) }
                    : null,
            },
            ["facts"] = letter.Facts.DeepClone(),
            ["sections"] = letter.Sections.Count == 0 ? null : new JsonArray([.. letter.Sections.Select(section => new JsonObject
            {
                ["template"] = section.TemplateCode,
                ["variant"] = section.Variant,
                ["items"] = new JsonArray([.. section.Items.Select(item => (JsonNode)item)]),
                ["requested"] = section.Requested,
                ["firstRequested"] = section.FirstRequested,
                ["facts"] = section.Facts.DeepClone(),
            })]),
        };
        return root.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static List<LetterSection> Sections(LetterFields fields, JsonArray json)
    {
        var sections = new List<LetterSection>();
        for (var index = 0; index < json.Count; index++)
        {
            var path = LetterFields.OfSection(index, "");
            if (json[index] is not JsonObject section)
            {
                fields.Refuse("letter.not-an-object", path.TrimEnd('.'));
                continue;
            }

            var items = fields.Array(section, "items", path + "items").Select(FactCheck.Integer).ToList();
            if (items.Exists(item => item is not (>= 1 and <= int.MaxValue)))
            {
                fields.Refuse("letter.unknown-value", path + "items");
                items.Clear();
            }

            sections.Add(new LetterSection(
                fields.Required(section, "template", path + "template"),
                fields.Optional(section, "variant", path + "variant"),
                [.. items.Select(item => (int)item!.Value)],
                fields.Required(section, "requested", path + "requested"),
                (JsonObject)(section["facts"] is null ? [] : fields.Object(section, "facts", path + "facts")).DeepClone())
            {
                FirstRequested = fields.Optional(section, "firstRequested", path + "firstRequested"),
            });
        }

        return sections;
    }

    private static LetterAgency Agency(LetterFields fields, JsonObject json) =>
        new(fields.Required(json, "name", "agency.name"), Masthead(fields, json))
        {
            Code = fields.Optional(json, "code", "agency.code"),
            Office = fields.Optional(json, "office", "agency.office"),
            Address = fields.Optional(json, "address", "agency.address"),
            Postcode = fields.Optional(json, "postcode", "agency.postcode"),
            Phone = fields.Optional(json, "phone", "agency.phone"),
            ReconsiderationOrgan = fields.Optional(json, "reconsiderationOrgan", "agency.reconsiderationOrgan"),
            ReconsiderationAddress = fields.Optional(json, "reconsiderationAddress", "agency.reconsiderationAddress"),
            Court = fields.Optional(json, "court", "agency.court"),
        };

    private static MastheadKind Masthead(LetterFields fields, JsonObject json) =>
        fields.OneOf<MastheadKind>(json, "masthead", "agency.masthead", MastheadKind.Letter);

    private static LetterCase Case(LetterFields fields, JsonObject json)
    {
        var applicants = new List<LetterApplicant>();
        var index = 0;
        foreach (var node in fields.Array(json, "applicants", "case.applicants"))
        {
            var path = $"case.applicants[{index++}]";
            if (node is JsonObject applicant)
            {
                applicants.Add(new LetterApplicant(
                    fields.OneOf<ApplicantKind>(applicant, "kind", path + ".kind", null),
                    fields.Required(applicant, "name", path + ".name")));
            }
            else
            {
                fields.Refuse("letter.not-an-object", path);
            }
        }

        return new LetterCase(
            fields.Required(json, "registerNumber", "case.registerNumber"),
            applicants,
            fields.Date(json, "receivedOn", "case.receivedOn"),
            fields.OptionalDate(json, "correctedOn", "case.correctedOn"),
            fields.Required(json, "requested", "case.requested"))
        {
            FirstRequested = fields.Optional(json, "firstRequested", "case.firstRequested"),
            Replaces = json["replaces"] is null ? null : Replaced(fields, fields.Object(json, "replaces", "case.replaces")),
        };
    }

    private static LetterReplaced Replaced(LetterFields fields, JsonObject json) =>
        new(fields.Required(json, "number", "case.replaces.number"), fields.Date(json, "decidedOn", "case.replaces.decidedOn"));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static LetterReading Refused(Refusal refusal) => new(null, [refusal]);
}
