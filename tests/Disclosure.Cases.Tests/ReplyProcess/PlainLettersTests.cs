using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.ReplyProcess;

internal sealed class PlainLettersTests
{
    private static readonly EmbeddedReplyTemplates Templates = new();
    private static readonly Actor Reviewer = new(Guid.NewGuid(), "审核", Role.Reviewer, Guid.NewGuid());
    private static readonly Guid Letter = Guid.NewGuid();

    [TestCase(TemplateCodes.CorrectionNotice, null)]
    [TestCase(TemplateCodes.ExtensionNotice, null)]
    [TestCase(TemplateCodes.Disclosed, "provided")]
    [TestCase(TemplateCodes.AlreadyPublic, null)]
    public void Letter_ThatDecidesNothingOrGivesAll_IsPlain(string template, string? variant) =>
        Assert.That(WhyNot(Submitted(template, variant), template, variant), Is.Null);

    [TestCase(TemplateCodes.Disclosed, "over-objection")]
    [TestCase(TemplateCodes.PartlyDisclosed, null)]
    [TestCase(TemplateCodes.RefusedStateSecret, null)]
    [TestCase(TemplateCodes.NotExisting, null)]
    [TestCase(TemplateCodes.FeeNotice, null)]
    [TestCase(TemplateCodes.ClosingNotice, "not-corrected")]
    public void Letter_ThatWithholdsOrEndsSomething_IsReadByItself(string template, string? variant) =>
        Assert.That(WhyNot(Submitted(template, variant), template, variant), Is.EqualTo("plain.decides"));

    [Test]
    public void Letter_GivenBackOrFinishedInWord_OrOfSeveralLinks_IsReadByItself()
    {
        const string Notice = TemplateCodes.CorrectionNotice;
        var finished = Drafted(Notice).With(new DocumentFinishedInWord(Letter, Guid.NewGuid(), "sha", CaseBuilder.Clerk))
            .With(new DocumentSubmitted(Letter));
        Assert.Multiple(() =>
        {
            Assert.That(
                WhyNot(
                    Submitted(Notice).With(new DocumentReturned(Letter, CaseBuilder.Text())).With(new DocumentSubmitted(Letter)), Notice),
                Is.EqualTo("plain.returned"));
            Assert.That(WhyNot(finished, Notice), Is.EqualTo("plain.finishedInWord"));
            Assert.That(WhyNot(Submitted(Notice), Notice, links: 2), Is.EqualTo("plain.severalLinks"));
            Assert.That(WhyNot(Submitted(Notice), Notice, approver: CaseBuilder.Clerk), Is.EqualTo("document.ownDraft"));
            Assert.That(WhyNot(Drafted(Notice), Notice), Is.EqualTo("document.notSubmitted"));
        });
    }

    private static CaseBuilder Drafted(string template, string? variant = null) => CaseBuilder.Received("2026-11-02")
        .With(new DocumentDrafted(
            Letter, template, variant, "v", ServiceEffect.Nothing, null, null, true, [],
            CaseBuilder.Text(), new DocumentTerms(null, null, null), null, CaseBuilder.Clerk));

    private static CaseBuilder Submitted(string template, string? variant = null) =>
        Drafted(template, variant).With(new DocumentSubmitted(Letter));

    private static string? WhyNot(CaseBuilder file, string template, string? variant = null, int links = 1, Guid? approver = null) =>
        PlainLetters.WhyNot(
            file.Build().Document(Letter),
            Templates.Find(template)!.For(variant),
            links,
            approver is { } id ? Reviewer with { Id = id } : Reviewer)?.Code;
}
