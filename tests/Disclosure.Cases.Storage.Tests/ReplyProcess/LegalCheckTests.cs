using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>What the case does not bear out, no letter may say (docs/domain.md, "Legal checks").</summary>
public sealed class LegalCheckTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    private static JsonValue Day(DateOnly day) =>
        JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private async Task<CaseDriver> AtDisclosure() =>
        await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);

    [Test]
    public async Task Disclosed_WithoutReview_IsRefused_AndTheDrafterCannotRecordOne()
    {
        var desk = await (await AtDisclosure()).Answer(StepAnswer.Disclosed);
        var document = await desk.Draft(TemplateCodes.Disclosed, "provided");
        Assert.That(await desk.Submit(document), Is.EqualTo(new[] { "check.disclosureNotReviewed" }));
        var own = await desk.Try<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"));
        Assert.That(
            own.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (nameof(ReviewDisclosure.Items), "review.ownDraft") }), "said at once, not at submission");
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
        Assert.That(await desk.Submit(document), Is.Empty);
    }

    [Test]
    public async Task ThirdPartyRights_WithoutConsultationOrReason_IsRefused()
    {
        var desk = await (await AtDisclosure()).Answer(StepAnswer.ThirdPartyRights);
        var document = await desk.Draft(TemplateCodes.RefusedThirdPartyRights, null, ("notConsultedReason", null));
        Assert.That(await desk.Submit(document), Does.Contain("check.thirdPartyNotConsulted"));
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, document, "重拟"));
        var reasoned = await desk.Draft(TemplateCodes.RefusedThirdPartyRights, null, ("notConsultedReason", "第三方已经注销，无法征求意见。"));
        Assert.That(await desk.Submit(reasoned), Does.Not.Contain("check.thirdPartyNotConsulted"));
    }

    [TestCase(TemplateCodes.RefusedDeliberativeProcess, StepAnswer.DeliberativeProcess)]
    [TestCase(TemplateCodes.RefusedEnforcementFile, StepAnswer.EnforcementFile)]
    public async Task Article16_WithoutTheStatementOnOtherLaw_IsRefused(string template, StepAnswer answer)
    {
        var desk = await (await AtDisclosure()).Answer(answer);
        var document = await desk.Draft(template, null, ("noLawRequiresDisclosure", null));
        var result = await desk.Try<Unit>((id, version) => new SubmitDocument(id, version, document));
        Assert.That(result.Refusals.Select(refusal => refusal.Field), Does.Contain("noLawRequiresDisclosure"));
    }

    [Test]
    public async Task PartWithheld_IsJudgedAsTheWholeRefusalOnItsGround()
    {
        var desk = await (await AtDisclosure()).Answer(StepAnswer.PartlyDisclosed);
        var secret = Part(TemplateCodes.RefusedStateSecret, ("classifiedOn", "2014-03-01"), ("secrecyPeriod", "10年"));
        var thirdParty = Part(
            TemplateCodes.RefusedThirdPartyRights,
            ("consultedOn", null), ("thirdPartyAnswer", null), ("harm", "根据《条例》第十六条的规定，不予公开，以免给第三方的经营造成损害。"));
        var document = await desk.Draft(TemplateCodes.PartlyDisclosed, null, ("withheld", new JsonArray(secret, thirdParty)));
        var result = await desk.Try<Unit>((id, version) => new SubmitDocument(id, version, document));
        Assert.That(
            result.Refusals.Where(refusal => refusal.Field?.StartsWith("withheld", StringComparison.Ordinal) == true)
                .Select(refusal => (refusal.Code, refusal.Field)),
            Is.EquivalentTo(new[]
            {
                ("check.secrecyOver", "withheld[0].secrecyPeriod"),
                ("check.thirdPartyNotConsulted", "withheld[1].notConsultedReason"),
                ("check.otherGround", "withheld[1].harm"),
            }));
    }

    private static JsonObject Part(string ground, params (string Key, JsonNode? Value)[] changes)
    {
        var part = SampleFacts.Of(ground, null, "");
        (part["ground"], part["text"]) = (ground, "第3页的批注。");
        part.Remove("information");
        foreach (var (key, value) in changes)
        {
            part[key] = value;
        }

        return part;
    }

    [Test]
    public async Task NotExisting_WithoutASearch_CannotEvenBeAnswered()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        var refused = await desk.Try<Unit>((id, version) => new AnswerStep(id, version, StepAnswer.NotExisting));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("existence.notSearched"));
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        Assert.That(await desk.Submit(await desk.Draft(TemplateCodes.NotExisting)), Is.Empty);
    }

    [Test]
    public async Task RepeatRequest_WithANumberThatNobodyGave_IsRefused()
    {
        var earlier = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await earlier.Search();
        await earlier.Answer(StepAnswer.NotExisting);
        await earlier.Serve(await earlier.Draft(TemplateCodes.NotExisting));
        var number = (await earlier.File()).Documents[0].Number!;

        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.RepeatRequest);
        var wrong = await desk.Draft(TemplateCodes.RepeatRequest, "same-information");
        Assert.That(await desk.Submit(wrong), Does.Contain("check.noEarlierReply"));
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, wrong, "重拟"));
        var untrue = await desk.FindingsOf(
            TemplateCodes.RepeatRequest, "same-information", ("earlierNumber", number), ("earlierRepliedOn", Day(office.Clock.Today())),
            ("earlierRequested", "另一份文件"), ("earlierOutcome", "予以公开"));
        Assert.That(
            untrue.Select(finding => finding.Code),
            Is.EquivalentTo(new[] { "check.earlierRequestedDiffers", "check.earlierOutcomeDiffers" }));
        var right = await desk.Draft(
            TemplateCodes.RepeatRequest, "same-information", ("earlierNumber", number), ("earlierRepliedOn", Day(office.Clock.Today())),
            ("earlierRequested", "第1项信息"), ("earlierOutcome", "政府信息不存在"));
        Assert.That(await desk.Submit(right), Is.Empty);

        var stranger = await (await CaseDriver.Register(office, contact: "000-2")).Answer(StepAnswer.Complete, StepAnswer.RepeatRequest);
        Assert.That(
            await stranger.Submit(await stranger.Draft(TemplateCodes.RepeatRequest, "same-information", ("earlierNumber", number))),
            Does.Contain("check.noEarlierReply"));
    }

    [Test]
    public async Task CorrectionNotice_ASecondOne_IsRefused_AndSoIsAClosingBeforeItsDate()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        var respondBy = office.Clock.Today().AddDays(21);
        await desk.Serve(await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", Day(respondBy))));
        office.Clock.MoveTo(respondBy);
        var early = await desk.Try<Unit>((id, version) => new AnswerStep(id, version, StepAnswer.CorrectionLapsed));
        Assert.That(early.Refusals.Single().Code, Is.EqualTo("completeness.dateNotPassed"));
        await desk.Do<Unit>((id, version) => new ReceiveCorrection(id, version, office.Clock.Today(), "补充了文号"));
        var again = await desk.Try<Unit>((id, version) => new AnswerStep(
            id, version, StepAnswer.CorrectionNeeded, Elements: new(true, false, true)));
        Assert.That(again.Refusals.Single().Code, Is.EqualTo("completeness.secondNotice"));
        await desk.Answer(StepAnswer.StillUnclear);
        var servedOn = (await desk.File()).CorrectionNotice!.ServedOn!.Value;
        var wrongDate = await desk.Draft(TemplateCodes.StillUnclear, null, ("noticeServedOn", Day(servedOn.AddDays(1))));
        Assert.That(await desk.Submit(wrongDate), Does.Contain("check.dateDiffers"));
    }

    [Test]
    public async Task ClosingNotice_AfterItsDate_GoesThroughAndEndsTheCase()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        var respondBy = office.Clock.Today().AddDays(21);
        await desk.Serve(await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", Day(respondBy))));
        office.Clock.MoveTo(respondBy.AddDays(1));
        await desk.Answer(StepAnswer.CorrectionLapsed);
        var servedOn = (await desk.File()).CorrectionNotice!.ServedOn!.Value;
        await desk.Serve(await desk.Draft(
            TemplateCodes.ClosingNotice, "not-corrected", ("noticeServedOn", Day(servedOn)), ("correctionDueBy", Day(respondBy))));
        var file = await desk.File();
        Assert.That((file.Stage, file.RowOfReply(0)), Is.EqualTo((CaseStage.Answered, "(六)1")));
    }

    [Test]
    public async Task Extension_NeedsConsent_AndTheDateThatTheClockGives_AndTheDueDate()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        var document = await desk.Draft(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 10), ("newDueOn", Day(new DateOnly(2025, 11, 10))));
        Assert.That(await desk.Submit(document), Is.EquivalentTo(new[] { "check.consentMissing", "check.dateDiffers" }));
        await desk.Do<Unit>((id, version) => new ConsentToExtension(id, version, office.Clock.Today(), "林某"));
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, document, "日期有误"));
        var late = await desk.Draft(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 10), ("newDueOn", Day(new DateOnly(2025, 11, 7))));
        office.Clock.MoveTo(new DateOnly(2025, 10, 25));
        Assert.That(await desk.Submit(late), Does.Contain("check.afterDueDate"));
        office.Clock.MoveTo(new DateOnly(2025, 10, 24));
        Assert.That(await desk.Submit(late), Is.Empty);
    }

    [Test]
    public async Task ExcessiveRequests_WithoutAnExplanationAskedFor_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete);
        var refused = await desk.Try<Unit>((id, version) => new AnswerStep(id, version, StepAnswer.ExplanationUnsound));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("competence.notAsked"));
    }

    [Test]
    public async Task Approval_ByTheDrafter_IsRefused_AndTakesNoNumber()
    {
        var both = office.Clerk with { Roles = Role.Clerk | Role.Reviewer };
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        var document = await desk.Draft(TemplateCodes.NotThisAgency, "agency-known");
        Assert.That(await desk.Submit(document), Is.Empty);
        var refused = await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, document), both);
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("document.ownDraft"));
        var approval = await desk.Do<Approval>((id, version) => new ApproveDocument(id, version, document), office.Reviewer);
        Assert.That(approval.Number, Is.EqualTo("示范府依申请复〔2025〕1号"));
    }

    [Test]
    public async Task AfterReopening_TheNewDecision_NamesTheOneItReplaces()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Serve(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        office.Clock.MoveTo(new DateOnly(2025, 12, 1));
        await desk.Do<Unit>((id, version) => new Archiving.ReopenCase(
            id, version, ReopeningGround.Judgment, office.Clock.Today(), null, null, "判决撤销，重新答复"));
        await desk.Answer(StepAnswer.NotThisAgency);
        var document = await desk.Draft(TemplateCodes.NotThisAgency, "agency-known");
        await desk.Issue(document);
        var file = await desk.File();
        var html = await office.As(office.Clerk, async scope =>
        {
            var letter = await ((CaseLetters)scope.GetService(typeof(CaseLetters))!)
                .Compose(file, file.Document(document), office.Clock.Today(), default);
            return ((ILetters)scope.GetService(typeof(ILetters))!).ToHtml(letter);
        });
        Assert.That(html, Does.Contain("本机关于2025年9月22日作出的答复（示范府依申请复〔2025〕1号）由本告知书代替。"));
    }

    [Test]
    public async Task Extension_TypedInAForm_MovesTheDueDateOnceServed()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Do<Unit>((id, version) => new ConsentToExtension(id, version, office.Clock.Today(), "林某"));
        // A form's number arrives as a long, a file's as a JSON element: both are numbers.
        var document = await desk.Draft(
            TemplateCodes.ExtensionNotice,
            "extension",
            ("workingDays", JsonValue.Create(20L)),
            ("newDueOn", Day(new DateOnly(2025, 11, 21))));
        Assert.That((await desk.File()).Document(document).Terms.WorkingDays, Is.EqualTo(20));
        await desk.Serve(document);
        var dueOn = Clock.StatutoryClock.Reckon((await desk.File()).Timeline!, Clock.WorkingDayCalendar.Official).ReplyDueOn;
        Assert.That(dueOn, Is.EqualTo(new DateOnly(2025, 11, 21)));
    }

    [Test]
    public async Task Extension_WithoutItsDays_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        var document = await desk.Draft(TemplateCodes.ExtensionNotice, "extension", ("workingDays", "二十"));
        Assert.That(await desk.Submit(document), Does.Contain("check.termMissing"));
    }

    [Test]
    public async Task ThirdPartyRights_WhileTheThirdPartyIsStillAsked_IsRefusedUntilTheLimit()
    {
        var desk = await AtDisclosure();
        await desk.Serve(await desk.Draft(TemplateCodes.ThirdPartyConsultation));
        await desk.Answer(StepAnswer.ThirdPartyRights);
        var document = await desk.Draft(TemplateCodes.RefusedThirdPartyRights);
        Assert.That(await desk.Submit(document), Does.Contain("check.thirdPartyStillAsked"));
        office.Clock.MoveTo(new DateOnly(2025, 10, 20));
        Assert.That(await desk.Submit(document), Does.Not.Contain("check.thirdPartyStillAsked"), "the 15th working day was 2025-10-17");
    }

    [TestCase("检索于2026年2月30日完成，未检索到。", "check.dateImpossible")]
    [TestCase("根据《条例》第九十九条，未检索到。", "check.noSuchArticle")]
    [TestCase("此前已以示范府依申请复〔2026〕99号答复。", "check.numberNotInCase")]
    [TestCase("检索于2025年9月22日完成；根据《条例》第五十六条、第三十六条。", null)]
    public async Task WrittenFacts_OtherThanTheCases_AreRefused(string text, string? code)
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        Assert.That(
            await desk.Submit(await desk.Draft(TemplateCodes.NotExisting, null, ("search", text))),
            Is.EqualTo(code is null ? [] : new[] { code }));
    }

    [Test]
    public async Task NotExisting_AfterASearchThatFoundSomething_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Do<Unit>((id, version) => new Cases.ReplyProcess.Existence.RecordSearch(
            id, version, null, office.Clock.Today(), 3, "档案室", "周某", "关键词", "三份文件"));
        var refused = await desk.Try<Unit>((id, version) => new AnswerStep(id, version, StepAnswer.NotExisting));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("existence.foundSomething"));
    }

    [Test]
    public async Task CorrectionNotice_ASecondDraftWhileOneIsUnderWay_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", Day(new DateOnly(2025, 10, 20))));
        var second = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, TemplateCodes.CorrectionNotice, null, []));
        Assert.That(second.Refusals.Single().Code, Is.EqualTo("document.sameUnderWay"));
    }

    [Test]
    public async Task ReceiptDate_OfAnApplicationHandedOver_CanBePutEarlier_OnceAtATime()
    {
        var desk = await CaseDriver.Register(office);
        var proposal = await desk.Do<Guid>((id, version) => new ProposeDateCorrection(
            id, version, 1, CorrectableDate.ReceivedOn, new DateOnly(2025, 9, 19), "笔误"));
        var again = await desk.Try<Guid>((id, version) => new ProposeDateCorrection(
            id, version, 1, CorrectableDate.ReceivedOn, new DateOnly(2025, 9, 18), "笔误"));
        Assert.That(again.Refusals.Single().Code, Is.EqualTo("dateCorrection.pending"));
        var waiting = await office.As(
            office.Reviewer,
            scope => ((Cases.Reporting.ICaseQueries)scope.GetService(typeof(Cases.Reporting.ICaseQueries))!)
                .SecondPersonRequests(office.Agency.Id, default));
        Assert.That(
            waiting.Select(row =>
                (row.Request is DateCorrectionProposed { From: var from, To: var to } ? (from, to) : default, row.RequesterName)),
            Is.EqualTo(new[] { ((new DateOnly(2025, 9, 22), new DateOnly(2025, 9, 19)), office.Clerk.Name) }));
        await desk.Do<Unit>((id, version) => new DecideDateCorrection(id, version, proposal, true), office.Reviewer);
        var file = await desk.File();
        Assert.That((file.ReceivedOn, file.ArrivedOn), Is.EqualTo((new DateOnly(2025, 9, 19), new DateOnly(2025, 9, 19))));
    }

    [Test]
    public async Task NoticesOfConsultation_WithoutAConsultation_AreRefused()
    {
        var desk = await AtDisclosure();
        Assert.That(await desk.Submit(await desk.Draft(TemplateCodes.ConsultationNotice)), Does.Contain("check.nobodyConsulted"));
        Assert.That(await desk.Submit(await desk.Draft(TemplateCodes.ThirdPartyDisclosureNotice)), Does.Contain("check.nobodyObjected"));
    }

    [Test]
    public async Task FeeNotice_PerApplication_ChargesItsOwnPlaceInTheMonth()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete);
        var document = await desk.Draft(TemplateCodes.FeeNotice, null, ("basis", "per-application"), ("count", 15));
        Assert.That(await desk.Submit(document), Does.Contain("check.countDiffers"));
    }

    [Test]
    public async Task DatesBeforeTheCase_OfSearchAndConsent_AreRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        var before = office.Clock.Today().AddDays(-1);
        var search = await desk.Try<Unit>((id, version) => new Cases.ReplyProcess.Existence.RecordSearch(
            id, version, null, before, 0, "档案室", "周某", "关键词", null));
        var consent = await desk.Try<Unit>((id, version) => new ConsentToExtension(id, version, before, "林某"));
        Assert.That(
            search.Refusals.Concat(consent.Refusals).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "date.beforeCase", "date.beforeCase" }));
    }

    [Test]
    public async Task RegistrationVoided_WithALetterApproved_WithdrawsIt()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Issue(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        await desk.Do<Unit>((id, version) => new Cases.Registration.VoidRegistration(id, version, "误登记"));
        await office.Confirm(desk.CaseId);
        Assert.That((await desk.File()).Documents[0].Status, Is.EqualTo(Cases.CaseFiles.DocumentStatus.Withdrawn));
    }

    [Test]
    public async Task Explanation_FoundAbsentTooEarly_IsTakenBackToTheWaitForIt()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        var respondBy = new DateOnly(2025, 9, 26);
        await desk.Serve(await desk.Draft(TemplateCodes.ExplanationNotice, null, ("respondBy", Day(respondBy))));
        office.Clock.MoveTo(new DateOnly(2025, 9, 29));
        await desk.Answer(StepAnswer.ExplanationUnsound);
        await desk.Do<Unit>((id, version) => new TakeUpStepAgain(id, version, ReplyStep.Competence, "说明已经寄出"));
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.AwaitingExplanation));
    }
}
