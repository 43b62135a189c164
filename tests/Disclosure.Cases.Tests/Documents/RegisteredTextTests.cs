using System.Text;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.Kernel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>What can be registered can be printed, and what cannot be printed is not registered: character by character.</summary>
public sealed class RegisteredTextTests
{
    private static readonly OpenXmlValidator Validator = new(FileFormatVersions.Office2019);

    // A reason for withholding has to say something.
    private const string Reason = "，该内容仅供内部研究时使用";

    private static readonly string[] AllLetters = [.. Samples.Names.DistinctBy(Samples.CodeOf)];

    [Test]
    public void Letters_Always_AreThe34() => Assert.That(AllLetters, Has.Length.EqualTo(34));

    [Test]
    public async Task Character_OfAnyCategory_IsRegisteredExactlyWhereEveryLetterCarriesIt()
    {
        var registered = new List<Rune>();
        foreach (var rune in PrintedTextTests.SomeOfEachCategory)
        {
            var isRegistered = await Registers($"甲{rune}乙");
            if (isRegistered)
            {
                registered.Add(rune);
            }

            Assert.That(
                AllLetters.Select(name => Samples.Letters.Check(With(name, $"甲{rune}乙{Reason}")).Count == 0),
                Has.All.EqualTo(isRegistered),
                U(rune));
        }

        Assert.That(registered, Has.Count.GreaterThan(100).And.Count.LessThan(PrintedTextTests.SomeOfEachCategory.Count - 30));

        // Some at once are enough to see each of them on paper.
        foreach (var name in AllLetters)
        {
            foreach (var some in registered.Chunk(60))
            {
                var printed = Printed(With(name, string.Concat(some.Select(rune => $"甲{rune}乙"))));
                Assert.That(
                    some.Where(rune => !printed.Contains($"甲{rune}乙", StringComparison.Ordinal)
                        && !FoldedPunctuation.Of(printed).Contains(FoldedPunctuation.Of($"甲{rune}乙"), StringComparison.Ordinal)).Select(U),
                    Is.Empty,
                    name);
            }
        }
    }

    [Test]
    public async Task LoneSurrogate_InAnyField_IsRefusedWithItsFieldAndName()
    {
        var application = Application("甲", "\uD800");
        Assert.That(await Refusals(application), Is.EqualTo(new[] { new Refusal("text.unprintable", "U+D800", 1) { Field = "Items[0]" } }));
    }

    [TestCase("甲\n乙", "Applicants[0].Name", "text.notOneLine")]
    [TestCase("\u3164", "Applicants[0].Name", "text.unprintable")]
    [TestCase("甲\u200B乙", "Applicants[0].Name", "text.unprintable")]
    public async Task Name_ThatNoLetterCarries_IsRefused(string name, string field, string code) =>
        Assert.That(
            (await Refusals(Application(name, "预算"))).Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (field, code) }));

    [Test]
    public async Task Items_TogetherLongerThanALetterCarries_AreRefused()
    {
        var item = new string('字', 10_000);
        Assert.That(
            (await Refusals(Application("甲", item, item))).Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { ("Items", "items.tooLong") }));
        Assert.That(await Refusals(Application("甲", item[..9_990], item[..9_990])), Is.Empty);
    }

    [Test]
    public async Task Command_WithATextThatItsRulesDoNotJudge_IsRefusedWithItsField()
    {
        var verdict = await new ValidationBehaviour<Unjudged, Result<Unit>>([]).Handle(
            new Unjudged([new("好", new JsonObject { ["a"] = new JsonArray("好", "\u202E") })], "\u200B"), default, Done);
        Assert.That(verdict.Refusals.Select(refusal => refusal.Field), Is.EqualTo(new[] { "Parts[0].Facts.a[1]" }));
    }

    private sealed record Unjudged(IReadOnlyList<Part> Parts, [property: NotPrinted] string Password);

    private sealed record Part(string Name, JsonObject Facts);

    private static Task<Result<Unit>> Done() => Task.FromResult<Result<Unit>>(new Unit());

    private static string U(Rune rune) => $"U+{rune.Value:X4} {Rune.GetUnicodeCategory(rune)}";

    private static RegisterApplication Application(string name, params string[] items) => new(
        Channel.InPerson, new DateOnly(2025, 9, 22), null, [new(ApplicantKind.NaturalPerson, name, null, null, null, true, null)], items);

    private static async Task<bool> Registers(string text) => (await Refusals(Application(text, text))).Count == 0;

    private static async Task<IReadOnlyList<Refusal>> Refusals(RegisterApplication application) =>
        (await new ValidationBehaviour<RegisterApplication, Result<Unit>>([new RegisterApplicationRules(TimeProvider.System)])
            .Handle(application, default, Done)).Refusals;

    // In the name, in what was asked for, and in every text that the template asks for.
    private static Letter With(string sample, string text)
    {
        var letter = Samples.Read(sample);
        letter = letter with
        {
            Case = letter.Case with { Applicants = [letter.Case.Applicants[0] with { Name = text }], Requested = text },
        };
        return Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant).Facts
            .Where(fact => fact.Kind is FactKind.Text or FactKind.Paragraphs)
            .Aggregate(letter, (filled, fact) => filled.WithFact(fact.Key, JsonValue.Create(text)));
    }

    private static string Printed(Letter letter)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);
        Assert.That(Validator.Validate(document).Select(fault => fault.Description), Is.Empty);
        return document.MainDocumentPart!.Document.InnerText;
    }
}
