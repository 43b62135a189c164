using Disclosure.Cases.Agencies;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class LetterJsonTests
{
    private const string Whole = """
        {"variant":null,"agency":{"name":"示范区人民政府","masthead":"document"},"number":null,"decidedOn":"2025-11-20",
         "case":{"registerNumber":"示范府依申请〔2025〕31号","applicants":[{"kind":"naturalPerson","name":"陈某"}],"receivedOn":"2025-10-27","correctedOn":null,"requested":"方案"},
         "facts":{"search":"x"}}
        """;

    [Test]
    public void Whole_Read_GivesTheLetter()
    {
        var letter = LetterJson.Read(TemplateCodes.NotExisting, Whole).Letter!;
        Assert.That(
            (letter.TemplateCode, letter.Agency.Masthead, letter.DecidedOn),
            Is.EqualTo((TemplateCodes.NotExisting, MastheadKind.Document, (DateOnly?)new DateOnly(2025, 11, 20))));
        Assert.That(letter.Case.Applicants, Is.EqualTo(new[] { new LetterApplicant(ApplicantKind.NaturalPerson, "陈某") }));
        Assert.That((string?)letter.Facts["search"], Is.EqualTo("x"));
    }

    [TestCase("\"name\":\"示范区人民政府\",", "", "agency.name")]
    [TestCase("\"document\"", "\"poster\"", "agency.masthead")]
    [TestCase("\"2025-11-20\"", "\"2025-11-31\"", "decidedOn")]
    [TestCase("\"2025-10-27\"", "null", "case.receivedOn")]
    [TestCase("\"2025-10-27\"", "20251027", "case.receivedOn")]
    [TestCase("\"naturalPerson\"", "\"NaturalPerson\"", "case.applicants[0].kind")]
    [TestCase("\"naturalPerson\"", "0", "case.applicants[0].kind")]
    [TestCase("\"陈某\"", "{}", "case.applicants[0].name")]
    [TestCase("[{\"kind\":\"naturalPerson\",\"name\":\"陈某\"}]", "[1]", "case.applicants[0]")]
    [TestCase("[{\"kind\":\"naturalPerson\",\"name\":\"陈某\"}]", "{}", "case.applicants")]
    [TestCase("{\"search\":\"x\"}", "[]", "facts")]
    [TestCase("\"variant\":null", "\"variant\":3", "variant")]
    [TestCase("\"方案\"", "\"\\ud800\"", "case.requested")]
    public void OneMistake_Read_IsRefusedByName(string from, string to, string field)
    {
        var reading = LetterJson.Read(TemplateCodes.NotExisting, Whole.Replace(from, to, StringComparison.Ordinal));
        Assert.That(reading.Letter, Is.Null);
        Assert.That(reading.Refusals.Select(refusal => refusal.Field), Is.EqualTo(new[] { field }));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{")]
    [TestCase("{\"facts\":{\"a\":1,\"a\":2}}")]
    public void NoLetterAtAll_Read_IsMalformed(string json) =>
        Assert.That(LetterJson.Read(TemplateCodes.NotExisting, json).Refusals[0].Code, Is.EqualTo("letter.malformed"));

    [Test]
    public void DeepNesting_Read_IsMalformed() =>
        Assert.That(LetterJson.Read(TemplateCodes.NotExisting, new string('[', 10_000)).Refusals[0].Code, Is.EqualTo("letter.malformed"));
}
