using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Facts that cannot be, or that would not do what the letter is for, are found before submission.</summary>
public sealed class PlausibleFactsTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [TestCase("2025-09-25", "check.correctionTooShort", TestName = "three working days")]
    [TestCase("2025-10-05", "check.notAWorkingDay", TestName = "a holiday")]
    [TestCase("2026-09-22", "check.correctionTooLong", TestName = "a year")]
    [TestCase("2025-10-13", null, TestName = "ten working days")]
    [TestCase("2025-09-28", null, TestName = "a Sunday that is worked")]
    public async Task CorrectionNotice_SetsAReasonableWorkingDay(string respondBy, string? code)
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        var findings = await desk.FindingsOf(TemplateCodes.CorrectionNotice, null, ("respondBy", respondBy));
        Assert.That(
            findings.Select(finding => (finding.Code, finding.Field)),
            Is.EqualTo(code is null ? [] : new[] { (code, "respondBy") }));
    }

    [TestCase("2025年1月1日至2025年9月22日", 2, "2025-10-10", null, null)]
    [TestCase("2025年1月1日至2025年9月22日", 2, "2025-10-31", "check.explanationTooLate", "respondBy")]
    [TestCase("2025年9月22日至2025年1月1日", 2, "2025-10-10", "check.periodImpossible", "period")]
    [TestCase("2025年1月1日至2025年12月31日", 2, "2025-10-10", "check.periodImpossible", "period")]
    public async Task ExplanationNotice_CountsAPossiblePeriod_AndLeavesTimeToJudge(
        string period, int count, string respondBy, string? code, string? field)
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        var findings = await desk.FindingsOf(
            TemplateCodes.ExplanationNotice, null, ("period", period), ("applicationCount", count), ("respondBy", respondBy));
        Assert.That(findings.Select(finding => (finding.Code, finding.Field)), Is.EqualTo(code is null ? [] : new[] { (code, field) }));
    }

    [Test]
    public async Task ExplanationNotice_CountingFewerThanTheRegister_IsRefused()
    {
        await CaseDriver.Register(office);
        await CaseDriver.Register(office);
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        var findings = await desk.FindingsOf(
            TemplateCodes.ExplanationNotice,
            null,
            ("period", "2025年1月1日至2025年9月22日"),
            ("applicationCount", 2),
            ("respondBy", "2025-10-10"));
        Assert.That(findings.Select(finding => finding.Say()), Is.EqualTo(new[] { "该期间内登记的申请已有 3 件，填写的件数不应更少，请核对改正。" }));
    }

    [Test]
    public async Task Excessive_SaysWhatCameOfTheExplanation()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        await desk.Serve(await desk.Draft(
            TemplateCodes.ExplanationNotice, null, ("period", "2025年1月1日至2025年9月22日"), ("respondBy", "2025-09-26")));
        office.Clock.MoveTo(new DateOnly(2025, 9, 29));
        await desk.Answer(StepAnswer.ExplanationUnsound);
        (string, JsonNode?)[] facts =
        [
            ("period", "2025年1月1日至2025年9月22日"),
            ("explanationRequestedOn", "2025-09-22"),
            ("explanationDueOn", "2025-09-26"),
            ("reason", "截至期限届满未收到说明。"),
        ];
        var unsound = await desk.FindingsOf(TemplateCodes.ExcessiveRequests, null, [.. Copies(facts), ("explanationOutcome", "unsound")]);
        var unanswered = await desk.FindingsOf(
            TemplateCodes.ExcessiveRequests, null, [.. Copies(facts), ("explanationOutcome", "unanswered")]);
        var otherNumber = await desk.FindingsOf(
            TemplateCodes.ExcessiveRequests,
            null,
            [.. Copies(facts), ("explanationOutcome", "unanswered"), ("explanationNumber", "示范府依申请告〔2025〕7号")]);
        Assert.Multiple(() =>
        {
            Assert.That(
                unsound.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.wasNotExplained", "explanationOutcome") }));
            Assert.That(unanswered, Is.Empty);
            Assert.That(
                otherNumber.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.numberDiffers", "explanationNumber") }));
        });
    }

    [TestCase("2013-11-08", "10年", "check.secrecyOver", "secrecyPeriod")]
    [TestCase("2026-01-01", "10年", "check.dateInFuture", "classifiedOn")]
    [TestCase("2019-11-08", "10年", null, null)]
    [TestCase("1999-11-08", "长期", null, null)]
    public async Task StateSecret_WhosePeriodIsOver_IsRefused(string classifiedOn, string period, string? code, string? field)
    {
        var desk = await (await CaseDriver.Register(office))
            .Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.StateSecret);
        var findings = await desk.FindingsOf(
            TemplateCodes.RefusedStateSecret, null, ("classifiedOn", classifiedOn), ("secrecyPeriod", period));
        Assert.That(findings.Select(finding => (finding.Code, finding.Field)), Is.EqualTo(code is null ? [] : new[] { (code, field) }));
    }

    [Test]
    public async Task ToBeViewed_InThePast_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office))
            .Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.Disclosed);
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
        var over = await desk.FindingsOf(TemplateCodes.Disclosed, "to-be-viewed", ("viewingTime", "2025年9月1日至2025年9月5日"));
        var ahead = await desk.FindingsOf(TemplateCodes.Disclosed, "to-be-viewed", ("viewingTime", "2025年9月1日至2025年12月5日"));
        Assert.That(
            (over.Select(finding => (finding.Code, finding.Field)).Single(), ahead.Count),
            Is.EqualTo((("check.viewingOver", "viewingTime"), 0)));
    }

    [Test]
    public async Task ConsultationNotice_NamingOthersThanThoseAsked_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await desk.Serve(await desk.Draft(TemplateCodes.ThirdPartyConsultation));
        var findings = await desk.FindingsOf(TemplateCodes.ConsultationNotice, null, ("consulted", "co-author"), ("sentOn", "2025-09-22"));
        Assert.That(
            findings.Select(finding => (finding.Code, finding.Field)),
            Is.EqualTo(new[] { ("check.otherWasConsulted", "consulted") }));
    }

    [Test]
    public async Task ProofOfService_IsOneDocuments()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Serve(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        var served = (await desk.File()).Documents[0];
        (string, JsonNode?)[] right =
        [
            ("documentNumber", served.Number), ("documentTitle", "政府信息非本机关负责公开告知书"),
            ("recipient", "陈某"), ("sentOn", "2025-09-22"), ("deliveredOn", "2025-09-22"), ("way", "handed-over"), ("trackingNumber", null),
        ];
        async Task<IEnumerable<(string, string?)>> With(string key, JsonNode? value) =>
            (await desk.FindingsOf(TemplateCodes.ProofOfService, null, [.. Copies(right.Where(fact => fact.Item1 != key)), (key, value)]))
                .Select(finding => (finding.Code, finding.Field));
        Assert.Multiple(async () =>
        {
            Assert.That(await With("documentTitle", "政府信息部分公开告知书"), Is.EqualTo(new[] { ("check.titleDiffers", "documentTitle") }));
            Assert.That(await With("documentNumber", "示范府依申请复〔2025〕9号"), Is.EqualTo(new[] { ("check.proofOfNothing", "documentNumber") }));
            Assert.That(await With("recipient", "王某"), Is.EqualTo(new[] { ("check.recipientDiffers", "recipient") }));
            Assert.That(await With("deliveredOn", "2025-09-21"), Has.Some.EqualTo(("service.deliveredBeforeServed", "deliveredOn")));
        });
    }

    [Test]
    public async Task Receipt_NamesTheChannelRegistered_AndNobodyReviewsTheirOwnDraft()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var receipt = await desk.FindingsOf(TemplateCodes.RegistrationReceipt, null, ("channel", "fax"));
        var review = await desk.FindingsOf(
            TemplateCodes.DisclosureReview, null, ("drafter", "周某"), ("reviewer", "周某"), ("draftedOn", "2025-09-22"),
            ("reviewedOn", "2025-09-22"), ("approvedOn", null), ("approver", null), ("consulted", null), ("reviewOpinion", null),
            ("approvalOpinion", null));
        Assert.Multiple(() =>
        {
            Assert.That(
                receipt.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.channelDiffers", "channel") }));
            Assert.That(
                review.Select(finding => (finding.Code, finding.Field)),
                Is.EquivalentTo(new[]
                {
                    ("check.reviewedByDrafter", "reviewer"), ("check.noReviewOnRecord", "reviewer"),
                    ("check.noReviewOnRecord", "reviewedOn"),
                }));
        });
    }

    [Test]
    public async Task Finding_ThatConcernsOneFact_StandsBesideIt()
    {
        var desk = await (await CaseDriver.Register(office))
            .Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.Disclosed);
        var unreviewed = await desk.FindingsOf(TemplateCodes.Disclosed, "provided");
        var unconsented = await desk.FindingsOf(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 20), ("newDueOn", "2025-11-21"));
        Assert.Multiple(() =>
        {
            Assert.That(
                unreviewed.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.disclosureNotReviewed", "disclosed") }));
            Assert.That(
                unconsented.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.consentMissing", "workingDays") }));
        });
    }

    [Test]
    public async Task Check_RunsAgainWhenADraftWasReturned_AndAtApproval()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        var document = await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", "2025-10-31"));
        Assert.That(await desk.Submit(document), Is.Empty);
        office.Clock.MoveTo(new DateOnly(2025, 10, 28));
        var late = await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, document), office.Reviewer);
        Assert.That(
            late.Refusals.Select(refusal => refusal.Code),
            Does.Contain("check.afterDueDate").Or.Contain("check.correctionTooShort"));
        await desk.Do<Unit>((id, version) => new ReturnDocument(id, version, document, "日期"), office.Reviewer);
        Assert.That(await desk.Submit(document), Is.Not.Empty);
        Assert.That((await desk.File()).Document(document).Status, Is.EqualTo(DocumentStatus.Drafted));
    }

    private static (string, JsonNode?)[] Copies(IEnumerable<(string Key, JsonNode? Value)> facts) =>
        [.. facts.Select(fact => (fact.Key, fact.Value?.DeepClone()))];
}
