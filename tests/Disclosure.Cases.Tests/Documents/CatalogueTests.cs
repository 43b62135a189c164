using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

public sealed class CatalogueTests
{
    // The table of docs/domain.md, "Format texts", with the rows of the annual report's table 3.
    private static readonly object?[][] Table =
    [
        [1, "correction-notice", SeriesKind.Notice, null, Remedy.None],
        [2, "explanation-notice", SeriesKind.Notice, null, Remedy.None],
        [3, "extension-notice", SeriesKind.Notice, null, Remedy.None],
        [4, "third-party-consultation", SeriesKind.Letter, null, Remedy.None],
        [5, "consultation-notice", SeriesKind.Notice, null, Remedy.None],
        [6, "third-party-disclosure-notice", SeriesKind.Notice, null, Remedy.Either],
        [7, "co-author-consultation", SeriesKind.Letter, null, Remedy.None],
        [8, "disclosed", SeriesKind.Decision, "(一)", Remedy.Either],
        [9, "already-public", SeriesKind.Decision, "(一)", Remedy.Either],
        [10, "partly-disclosed", SeriesKind.Decision, "(二)", Remedy.ByPart],
        [11, "refused-state-secret", SeriesKind.Decision, "(三)1", Remedy.ReconsiderationFirst],
        [12, "refused-prohibited-by-law", SeriesKind.Decision, "(三)2", Remedy.ReconsiderationFirst],
        [13, "refused-security-and-stability", SeriesKind.Decision, "(三)3", Remedy.ReconsiderationFirst],
        [14, "refused-third-party-rights", SeriesKind.Decision, "(三)4", Remedy.ReconsiderationFirst],
        [15, "refused-internal-affairs", SeriesKind.Decision, "(三)5", Remedy.ReconsiderationFirst],
        [16, "refused-deliberative-process", SeriesKind.Decision, "(三)6", Remedy.ReconsiderationFirst],
        [17, "refused-enforcement-file", SeriesKind.Decision, "(三)7", Remedy.ReconsiderationFirst],
        [18, "special-access-regime", SeriesKind.Decision, "(三)8", Remedy.Either],
        [19, "not-existing", SeriesKind.Decision, "(四)1", Remedy.Either],
        [20, "not-this-agency", SeriesKind.Decision, "(四)1", Remedy.Either],
        [21, "needs-creation", SeriesKind.Decision, "(四)2", Remedy.Either],
        [22, "still-unclear", SeriesKind.Decision, "(四)3", Remedy.Either],
        [23, "not-an-application", SeriesKind.Decision, "(五)1", Remedy.Either],
        [24, "repeat-request", SeriesKind.Decision, "(五)2", Remedy.Either],
        [25, "public-publication", SeriesKind.Decision, "(五)3", Remedy.Either],
        [26, "excessive-requests", SeriesKind.Decision, "(五)4", Remedy.Either],
    ];

    [TestCaseSource(nameof(Table))]
    public void Template_InCatalogue_IsAsTheDomainSays(int no, string code, SeriesKind series, string? row, Remedy remedy)
    {
        var template = Samples.Templates.All[no - 1];
        Assert.That(
            (template.No, template.Code, template.Series, template.Row, template.Remedy),
            Is.EqualTo(((int?)no, code, (SeriesKind?)series, row, remedy)));
        Assert.That(template.Kind, Is.EqualTo(no <= 7 ? TemplateKind.Procedural : TemplateKind.Substantive));
        Assert.That(template.Effect == ServiceEffect.Answers, Is.EqualTo(no >= 8));
        Assert.That(template.NeedsApproval);
    }

    [TestCase("procedural", TemplateKind.Procedural, 7)]
    [TestCase("substantive", TemplateKind.Substantive, 19)]
    [TestCase("companions", TemplateKind.Companion, 8)]
    public void FolderAndCatalogue_BothWays_HoldTheSame(string folder, TemplateKind kind, int count)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Samples.Folder, folder)).Select(Path.GetFileName);
        var catalogue = Samples.Templates.All.Where(template => template.Kind == kind)
            .Select(template => template.No is { } no ? $"{no:00}-{template.Code}.md" : $"{template.Code}.md");
        Assert.That(files, Is.EquivalentTo(catalogue));
        Assert.That(catalogue.Count(), Is.EqualTo(count));
    }

    [Test]
    public void Samples_ForEveryTemplateAndVariant_AreThere()
    {
        var wanted = Samples.Templates.All.SelectMany(template =>
        {
            var name = template.No is { } no ? $"{no:00}-{template.Code}" : template.Code;
            return template.Variants.Skip(1).Select(variant => $"{name}.{variant.Code}").Prepend(name);
        });
        Assert.That(Samples.Names, Is.EquivalentTo(wanted));
    }

    [TestCase(TemplateCodes.ExtensionNotice, "delay", ServiceEffect.Delays, null)]
    [TestCase(TemplateCodes.NotAnApplication, "report", ServiceEffect.Answers, "(五)1")]
    [TestCase(TemplateCodes.NotAnApplication, "consultation", ServiceEffect.Answers, "(六)3")]
    [TestCase(TemplateCodes.NotAnApplication, "not-government-information", ServiceEffect.Answers, "(六)3")]
    [TestCase(TemplateCodes.RepeatRequest, "confirm-or-reissue", ServiceEffect.Answers, "(五)5")]
    [TestCase(TemplateCodes.ClosingNotice, "not-corrected", ServiceEffect.Closes, "(六)1")]
    [TestCase(TemplateCodes.ClosingNotice, "fee-unpaid", ServiceEffect.Closes, "(六)2")]
    [TestCase(TemplateCodes.ClosingNotice, "withdrawn", ServiceEffect.Closes, "(六)3")]
    public void Variant_WithItsOwn_EffectAndRow(string code, string variant, ServiceEffect effect, string? row)
    {
        var effective = Samples.Templates.Find(code)!.For(variant);
        Assert.That((effective.Effect, effective.Row), Is.EqualTo((effect, row)));
    }

    [Test]
    public void Companions_Remedies_AreTheFeeNotOnItsOwnAndTheClosingEither()
    {
        Assert.That(Samples.Templates.Find(TemplateCodes.FeeNotice)!.Remedy, Is.EqualTo(Remedy.NotOnItsOwn));
        Assert.That(Samples.Templates.Find(TemplateCodes.ClosingNotice)!.Remedy, Is.EqualTo(Remedy.Either));
    }

    [Test]
    public void EveryWording_TriedOutWithAndWithoutOptionalFacts_ComesOut()
    {
        foreach (var template in Samples.Templates.All)
        {
            Assert.That(() => BodyFiller.TryOut(Samples.Templates, template.Code, template), Throws.Nothing, template.Code);
        }
    }

    [Test]
    public void EveryRequiredFact_IsUsedInTheWording()
    {
        foreach (var template in Samples.Templates.All)
        {
            foreach (var fact in template.Facts.Where(fact =>
                fact.Key is not ("recipient" or "recipientKind" or "attachments" or "basis" or "count")))
            {
                Assert.That(template.Body, Does.Match($@"\b{fact.Key}\b"), template.Code);
            }
        }
    }

    [Test]
    public void Version_OfTemplate_IsTheFilesHash()
    {
        var file = File.ReadAllBytes(Path.Combine(Samples.Folder, "substantive", "19-not-existing.md"));
        Assert.That(
            Samples.Templates.Find(TemplateCodes.NotExisting)!.Version,
            Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))));
    }

    [Test]
    public void UnknownVariant_AskedFor_Throws() =>
        Assert.That(() => Samples.Templates.Find(TemplateCodes.Disclosed)!.For("no-such"), Throws.ArgumentException);
}
