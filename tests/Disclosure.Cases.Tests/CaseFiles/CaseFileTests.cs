using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using static Disclosure.Cases.Tests.CaseFiles.CaseBuilder;

namespace Disclosure.Cases.Tests.CaseFiles;

public sealed class CaseFileTests
{
    private static readonly DocumentTerms NoTerms = new(null, null, null);

    private static DateOnly Day(string day) => DateOnly.Parse(day);

    [TestCase(Channel.InPerson, ExpectedResult = CaseStage.Completeness)]
    [TestCase(Channel.Oral, ExpectedResult = CaseStage.Completeness)]
    [TestCase(Channel.SignedPost, ExpectedResult = CaseStage.Completeness)]
    [TestCase(Channel.OrdinaryPost, ExpectedResult = CaseStage.AwaitingConfirmation)]
    [TestCase(Channel.Internet, ExpectedResult = CaseStage.AwaitingConfirmation)]
    [TestCase(Channel.Fax, ExpectedResult = CaseStage.AwaitingConfirmation)]
    [TestCase(Channel.Email, ExpectedResult = CaseStage.AwaitingConfirmation)]
    public CaseStage Stage_OnRegistration_FollowsArticle31(Channel channel) => Received("2025-09-22", channel: channel).Build().Stage;

    [Test]
    public void Timeline_UntilConfirmed_IsUnknown()
    {
        var file = Received("2025-09-22", channel: Channel.Internet).Build();
        Assert.That(file.Timeline, Is.Null);
        file.Record(new ReceiptConfirmed(Day("2025-09-23")));
        Assert.That(file.Timeline!.ReceivedOn, Is.EqualTo(Day("2025-09-23")));
    }

    [Test]
    public void Stage_WhileCorrectionIsAwaited_StandsUntilItComes()
    {
        var builder = Received("2025-09-22").WithAnswer(StepAnswer.CorrectionNeeded)
            .WithServed(
                TemplateCodes.CorrectionNotice,
                ServiceEffect.AwaitsCorrection,
                "2025-09-25",
                NoTerms with { RespondBy = Day("2025-10-20") });
        Assert.That(builder.Build().Stage, Is.EqualTo(CaseStage.AwaitingCorrection));
        var corrected = builder.With(new Cases.CaseFiles.Events.CorrectionReceived(Day("2025-10-11"), Text())).Build();
        Assert.Multiple(() =>
        {
            Assert.That(corrected.Stage, Is.EqualTo(CaseStage.Completeness));
            Assert.That(
                corrected.Timeline!.Events.Select(fact => fact.Type),
                Is.EqualTo(new[] { TimelineEventType.CorrectionNoticeServed, TimelineEventType.CorrectionReceived }));
        });
    }

    [Test]
    public void Stage_CorrectionLapsed_LeadsToTheClosingNotice_AndALateCorrectionStillCounts()
    {
        var builder = Received("2025-09-22").WithAnswer(StepAnswer.CorrectionNeeded)
            .WithServed(
                TemplateCodes.CorrectionNotice,
                ServiceEffect.AwaitsCorrection,
                "2025-09-25",
                NoTerms with { RespondBy = Day("2025-10-20") })
            .WithAnswer(StepAnswer.CorrectionLapsed);
        Assert.Multiple(() =>
        {
            Assert.That(builder.Build().Stage, Is.EqualTo(CaseStage.Propriety));
            Assert.That(
                StepTransitions.Draftable(builder.Build()),
                Does.Contain(new ItemOutcome(TemplateCodes.ClosingNotice, "not-corrected")));
            Assert.That(
                builder.With(new Cases.CaseFiles.Events.CorrectionReceived(Day("2025-10-22"), Text())).Build().Stage,
                Is.EqualTo(CaseStage.Completeness));
        });
    }

    [Test]
    public void Stage_SeveralItems_FollowsTheSlowest_AndIsAnsweredByTheLastLetter()
    {
        var builder = Received("2025-09-22", items: 2).WithAnswer(StepAnswer.Complete);
        var (first, second) = (builder.Items[0], builder.Items[1]);
        builder.WithAnswer(StepAnswer.NotThisAgency, first).WithAnswer(StepAnswer.Ours, second);
        Assert.That(builder.Build().Stage, Is.EqualTo(CaseStage.Existence));
        builder.WithAnswer(StepAnswer.Held, second).WithAnswer(StepAnswer.Disclosed, second)
            .WithServed(TemplateCodes.NotThisAgency, ServiceEffect.Answers, "2025-10-13", row: "(四)1", items: first);
        Assert.Multiple(() =>
        {
            Assert.That(builder.Build().Stage, Is.EqualTo(CaseStage.Propriety));
            Assert.That(builder.Build().Timeline!.Events, Is.Empty, "one letter of two is no reply yet");
        });
        var file = builder.WithServed(TemplateCodes.Disclosed, ServiceEffect.Answers, "2025-10-14", row: "(一)", items: second).Build();
        Assert.Multiple(() =>
        {
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Answered));
            Assert.That(file.Timeline!.Events, Is.EqualTo(new TimelineEvent[] { new ReplyServed(Day("2025-10-14")) }));
            Assert.That(file.RowOfReply(0), Is.EqualTo("(四)1"), "nothing was withheld: the principal, first item's row");
        });
    }

    [TestCase("(一)", "(三)5", ExpectedResult = "(二)")]
    [TestCase("(三)5", "(一)", ExpectedResult = "(二)")]
    [TestCase("(三)5", "(三)6", ExpectedResult = "(三)5")]
    [TestCase("(一)", "(一)", ExpectedResult = "(一)")]
    [TestCase("(四)1", "(三)6", ExpectedResult = "(四)1")]
    public string? RowOfReply_DifferentOutcomes_IsPartlyDisclosedWhenGivenAndWithheld(string first, string second)
    {
        var builder = Received("2025-09-22", items: 2).WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours)
            .WithAnswer(StepAnswer.Held);
        return builder
            .WithServed("x", ServiceEffect.Answers, "2025-10-13", row: first, items: builder.Items[0])
            .WithServed("y", ServiceEffect.Answers, "2025-10-13", row: second, items: builder.Items[1])
            .Build().RowOfReply(0);
    }

    [Test]
    public void ServedOn_ReturnedPosting_CountsOnlyToTheAddressGiven([Values] bool toAddressGiven)
    {
        var builder = Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.NotThisAgency)
            .WithServed(
                out var id,
                TemplateCodes.NotThisAgency,
                ServiceEffect.Answers,
                "2025-10-13",
                way: ServiceWay.Post,
                toAddressGiven: toAddressGiven);
        var attempt = builder.Build().Document(id).Attempts[0].Id;
        var returned = builder.With(new ServiceReturned(id, attempt, Day("2025-10-20"), null)).Build();
        Assert.Multiple(() =>
        {
            Assert.That(returned.Stage, Is.EqualTo(toAddressGiven ? CaseStage.Answered : CaseStage.Propriety));
            Assert.That(returned.Document(id).ServedOn, Is.EqualTo(toAddressGiven ? Day("2025-10-13") : null));
        });
        var again = builder
            .With(new DocumentServed(id, Guid.NewGuid(), ServiceWay.HandedOver, Day("2025-10-24"), Day("2025-10-24"), true, null)).Build();
        Assert.That(again.Document(id).ServedOn, Is.EqualTo(Day(toAddressGiven ? "2025-10-13" : "2025-10-24")));
    }

    [Test]
    public void Reopened_AfterAnAnswer_OwesANewDecisionFromCompetence()
    {
        var file = Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.NotThisAgency)
            .WithServed(TemplateCodes.NotThisAgency, ServiceEffect.Answers, "2025-10-13", row: "(四)1")
            .With(new CaseArchived(new ArchiveChecklist(true, true, true, true)))
            .With(new CaseReopened(ReopeningGround.Judgment, Day("2026-01-12"), null, null, Text())).Build();
        Assert.Multiple(() =>
        {
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Competence));
            Assert.That(file.ReplacedReply, Is.Not.Null);
            Assert.That(file.RowOfReply(0), Is.EqualTo("(四)1"), "table 3 counts the first decision");
            Assert.That(
                file.Timeline!.Events.Select(fact => fact.Type),
                Is.EqualTo(new[] { TimelineEventType.ReplyServed, TimelineEventType.Reopened }));
        });
    }

    [Test]
    public void DateCorrected_ReceiptEnteredWrongly_MovesTheDueDate()
    {
        var file = Received("2025-09-22").Build();
        var before = StatutoryClock.Reckon(file.Timeline!, WorkingDayCalendar.Official).ReplyDueOn;
        file.Record(new DateCorrected(Guid.NewGuid(), 1, CorrectableDate.ReceivedOn, Day("2025-09-19"), Guid.NewGuid()));
        var after = StatutoryClock.Reckon(file.Timeline!, WorkingDayCalendar.Official).ReplyDueOn;
        Assert.That((before, after), Is.EqualTo((Day("2025-10-24"), Day("2025-10-23"))));
    }

    [Test]
    public void Event_WrittenAndRead_IsTheSame()
    {
        CaseEvent caseEvent = new DocumentServed(Guid.NewGuid(), Guid.NewGuid(), ServiceWay.Post, Day("2025-10-13"), null, true, Text());
        Assert.That(CaseEventJson.Read(CaseEventJson.TypeOf(caseEvent), CaseEventJson.Write(caseEvent)), Is.EqualTo(caseEvent));
    }
}
