using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.Supervision;

public sealed class InquiryTests
{
    private static readonly DateOnly Late = new(2025, 10, 27);
    private static readonly DateOnly RespondBy = new(2025, 10, 30);
    private static readonly Guid Asked = Guid.NewGuid();
    private static readonly Actor OtherAgencysManager = new(Guid.NewGuid(), "赵某", Role.Manager, Guid.NewGuid());
    private static readonly Actor Clerk = new(Guid.NewGuid(), "周某", Role.Clerk, Guid.Empty);

    [Test]
    public void Inquiry_AskedAndAnswered_KeepsBothDaysFromTheEvents()
    {
        var (question, answer) = (CaseBuilder.Text(), CaseBuilder.Text());
        var asked = CaseBuilder.Received("2025-09-22").With(new InquiryOpened(Asked, Late, question, RespondBy));
        Assert.That(asked.Build().OpenInquiries, Is.EqualTo(new[] { new Inquiry(Asked, question, Late, RespondBy) }));

        var answered = asked.With(new InquiryAnswered(Asked, Late.AddDays(1), answer)).Build();
        Assert.Multiple(() =>
        {
            Assert.That(answered.OpenInquiries, Is.Empty);
            Assert.That(answered.Inquiries, Is.EqualTo(new[] { new Inquiry(Asked, question, Late, RespondBy, Late.AddDays(1), answer) }));
        });
    }

    [Test]
    public void Inquiry_OnRecord_MovesNeitherStageNorClock()
    {
        var plain = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete);
        var (stage, due) = (plain.Build().Stage, DueOn(plain.Build()));
        var asked = AskedAbout(plain).Build();
        Assert.That((asked.Stage, DueOn(asked)), Is.EqualTo((stage, due)));
    }

    [Test]
    public void Events_WrittenAndRead_AreTheSame()
    {
        CaseEvent[] caseEvents =
        [
            new InquiryOpened(Asked, Late, CaseBuilder.Text(), RespondBy),
            new InquiryAnswered(Asked, Late, CaseBuilder.Text()),
        ];
        Assert.That(
            caseEvents.Select(caseEvent => CaseEventJson.Read(CaseEventJson.TypeOf(caseEvent), CaseEventJson.Write(caseEvent))),
            Is.EqualTo(caseEvents));
    }

    [Test]
    public void OpenInquiry_OnALateCase_IsForTheManagerOfAnyAgency()
    {
        var file = CaseBuilder.Received("2025-09-22").Build();
        Assert.Multiple(() =>
        {
            Assert.That(Refusal(file, CaseAction.OpenInquiry, OtherAgencysManager), Is.Null);
            Assert.That(Refusal(file, CaseAction.OpenInquiry, Clerk)!.Say(), Is.EqualTo("“督办”须由主管进行。"));
        });
    }

    [Test]
    public void OpenInquiry_OnACaseThatIsNotEndangered_IsRefused()
    {
        var file = CaseBuilder.Received("2025-09-22").Build();
        Assert.That(
            Refusal(file, CaseAction.OpenInquiry, OtherAgencysManager, new DateOnly(2025, 9, 29))!.Code,
            Is.EqualTo("inquiry.notEndangered"));
    }

    [Test]
    public void OpenInquiry_WhileOneIsUnanswered_IsRefusedUntilTheAnswer()
    {
        var asked = AskedAbout(CaseBuilder.Received("2025-09-22"));
        Assert.That(Refusal(asked.Build(), CaseAction.OpenInquiry, OtherAgencysManager)!.Code, Is.EqualTo("inquiry.unanswered"));
        asked.With(new InquiryAnswered(Asked, Late, CaseBuilder.Text()));
        Assert.That(Refusal(asked.Build(), CaseAction.OpenInquiry, OtherAgencysManager), Is.Null);
    }

    [Test]
    public void OpenInquiry_OnACaseThatIsOver_IsRefused()
    {
        var file = Answered().Build();
        Assert.That(Refusal(file, CaseAction.OpenInquiry, OtherAgencysManager)!.Code, Is.EqualTo("process.notHere"));
    }

    [Test]
    public void AnswerInquiry_WithoutOne_IsRefused() =>
        Assert.That(
            Refusal(CaseBuilder.Received("2025-09-22").Build(), CaseAction.AnswerInquiry, Clerk)!.Code,
            Is.EqualTo("inquiry.noneOpen"));

    [Test]
    public void AnswerInquiry_InEveryStage_IsPossibleForClerkAndReviewerAlone()
    {
        CaseBuilder[] cases =
        [
            CaseBuilder.Received("2025-09-22"),
            CaseBuilder.Received("2025-09-22", channel: Channel.Internet),
            CaseBuilder.Received("2025-09-22").With(new ApplicationWithdrawn(Late, null)),
            CaseBuilder.Received("2025-09-22").With(new RegistrationVoided(CaseBuilder.Text())),
            Answered(),
            Answered().With(new CaseArchived(new ArchiveChecklist(true, true, true, true))),
        ];
        Assert.Multiple(() =>
        {
            foreach (var file in cases.Select(each => AskedAbout(each).Build()))
            {
                Assert.That(Refusal(file, CaseAction.AnswerInquiry, Clerk), Is.Null, file.Stage.ToString());
                Assert.That(Refusal(file, CaseAction.AnswerInquiry, Clerk with { Roles = Role.Reviewer }), Is.Null, file.Stage.ToString());
                Assert.That(
                    Refusal(file, CaseAction.AnswerInquiry, Clerk with { Roles = Role.Manager })!.Code,
                    Is.EqualTo("process.notYou"),
                    file.Stage.ToString());
            }
        });
        Assert.That(
            StepTransitions.All.Where(row => row.Action == CaseAction.AnswerInquiry).Select(row => row.From),
            Is.EquivalentTo(Enum.GetValues<CaseStage>()));
    }

    [TestCase(Role.Manager)]
    [TestCase(Role.Manager | Role.Clerk | Role.Reviewer)]
    public void Now_ForTheManagerOfAnotherAgency_IsSupervisionAlone(Role roles)
    {
        var moment = new Moment(OtherAgencysManager with { Roles = roles }, Late, WorkingDayCalendar.Official);
        Assert.That(
            StepTransitions.Now(CaseBuilder.Received("2025-09-22").Build(), moment).Select(each => each.Row.Action),
            Is.EqualTo(new[] { CaseAction.OpenInquiry }));
    }

    private static CaseBuilder AskedAbout(CaseBuilder builder) =>
        builder.With(new InquiryOpened(Asked, Late, CaseBuilder.Text(), RespondBy));

    private static CaseBuilder Answered() => CaseBuilder.Received("2025-09-22")
        .WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours).WithAnswer(StepAnswer.NotExisting)
        .WithServed(TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-10-27");

    private static DateOnly? DueOn(CaseFile file) =>
        StatutoryClock.Reckon(file.Timeline!, WorkingDayCalendar.Official, withLedger: false).ReplyDueOn;

    private static Refusal? Refusal(CaseFile file, CaseAction action, Actor actor, DateOnly? today = null) =>
        StepTransitions.Find(file, action, null, new Moment(actor, today ?? Late, WorkingDayCalendar.Official)).Refusal;
}
