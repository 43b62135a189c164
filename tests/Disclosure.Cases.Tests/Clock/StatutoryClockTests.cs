using Disclosure.Cases.Clock;
using static Disclosure.Cases.Tests.Clock.TimelineBuilder;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>What the clock says of cases whose answer a person can count out on a wall calendar.</summary>
public sealed class StatutoryClockTests
{
    [TestCase("2025-03-03", "2025-03-31", Description = "A month without holidays")]
    [TestCase("2025-03-07", "2025-04-07", Description = "Received on a Friday, Qingming between")]
    [TestCase("2025-01-27", "2025-03-03", Description = "Received on the eve of the holiday, 27 January; 8 February is worked")]
    [TestCase("2025-10-11", "2025-11-07", Description = "Received on a Saturday worked")]
    [TestCase("2025-10-01", "2025-11-04", Description = "Received on a holiday")]
    [TestCase("2024-02-01", "2024-03-05", Description = "Spring Festival and 29 February")]
    [TestCase("2025-12-15", "2026-01-13", Description = "Over the New Year, 4 January worked")]
    [TestCase("2019-05-15", "2019-06-13", Description = "The first day of Order 711")]
    [TestCase("2019-05-14", "2019-06-04", Description = "The last day of Order 492: 15 working days")]
    public void ReplyDueOn_OfAPlainCase_IsTheLastDayOfThePeriod(string receivedOn, string dueOn) =>
        Assert.That(new TimelineBuilder(receivedOn).Reckon().ReplyDueOn, Is.EqualTo(Day(dueOn)));

    [TestCase("2025-03-11", "2025-04-02", Description = "Answered after two days left out")]
    [TestCase("2025-03-07", "2025-03-31", Description = "Answered the same day: nothing is left out")]
    [TestCase("2025-03-28", "2025-04-22", Description = "Answered on the limit: 15 days left out, Qingming between")]
    [TestCase("2025-03-31", "2025-04-22", Description = "Answered the day after the limit")]
    public void ReplyDueOn_WithAConsultation_LeavesItsDaysOut(string answeredOn, string dueOn) =>
        Assert.That(
            new TimelineBuilder("2025-03-03").WithConsultation("2025-03-07").WithAnswer(answeredOn).Reckon().ReplyDueOn,
            Is.EqualTo(Day(dueOn)));

    [Test]
    public void ReplyDueOn_WithAConsultationSentOnAHoliday_LeavesOutFromTheNextDay() =>
        Assert.That(
            new TimelineBuilder("2025-09-29").WithConsultation("2025-10-05").WithAnswer("2025-10-10").Reckon().ReplyDueOn,
            Is.EqualTo(Day("2025-11-05")));

    [Test]
    public void Deadlines_WithLateDelivery_RunTheOpinionFromDelivery()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithConsultation("2025-03-04", deliveredOn: "2025-03-10")
            .AsOf("2025-03-20").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.Deadlines, Has.One.EqualTo(new Deadline(DeadlineKind.ThirdPartyOpinion, Day("2025-03-31"), null, "c1")));
            Assert.That(reckoning.State, Is.EqualTo(ClockState.Consulting));
            Assert.That(reckoning.Projected, Is.True);
            Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day("2025-04-27")), "a Sunday worked");
            Assert.That(reckoning.WorkingDaysCounted, Is.EqualTo(1));
        });
    }

    [TestCase("2025-04-15", ClockState.Consulting)]
    [TestCase("2025-04-16", ClockState.Running)]
    public void State_WithAnOpenConsultation_IsConsultingUpToItsLimit(string asOf, ClockState expected)
    {
        var builder = new TimelineBuilder("2025-03-03")
            .WithConsultation("2025-03-24", kind: ConsultationKind.OtherAgency, respondBy: "2025-04-15");
        var reckoning = builder.AsOf(asOf).Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.State, Is.EqualTo(expected));
            Assert.That(reckoning.Projected, Is.False, "answered on the limit or later it moves nothing");
        });
    }

    [Test]
    public void ReplyDueOn_WithAConsultationSentOnOrAfterTheDueDate_IsNotMoved() => Assert.Multiple(() =>
    {
        Assert.That(new TimelineBuilder("2025-03-03").WithConsultation("2025-03-31").Reckon().ReplyDueOn, Is.EqualTo(Day("2025-03-31")));
        Assert.That(new TimelineBuilder("2025-03-03").WithConsultation("2025-04-10").Reckon().ReplyDueOn, Is.EqualTo(Day("2025-03-31")));
    });

    [Test]
    public void WorkingDaysCounted_PastTheDueDate_GoesOnCounting() =>
        Assert.That(new TimelineBuilder("2025-03-03").AsOf("2025-04-07").Reckon().WorkingDaysCounted, Is.EqualTo(24));

    [Test]
    public void ReplyDueOn_ExtendedOnTheDueDate_HasTheDaysAdded() =>
        Assert.That(new TimelineBuilder("2025-03-03").WithExtension("2025-03-31", 1).Reckon().ReplyDueOn, Is.EqualTo(Day("2025-04-01")));

    [Test]
    public void ReplyDueOn_WithAConsultationInTheExtension_LeavesItsDaysOut() =>
        Assert.That(
            new TimelineBuilder("2025-03-03").WithExtension("2025-03-31", 2).WithConsultation("2025-04-01")
                .WithAnswer("2025-04-03").Reckon().ReplyDueOn,
            Is.EqualTo(Day("2025-04-07")));

    [TestCase("2025-05-10", "2025-05-12", Description = "A Saturday: the next working day")]
    [TestCase("2025-05-09", "2025-05-09")]
    [TestCase("2025-05-01", "2025-05-06", Description = "A holiday")]
    public void ReplyDueOn_WithADelay_IsTheDateSetOrTheNextWorkingDay(string until, string dueOn)
    {
        var reckoning = new TimelineBuilder("2025-03-03")
            .WithExtension("2025-03-05", 5).WithExplanationRequest("2025-03-05").WithExplanation("2025-03-12")
            .WithDelay("2025-03-13", until).WithConsultation("2025-03-14").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day(dueOn)));
            Assert.That(reckoning.Projected, Is.False, "consultations no longer move it");
        });
    }

    [Test]
    public void Reckon_WhileTheClockStands_HasNoDueDate()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithCorrectionNotice("2025-03-13", "2025-03-27").AsOf("2025-04-03").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.State, Is.EqualTo(ClockState.AwaitingCorrection));
            Assert.That(reckoning.ReplyDueOn, Is.Null);
            Assert.That(reckoning.WorkingDaysCounted, Is.Null);
            Assert.That(reckoning.ClockStartsOn, Is.EqualTo(Day("2025-03-03")));
            Assert.That(reckoning.Deadlines, Is.EqualTo(new[]
            {
                new Deadline(DeadlineKind.CorrectionNotice, Day("2025-03-12"), Day("2025-03-13")),
                new Deadline(DeadlineKind.Correction, Day("2025-03-27"), null),
            }), "the notice was late, and is recorded so");
            Assert.That(reckoning.Ledger[^1].Date, Is.EqualTo(Day("2025-04-03")));
        });
    }

    [Test]
    public void Reckon_RepliedWhileTheClockStands_IsOnTime()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithFeeNotice("2025-03-05").WithReply("2025-06-30").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.State, Is.EqualTo(ClockState.Replied));
            Assert.That(reckoning.OnTime, Is.True);
            Assert.That((reckoning.ReplyDueOn, reckoning.WorkingDaysCounted), Is.EqualTo(((DateOnly?)null, (int?)null)));
            Assert.That(
                reckoning.Deadlines.Select(deadline => deadline.Kind),
                Is.EqualTo(new[] { DeadlineKind.CorrectionNotice, DeadlineKind.FeePayment }));
        });
    }

    [Test]
    public void Reckon_AfterARestart_ForgetsExtensionAndDelayButNotOpenConsultations()
    {
        var reckoning = new TimelineBuilder("2025-03-03")
            .WithExtension("2025-03-04", 20).WithExplanationRequest("2025-03-04").WithExplanation("2025-03-05")
            .WithDelay("2025-03-05", "2025-12-01")
            .WithConsultation("2025-03-06").WithFeeNotice("2025-03-07").WithFeePaid("2025-03-10").Reckon();
        Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day("2025-04-25")), "20 days after the limit of 27 March");
    }

    [TestCase("2025-03-31", true)]
    [TestCase("2025-04-01", false)]
    public void OnTime_OfAReply_IsByTheDueDate(string repliedOn, bool onTime) =>
        Assert.That(new TimelineBuilder("2025-03-03").WithReply(repliedOn).Reckon().OnTime, Is.EqualTo(onTime));

    [Test]
    public void Reckon_AfterWithdrawal_KeepsTheOtherDeadlines()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithConsultation("2025-03-05").WithWithdrawal("2025-03-10")
            .AsOf("2025-12-31").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.State, Is.EqualTo(ClockState.Withdrawn));
            Assert.That(
                (reckoning.ReplyDueOn, reckoning.WorkingDaysCounted, reckoning.OnTime),
                Is.EqualTo(((DateOnly?)null, (int?)null, (bool?)null)));
            Assert.That(
                reckoning.Deadlines.Select(deadline => deadline.Kind),
                Is.EqualTo(new[] { DeadlineKind.CorrectionNotice, DeadlineKind.ThirdPartyOpinion }));
            Assert.That(reckoning.Ledger[^1].Date, Is.EqualTo(Day("2025-03-10")), "asOf plays no part");
        });
    }

    [TestCase(null, null, "2025-05-14", Description = "20 working days, 27 April worked, Labour Day")]
    [TestCase(null, 5, "2025-04-21")]
    [TestCase("2025-05-10", null, "2025-05-10", Description = "An ordered Saturday stands as given")]
    public void ReplyDueOn_OfAReopenedCase_IsAsOrdered(string? dueOn, int? workingDays, string expected)
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithConsultation("2025-03-28").WithReply("2025-04-01")
            .WithReopening("2025-04-14", dueOn, workingDays).Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day(expected)), "the consultation was closed");
            Assert.That(reckoning.OnTime, Is.Null);
            Assert.That(reckoning.State, Is.EqualTo(ClockState.Running));
            Assert.That(reckoning.Deadlines.Take(2), Is.EqualTo(new[]
            {
                new Deadline(DeadlineKind.Reply, Day(expected), null),
                new Deadline(DeadlineKind.Reply, Day("2025-04-22"), Day("2025-04-01")),
            }), "the due date of the first reply stays as it was");
            Assert.That(reckoning.Deadlines, Has.One.EqualTo(new Deadline(DeadlineKind.ThirdPartyOpinion, Day("2025-04-21"), null, "c1")));
        });
    }

    [Test]
    public void Deadlines_ReopenedAfterAReplyWhileStanding_LeaveItsDueDateOut()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithCorrectionNotice("2025-03-04", "2025-03-18")
            .WithReply("2025-03-10").WithReopening("2025-03-17").WithReply("2025-03-18").Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.Deadlines, Has.One.EqualTo(new Deadline(DeadlineKind.Reply, null, Day("2025-03-10"))));
            Assert.That(reckoning.WorkingDaysCounted, Is.EqualTo(1));
            Assert.That(reckoning.Ledger.Single(row => row.Date == Day("2025-03-14")).Kind, Is.EqualTo(LedgerKind.Standing));
        });
    }

    [Test]
    public void ReplyDueOn_ConsultingAnotherAgencyUnderOrder492_IsNotMoved()
    {
        var reckoning = new TimelineBuilder("2019-03-04").WithConsultation("2019-03-05", "a", ConsultationKind.OtherAgency)
            .WithConsultation("2019-03-05", "b", ConsultationKind.CoAuthor).Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.RuleSet, Is.EqualTo(RuleSet.Order492));
            Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day("2019-03-25")));
            Assert.That(reckoning.State, Is.EqualTo(ClockState.Consulting));
            Assert.That(reckoning.Deadlines, Has.None.Matches<Deadline>(deadline => deadline.Kind == DeadlineKind.CorrectionNotice));
        });
    }

    [TestCase("2026-12-01", false, "2026-12-29")]
    [TestCase("2026-12-07", true, "2027-01-05")]
    public void Provisional_ByTheYearOfTheDueDate_IsWithoutNotice(string receivedOn, bool provisional, string dueOn)
    {
        var reckoning = new TimelineBuilder(receivedOn).Reckon();
        Assert.That((reckoning.Provisional, reckoning.ReplyDueOn), Is.EqualTo((provisional, (DateOnly?)Day(dueOn))));
    }

    [Test]
    public void Findings_WhenANewCalendarMakesAnExtensionLate_NameItAndKeepIt()
    {
        var timeline = new TimelineBuilder("2025-03-03").WithExtension("2025-03-31", 5).Build();
        var calendar = WorkingDayCalendar.Official.With(new DayException(Day("2025-03-08"), DayExceptionKind.Work, "调休"));
        var reckoning = StatutoryClock.Reckon(timeline, calendar);
        Assert.Multiple(() =>
        {
            Assert.That(reckoning.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "clock.after-due-date" }));
            Assert.That(reckoning.Findings[0].Say(), Is.EqualTo("第1项“送达延期答复告知书”（2025年3月31日）晚于答复期限届满日2025年3月28日，应当在届满日当日或者之前送达。"));
            Assert.That(reckoning.ReplyDueOn, Is.EqualTo(Day("2025-04-07")));
        });
    }

    [Test]
    public void Reckon_WithEventsRecordedOutOfOrder_TakesThemByDay()
    {
        var recorded = new TimelineBuilder("2025-03-03").WithAnswer("2025-03-11").WithConsultation("2025-03-07").Build();
        var reckoning = StatutoryClock.Reckon(recorded, WorkingDayCalendar.Official);
        Assert.That((reckoning.ReplyDueOn, reckoning.Findings.Count), Is.EqualTo(((DateOnly?)Day("2025-04-02"), 0)));
    }

    [Test]
    public void Ledger_WithTwoConsultationsAtOnce_NamesTheFirstSent()
    {
        var reckoning = new TimelineBuilder("2025-03-03").WithConsultation("2025-03-04").WithConsultation("2025-03-05", "c2")
            .WithAnswer("2025-03-07").Reckon();
        Assert.That(
            reckoning.Ledger.Where(row => row.Kind == LedgerKind.Excluded).Select(row => row.Consultation).Take(4),
            Is.EqualTo(new[] { "c1", "c1", "c1", "c2" }));
    }

    [Test]
    public void Ledger_OverATransferredDay_NamesTheHolidayItIsWorkedFor()
    {
        var row = new TimelineBuilder("2025-09-22").Reckon().Ledger.Single(row => row.Date == Day("2025-10-11"));
        Assert.That((row.Kind, row.Name, row.Number), Is.EqualTo((LedgerKind.Counted, "国庆节、中秋节", 10)));
    }

    [Test]
    public void Reckon_WithoutLedger_AllocatesForYearsWhatItAllocatesForWeeks()
    {
        var weeks = new Timeline(
            Day("2025-03-03"), [new ConsultationSent(Day("2025-03-10"), "c1", ConsultationKind.ThirdParty, null, null)], Day("2025-03-28"));
        var years = weeks with { AsOf = Day("2045-03-28") };
        Assert.That(Allocated(years, withLedger: false), Is.EqualTo(Allocated(weeks, withLedger: false)));
        Assert.That(Allocated(years, withLedger: true), Is.GreaterThan(Allocated(weeks, withLedger: true)), "a ledger has a row a day");
    }

    private static long Allocated(Timeline timeline, bool withLedger)
    {
        // Years of the calendar are built when first asked for.
        StatutoryClock.Reckon(timeline, WorkingDayCalendar.Official, withLedger);
        var before = GC.GetAllocatedBytesForCurrentThread();
        StatutoryClock.Reckon(timeline, WorkingDayCalendar.Official, withLedger);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
