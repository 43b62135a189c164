using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

public sealed class ReplyTemplateCatalogueTests
{
    private readonly MemoryVersions versions = new();
    private ReplyTemplateCatalogue catalogue = null!;

    [SetUp]
    public void Open()
    {
        versions.Clear();
        catalogue = new ReplyTemplateCatalogue(new EmbeddedReplyTemplates(), version => versions.Content(version, default));
    }

    [Test]
    public async Task Refresh_FirstTime_KeepsWhatTheSoftwareBringsAlong()
    {
        await catalogue.Refresh(versions, default);
        Assert.That(versions.Texts, Has.Count.EqualTo(34));
        Assert.That(versions.Texts.Select(text => Hash(text.Value.Content)), Is.EqualTo(versions.Texts.Keys));
    }

    [Test]
    public async Task Adoption_OfAnOwnWording_IsInForceAfterTheRefresh_AndTheEarlierOneStaysKnown()
    {
        var before = catalogue.Find(TemplateCodes.CoAuthorConsultation)!;
        var own = await Adopt(TemplateCodes.CoAuthorConsultation, "盼复。");
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation), Is.SameAs(before), "nothing changes before the refresh");
        await catalogue.Refresh(versions, default);
        var letter = Samples.Read("07-co-author-consultation");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation)!.Version, Is.EqualTo(own));
            Assert.That(
                catalogue.All.Select(template => template.Code),
                Is.EqualTo(Samples.Templates.All.Select(template => template.Code)));
            Assert.That(new LetterRenderer(catalogue).ToHtml(letter), Does.Contain("<p>盼复。</p>"));
            Assert.That(
                new LetterRenderer(catalogue).ToHtml(letter with { TemplateVersion = before.Version }),
                Does.Contain("<p>特此函询。</p>"));
        }
    }

    [Test]
    public async Task Adoption_OfNoVersion_IsTheWayBackToTheOriginal()
    {
        await Adopt(TemplateCodes.CoAuthorConsultation, "盼复。");
        await versions.Record(new TemplateAdoption(TemplateCodes.CoAuthorConsultation, 2, null, default, default, ""), default);
        await catalogue.Refresh(versions, default);
        Assert.That(
            catalogue.Find(TemplateCodes.CoAuthorConsultation)!.Version,
            Is.EqualTo(Samples.Templates.Find(TemplateCodes.CoAuthorConsultation)!.Version));
    }

    [Test]
    public async Task Version_NotKeptYet_IsFoundOnceAnotherServerKeptIt()
    {
        var text = Changed(TemplateCodes.CoAuthorConsultation, "盼复。");
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation, Hash(text)), Is.Null);
        await versions.Keep(Hash(text), TemplateCodes.CoAuthorConsultation, text, default);
        await catalogue.Refresh(versions, default);
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation, Hash(text))!.Body, Does.Contain("盼复。"));
        Assert.That(catalogue.Find(TemplateCodes.NotExisting, Hash(text)), Is.Null, "a wording of another template");
    }

    [Test]
    public async Task Version_UnknownToTheProcess_IsReadFromTheStore()
    {
        await Adopt(TemplateCodes.CoAuthorConsultation, "盼复。");
        var version = versions.Texts.Keys.Single();
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation, version)!.Body, Does.Contain("盼复。"));
        versions.Clear();
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation, version), Is.Not.Null, "read once, known for good");
    }

    [Test]
    public async Task Wording_ThatCannotBeReadAnyMore_LeavesTheOriginalInForce()
    {
        await versions.Keep(Hash("nonsense"), TemplateCodes.CoAuthorConsultation, "nonsense", default);
        await versions.Record(new TemplateAdoption(TemplateCodes.CoAuthorConsultation, 1, Hash("nonsense"), default, default, ""), default);
        await catalogue.Refresh(versions, default);
        Assert.That(
            catalogue.Find(TemplateCodes.CoAuthorConsultation)!.Version,
            Is.EqualTo(Samples.Templates.Find(TemplateCodes.CoAuthorConsultation)!.Version));
    }

    [Test]
    public async Task Content_ThatIsNotThatOfItsHash_IsNotUsed()
    {
        await versions.Keep(
            new string('0', 64), TemplateCodes.CoAuthorConsultation, Changed(TemplateCodes.CoAuthorConsultation, "盼复。"), default);
        Assert.That(catalogue.Find(TemplateCodes.CoAuthorConsultation, new string('0', 64)), Is.Null);
    }

    [Test]
    public void Letter_OfAVersionThatWasNeverKept_IsRefusedAndStillShown()
    {
        var letter = Samples.Read("07-co-author-consultation") with { TemplateVersion = new string('0', 64) };
        Assert.That(
            new LetterRenderer(catalogue).Check(letter).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "letter.unknown-version" }));
        Assert.That(new LetterRenderer(catalogue).ToHtmlPreview(letter), Does.Contain("特此函询。"));
    }

    [Test]
    public void Sample_OfEveryVariant_CanBeSeenInItsWording()
    {
        foreach (var template in Samples.Templates.All)
        {
            foreach (var variant in template.Variants.Select(variant => (string?)variant.Code).DefaultIfEmpty(null))
            {
                Assert.That(
                    SampleLetters.Preview(Samples.Templates, template, variant),
                    Does.Contain("letter-title").And.Not.Contain("［"),
                    $"{template.Code} {variant}");
            }
        }
    }

    private async Task<string> Adopt(string code, string closing)
    {
        var text = Changed(code, closing);
        await versions.Keep(Hash(text), code, text, default);
        await versions.Record(new TemplateAdoption(code, 1, Hash(text), default, default, ""), default);
        return Hash(text);
    }

    private static string Changed(string code, string closing) =>
        Samples.Templates.Find(code)!.Source.Replace("特此函询。", closing, StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class MemoryVersions : ITemplateVersions
    {
        private readonly List<TemplateAdoption> adoptions = [];

        public SortedDictionary<string, (string Code, string Content)> Texts { get; } = new(StringComparer.Ordinal);

        public void Clear()
        {
            Texts.Clear();
            adoptions.Clear();
        }

        public Task Keep(string version, string code, string content, CancellationToken cancellation)
        {
            Texts.TryAdd(version, (code, content));
            return Task.CompletedTask;
        }

        public Task<string?> Content(string version, CancellationToken cancellation) =>
            Task.FromResult(Texts.TryGetValue(version, out var text) ? text.Content : null);

        public Task<IReadOnlyList<TemplateAdoption>> Adoptions(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<TemplateAdoption>>([.. adoptions]);

        public Task<bool> Record(TemplateAdoption adoption, CancellationToken cancellation)
        {
            adoptions.Add(adoption);
            return Task.FromResult(true);
        }
    }
}
