using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

/// <summary>
/// A draft as one rule judges it: of 陈某's case at 示范区人民政府, received on 2025-09-22 and judged on that day unless said
/// otherwise, with no facts but those given.
/// </summary>
internal sealed class Judged(string template, string? variant = null)
{
    private readonly JsonObject facts = [];
    private CaseBuilder builder = CaseBuilder.Received("2025-09-22");
    private DateOnly today = new(2025, 9, 22);
    private ServiceEffect effect = ServiceEffect.Answers;
    private DocumentTerms terms = new(null, null, null);

    public static Applicant Applicant { get; } = new(ApplicantKind.NaturalPerson, "陈某", null, "000-1", "示范市", true, null);

    public static Agency OtherAgency { get; } = new(
        Guid.NewGuid(), new DateOnly(2008, 5, 1), "示范建", "示范区住房和城乡建设委员会", AgencyKind.Department, "办公室", "示范路2号", "400001", "000-2",
        "示范区人民政府", "示范路1号", "示范区人民法院", MastheadKind.Letter);

    public static Surroundings Nothing { get; } = new([OtherAgency], [Applicant], [], [], new Dictionary<Guid, JsonObject>());

    private Surroundings Around { get; set; } = Nothing;

    private Moment Now => new(new Actor(CaseBuilder.Clerk, "周某", Role.Clerk, Guid.Empty), today, WorkingDayCalendar.Official);

    public static (string Code, string? Field)[] Expected(string? code, string? field) => code is null ? [] : [(code, field)];

    public Judged WithCase(CaseBuilder of)
    {
        builder = of;
        return this;
    }

    public Judged WithFact(string key, JsonNode? value)
    {
        facts[key] = value;
        return this;
    }

    public Judged WithPart(string ground, string? key = null, JsonNode? value = null)
    {
        var part = new JsonObject { ["ground"] = ground, ["text"] = "第3页的批注。" };
        if (key is not null)
        {
            part[key] = value;
        }

        return WithFact("withheld", new JsonArray(part));
    }

    public Judged WithEffect(ServiceEffect of, DocumentTerms? sets = null)
    {
        (effect, terms) = (of, sets ?? terms);
        return this;
    }

    public Judged WithSurroundings(Func<Surroundings, Surroundings> change)
    {
        Around = change(Around);
        return this;
    }

    /// <summary>What a letter of the case says.</summary>
    public Judged WithFactsOf(Guid document, string key, string value) =>
        WithSurroundings(around => around with { FactsOf = new Dictionary<Guid, JsonObject> { [document] = new() { [key] = value } } });

    public Judged On(string day)
    {
        today = DateOnly.Parse(day);
        return this;
    }

    public (string Code, string? Field)[] Findings(ILegalRule<JudgedPart> rule)
    {
        var (file, document) = Drafted();
        return Of(rule.Check(new JudgedPart(file, document, document.Principal, Letter(file), Around, Now)));
    }

    /// <summary>What is found in the parts that it withholds.</summary>
    public (string Code, string? Field)[] FindingsOfParts(ILegalRule<JudgedPart> rule)
    {
        var (file, document) = Drafted();
        var judged = new JudgedPart(file, document, document.Principal, Letter(file), Around, Now);
        return Of(WithheldPart.Of(facts).SelectMany(part => rule.Check(judged.Of(part))));
    }

    public (string Code, string? Field)[] Findings(ILegalRule<JudgedDocument> rule)
    {
        var (file, document) = Drafted();
        return Of(rule.Check(new JudgedDocument(file, document, Letter(file), Around, Now)));
    }

    /// <summary>What an upload of these paragraphs has against the letter of the others.</summary>
    public (string Code, string? Field)[] Findings(
        ILegalRule<JudgedUpload> rule, string[] @fixed, string[] expected, string[] found, byte[]? content)
    {
        var file = builder.Build();
        return Of(rule.Check(new JudgedUpload(file, Letter(file), content, @fixed, Paragraphs(expected), Paragraphs(found))));
    }

    private static LetterParagraph[] Paragraphs(string[] texts) => [.. texts.Select(text => new LetterParagraph(LetterPart.Body, text))];

    private static (string, string?)[] Of(IEnumerable<Refusal> findings) => [.. findings.Select(finding => (finding.Code, finding.Field))];

    private (CaseFile File, CaseDocument Document) Drafted()
    {
        var drafted = new DocumentDrafted(
            Guid.NewGuid(), template, variant, "v", effect, null, null, true,
            builder.Items, CaseBuilder.Text(), terms, null, CaseBuilder.Clerk);
        var file = builder.With(drafted).Build();
        return (file, file.Document(drafted.DocumentId));
    }

    private Letter Letter(CaseFile file) => new(
        template, variant,
        new LetterAgency("示范区人民政府", MastheadKind.Letter) { Code = "示范府", Office = "示范区人民政府办公室" },
        new LetterCase(
            file.RegisterNumber, [new LetterApplicant(ApplicantKind.NaturalPerson, "陈某")], file.ReceivedOn!.Value, null, "关于甲事项的文件"),
        facts);
}
