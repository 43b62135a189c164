using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.Supervision;

// Received on Monday 22 September 2025: a correction notice is due on Tuesday the 30th, the reply on Friday 24 October.
public sealed class EndangermentTests
{
    [TestCase("2025-10-20", false, TestName = "Case_FourWorkingDaysBeforeTheReplyIsDue_IsNotEndangered")]
    [TestCase("2025-10-21", true, TestName = "Case_ThreeWorkingDaysBeforeTheReplyIsDue_IsEndangered")]
    [TestCase("2025-10-24", true, TestName = "Case_OnTheDueDate_IsEndangered")]
    [TestCase("2025-10-25", true, TestName = "Case_LateOnADayOffOnly_IsEndangered")]
    [TestCase("2025-12-01", true, TestName = "Case_LongLate_IsEndangered")]
    public void Case_WhoseReplyIsOwed(string today, bool endangered) =>
        Assert.That(IsEndangered(CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete), today), Is.EqualTo(endangered));

    [TestCase("2025-09-30", false)]
    [TestCase("2025-10-01", true)]
    public void Case_WhoseCorrectionNoticeIsOwed_IsEndangeredFromTheDayAfterItsDate(string today, bool endangered) =>
        Assert.That(IsEndangered(CaseBuilder.Received("2025-09-22"), today), Is.EqualTo(endangered));

    [TestCase("2025-10-20")]
    [TestCase("2025-12-01")]
    public void Case_WhoseClockStands_IsNotEndangered(string today) => Assert.That(
        IsEndangered(
            CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.CorrectionNeeded)
                .WithServed(TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-30", new DocumentTerms(
                    new DateOnly(2025, 10, 20), null, null)),
            today),
        Is.False);

    [TestCase("2025-09-23", false)]
    [TestCase("2025-09-24", true)]
    public void Case_WhoseReceiptIsNotConfirmed_IsEndangeredAfterMoreThanOneWorkingDay(string today, bool endangered) =>
        Assert.That(IsEndangered(CaseBuilder.Received("2025-09-22", channel: Channel.Internet), today), Is.EqualTo(endangered));

    [Test]
    public void Case_ConfirmedLateButNotDueYet_IsNotEndangered() => Assert.That(
        IsEndangered(
            CaseBuilder.Received("2025-09-22", channel: Channel.Internet).With(new ReceiptConfirmed(new DateOnly(2025, 9, 26))),
            "2025-09-28"),
        Is.False);

    [Test]
    public void Case_Voided_IsNotEndangered() => Assert.That(
        IsEndangered(
            CaseBuilder.Received("2025-09-22", channel: Channel.Internet).With(new RegistrationVoided(CaseBuilder.Text())), "2025-10-10"),
        Is.False);

    private static bool IsEndangered(CaseBuilder builder, string today) =>
        builder.Build().IsEndangeredOn(DateOnly.Parse(today), WorkingDayCalendar.Official);
}
