using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Parties;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Colleagues;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>公开审查 (art. 17): nobody reviews what they drafted, and a colleague can be asked for it.</summary>
internal sealed class DisclosureReviewTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    private DateOnly Today => office.Clock.Today();

    private async Task<CaseDriver> Disclosed(int items = 1) => await (await CaseDriver.Register(office, items))
        .Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.Disclosed);

    private Task<IReadOnlyList<AskedRow>> AskedOf(Actor actor) =>
        office.As(actor, scope => scope.GetRequiredService<ICaseQueries>().AskedOf(actor, default));

    private Task<IReadOnlyList<InboxRow>> Inbox(Actor actor) =>
        office.As(actor, scope => scope.GetRequiredService<ICaseQueries>().Inbox(actor, default));

    private async Task Sweep() =>
        Assert.That((await office.Send(Actor.Application, new SweepDeadlines())).Succeeded, Is.True);

    private static Func<Guid, int, AskColleague> Ask(Actor colleague, DateOnly until, params Guid[] items) =>
        (id, version) => new AskColleague(id, version, ColleagueTask.DisclosureReview, colleague.Id, items, until, "请今天看");

    [Test]
    public async Task Reviewer_DraftingTheLetter_IsToldAtOnce_UnlessSomebodyElseReviewedToo()
    {
        var desk = await Disclosed();
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"));
        var refused = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, TemplateCodes.Disclosed, "provided", []));
        Assert.That(
            refused.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (nameof(DraftDocument.Sections), "review.reviewerDrafts") }));

        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
        Assert.That(await desk.Submit(await desk.Draft(TemplateCodes.Disclosed, "provided")), Is.Empty);
    }

    [Test]
    public async Task Ledger_OfAReviewedCase_SaysWhoReviewedAndWhen()
    {
        var desk = await Disclosed();
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
        var reviews = await office.As(office.Manager, async scope =>
        {
            var rows = new List<LedgerRow>();
            await foreach (var page in scope.GetRequiredService<ICaseQueries>().Ledger(null, Today, Today, default))
            {
                rows.AddRange(page);
            }

            return rows.Single().Reviews;
        });
        Assert.That(reviews, Is.EqualTo(new[] { new LedgerReview(office.Reviewer.Name, Today) }));
    }

    [Test]
    public async Task Reviewer_ChangingTheLetterOfAnother_IsToldAtOnce()
    {
        var desk = await Disclosed();
        var letter = await desk.Draft(TemplateCodes.Disclosed, "provided");
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Colleague);
        var refused = await desk.Try<Unit>((id, version) => new ReviseDocument(id, version, letter, [[]]), office.Colleague);
        Assert.That(
            refused.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (nameof(ReviseDocument.DocumentId), "review.reviewerDrafts") }));
        Assert.That(await desk.Submit(letter), Is.Empty);
    }

    [Test]
    public async Task Drafter_OfALetterOnOtherItems_MayReviewTheRest()
    {
        var desk = await (await CaseDriver.Register(office, items: 2)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var consultation = await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"));
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"));
        Assert.That((await desk.File()).Document(consultation).Status, Is.EqualTo(DocumentStatus.Drafted));
        Assert.That((await desk.File()).Items.Select(item => item.ReviewedBy), Is.All.Contains(office.Clerk.Id));
    }

    [Test]
    public async Task Colleague_Asked_HasATaskAndAnAlertAtOnce_UntilTheReviewIsRecorded()
    {
        var desk = await Disclosed();
        await desk.Do<Guid>(Ask(office.Colleague, Today.AddDays(4)));
        await Sweep();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await AskedOf(office.Colleague)).Select(row => (row.CaseId, row.AskerName, row.Asking.RespondBy)),
                Is.EqualTo(new[] { (desk.CaseId, office.Clerk.Name, Today.AddDays(4)) }));
            Assert.That((await Inbox(office.Colleague)).Select(row => row.Kind), Is.EqualTo(new[] { DueKind.DisclosureReview }));
            Assert.That((await Inbox(office.Clerk)).Select(row => row.Kind), Has.None.EqualTo(DueKind.DisclosureReview));
            Assert.That(await AskedOf(office.Reviewer), Is.Empty);
        }

        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Colleague);
        await Sweep();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await AskedOf(office.Colleague), Is.Empty);
            Assert.That(await Inbox(office.Colleague), Is.Empty);
        }
    }

    [Test]
    public async Task Colleague_AskedForOneItem_CanBeAskedForAnother_AndForNoneTwice()
    {
        var desk = await Disclosed(items: 2);
        var items = (await desk.File()).Items.Select(item => item.Id).ToList();
        await desk.Do<Guid>(Ask(office.Colleague, Today, items[0]));
        await desk.Do<Guid>(Ask(office.Colleague, Today, items[1]));
        var twice = await desk.Try<Guid>(Ask(office.Colleague, Today, items[1]));
        Assert.That(twice.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "asking.pending" }));
        Assert.That(
            (await desk.File()).OpenAskings.Select(asking => asking.Items), Is.EqualTo(new[] { new[] { items[0] }, new[] { items[1] } }));
    }

    [Test]
    public async Task Review_OfWhatIsNotDisclosed_IsNeitherAskedForNorRecorded()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Issue(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        var asked = await desk.Try<Guid>(Ask(office.Colleague, Today));
        var reviewed = await desk.Try<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
        Assert.That(
            asked.Refusals.Concat(reviewed.Refusals).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "process.nothingToReview", "process.nothingToReview" }));
    }

    [Test]
    public async Task Colleague_WhoLetsTheDayPass_IsToldAgain_AndTheOfficerWithHim()
    {
        var desk = await Disclosed();
        await desk.Do<Guid>(Ask(office.Colleague, Today.AddDays(2)));
        await Sweep();
        office.Clock.MoveTo(Today.AddDays(3));
        await Sweep();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await Inbox(office.Colleague)).Select(row => (row.Kind, row.Threshold)),
                Is.EqualTo(new[] { (DueKind.DisclosureReview, -1) }));
            Assert.That((await Inbox(office.Clerk)).Select(row => row.Kind), Does.Contain(DueKind.DisclosureReview));
        }
    }

    [Test]
    public async Task Task_Vanishes_WhenTheAskingIsWithdrawn_OrTheCaseEnds()
    {
        var desk = await Disclosed();
        var asking = await desk.Do<Guid>(Ask(office.Colleague, Today));
        await desk.Do<Unit>((id, version) => new WithdrawAsking(id, version, asking, "改由他人审查"));
        Assert.That(await AskedOf(office.Colleague), Is.Empty);
        var twice = await desk.Try<Unit>((id, version) => new WithdrawAsking(id, version, asking));
        Assert.That(twice.Refusals.Single().Code, Is.EqualTo("process.nobodyAsked"));

        await desk.Do<Guid>(Ask(office.Colleague, Today));
        Assert.That(await AskedOf(office.Colleague), Has.Count.EqualTo(1));
        await desk.Do<Unit>((id, version) => new WithdrawApplication(id, version, Today, null));
        Assert.That(await AskedOf(office.Colleague), Is.Empty);
    }

    [Test]
    public async Task Task_Vanishes_WhenWhatWasAskedForIsNotDisclosed()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await desk.Do<Guid>(Ask(office.Colleague, Today));
        await desk.Answer(StepAnswer.InternalAffairs);
        Assert.That(await AskedOf(office.Colleague), Is.Empty);
    }

    [Test]
    public async Task Review_LapsesWithNewWords_AndWithAReopening()
    {
        var desk = await Disclosed();
        var item = (await desk.File()).Items[0].Id;
        await Review();
        await desk.Do<Unit>((id, version) => new CorrectItem(id, version, item, "2024年度决算", "登记时看错一行"));
        Assert.That((await desk.File()).Items[0].ReviewedBy, Is.Empty);
        var letter = await desk.Draft(TemplateCodes.Disclosed, "provided");
        Assert.That(await desk.Submit(letter), Does.Contain("check.disclosureNotReviewed"));

        await Review();
        await desk.Serve(letter);
        await desk.Do<Unit>((id, version) => new ReopenCase(id, version, ReopeningGround.OwnCorrection, Today, null, null, "有遗漏"));
        Assert.That((await desk.File()).Items[0].ReviewedBy, Is.Empty);

        Task Review() => desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
    }

    [Test]
    public async Task Review_LapsesWithANewSearch_AndWithAStepTakenUpAgain()
    {
        var desk = await Disclosed();
        await Review();
        await desk.Do<Unit>((id, version) => new RecordSearch(id, version, null, Today, 9, "综合档案室", "周某", "关键词", null));
        Assert.That((await desk.File()).Items[0].ReviewedBy, Is.Empty, "somebody reviewed what was found before");

        await Review();
        await desk.Do<Unit>((id, version) => new TakeUpStepAgain(id, version, ReplyStep.Existence, "又找到七份文件"));
        Assert.That((await desk.File()).Items[0].ReviewedBy, Is.Empty);

        Task Review() => desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);
    }

    [Test]
    public async Task Review_OfOneOfTwoItems_LeavesTheOtherAskedFor()
    {
        var desk = await Disclosed(items: 2);
        var items = (await desk.File()).Items.Select(item => item.Id).ToList();
        await desk.Do<Guid>(Ask(office.Colleague, Today));
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, [items[0]], "可以公开"), office.Colleague);
        Assert.That((await AskedOf(office.Colleague)).Single().Asking.Items, Is.EqualTo(new[] { items[1] }));
    }

    [Test]
    public async Task Asking_SomebodyWhoCannotReview_NamesFieldAndRule()
    {
        var desk = await Disclosed();
        await desk.Draft(TemplateCodes.Disclosed, "provided");
        await desk.Do<Guid>(Ask(office.Colleague, Today), office.Reviewer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Refused(Ask(office.Clerk, Today), office.Reviewer), Is.EqualTo("ColleagueId asking.drafter"));
            Assert.That(await Refused(Ask(office.Clerk, Today), office.Clerk), Is.EqualTo("ColleagueId asking.yourself"));
            Assert.That(await Refused(Ask(office.Manager, Today), office.Clerk), Is.EqualTo("ColleagueId asking.notAColleague"));
            Assert.That(await Refused(Ask(office.Colleague, Today), office.Clerk), Is.EqualTo("ColleagueId asking.pending"));
            Assert.That(await Refused(Ask(office.Reviewer, Today.AddDays(-1)), office.Clerk), Is.EqualTo("RespondBy asking.respondByPast"));
            var inTwoYears = Ask(office.Reviewer, Today.AddYears(2));
            Assert.That(await Refused(inTwoYears, office.Clerk), Is.EqualTo("RespondBy asking.respondByTooFar"));
            Assert.That(await Refused(Ask(office.Reviewer, Today, Guid.NewGuid()), office.Clerk), Is.EqualTo("Items items.unknown"));
        }

        async Task<string> Refused(Func<Guid, int, AskColleague> ask, Actor actor)
        {
            var refusal = (await desk.Try<Guid>(ask, actor)).Refusals.Single();
            return $"{refusal.Field} {refusal.Code}";
        }
    }
}
