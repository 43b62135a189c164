using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.Calendars;

internal sealed class MovedCaseTests
{
    // Received on 3 November 2025, due on 1 December; with one more working day before, on 28 November.
    private static readonly CalendarSnapshot OneMoreWorkingDay = CalendarSnapshot.Shipped.With(new CalendarChange(
        1, CalendarChangeKind.Notice, 2025, null, null,
        NoticeFile.Write([.. In2025, new DayException(new DateOnly(2025, 11, 15), DayExceptionKind.Work, "调休")]), "", default, default));

    private static IEnumerable<DayException> In2025 => WorkingDayCalendar.Official.Exceptions.Where(day => day.Date.Year == 2025);

    [Test]
    public void Extension_TooLateByACalendarImportedLater_StaysInForce_AndIsFound()
    {
        var file = CaseBuilder.Received("2025-11-03")
            .WithServed(TemplateCodes.ExtensionNotice, ServiceEffect.Extends, "2025-12-01", new DocumentTerms(null, 20, null)).Build();
        var (before, after) = (CaseReckoning.Of(file, CalendarSnapshot.Shipped)!, CaseReckoning.Of(file, OneMoreWorkingDay)!);
        var moved = MovedCase.Between(file, before, after)!;
        Assert.Multiple(() =>
        {
            Assert.That(before.Findings, Is.Empty);
            Assert.That(moved.NewFindings.Single().Code, Is.EqualTo("clock.after-due-date"));
            Assert.That(
                after.ReplyDueOn,
                Is.EqualTo(WorkingDayCalendar.Official.AddWorkingDays(new DateOnly(2025, 11, 3), 39)),
                "extended all the same");
            Assert.That(
                moved.Moves.Where(move => move.Kind == DeadlineKind.Reply).Select(move => (move.From, move.To)),
                Is.EqualTo(new[] { (before.ReplyDueOn, after.ReplyDueOn) }));
        });
    }

    [Test]
    public void Finding_ThatOnlyNamesAnotherDate_IsNoNewOne()
    {
        var file = CaseBuilder.Received("2025-11-03")
            .WithServed(TemplateCodes.ExtensionNotice, ServiceEffect.Extends, "2025-12-05", new DocumentTerms(null, 20, null)).Build();
        var moved = MovedCase.Between(file, CaseReckoning.Of(file, CalendarSnapshot.Shipped), CaseReckoning.Of(file, OneMoreWorkingDay))!;
        Assert.That(moved.NewFindings, Is.Empty);
    }

    [Test]
    public void Case_WhoseDeadlinesStay_IsNotMoved()
    {
        var file = CaseBuilder.Received("2025-12-01").Build();
        Assert.That(
            MovedCase.Between(file, CaseReckoning.Of(file, CalendarSnapshot.Shipped), CaseReckoning.Of(file, OneMoreWorkingDay)),
            Is.Null);
    }

    [Test]
    public void Deadline_ThatNobodyWaitsForAnyMore_IsNoMove()
    {
        var answered = CaseBuilder.Received("2025-11-10").WithAnswer(StepAnswer.Complete).Build();
        var moved = MovedCase.Between(
            answered, CaseReckoning.Of(answered, CalendarSnapshot.Shipped), CaseReckoning.Of(answered, OneMoreWorkingDay))!;
        Assert.That(moved.Moves.Select(move => move.Kind), Is.EqualTo(new[] { DeadlineKind.Reply }));
    }

    [Test]
    public void Case_ThatIsSettled_GoesByTheCalendarOfItsReply()
    {
        var file = CaseBuilder.Received("2025-11-03")
            .WithServed(TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-12-01", row: "(四)1").Build();
        Assert.Multiple(() =>
        {
            Assert.That(file.SettledUnder, Is.Zero);
            Assert.That(CaseReckoning.Of(file, OneMoreWorkingDay)!.OnTime, Is.True);
            Assert.That(CaseProjection.Of(file, OneMoreWorkingDay).Replies.Single().DueOn, Is.EqualTo(new DateOnly(2025, 12, 1)));
        });
    }
}
