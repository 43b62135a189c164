using System.Text.RegularExpressions;
using Disclosure.Cases.Clock;
using static Disclosure.Cases.Clock.ConsultationKind;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>Each rule of the list: a timeline that breaks it, and the nearest one that does not.</summary>
public sealed class RefusalTests
{
    // Received 3 March 2025, due 31 March; the same under Order 492 received 4 March 2019, due 25 March.
    private static TimelineBuilder March => new("2025-03-03");

    private static TimelineBuilder Order492 => new("2019-03-04");

    private static TimelineBuilder Explained => March.WithExplanationRequest("2025-03-05").WithExplanation("2025-03-06");

    private static TimelineBuilder Replied => March.WithReply("2025-03-20");

    private static TimelineBuilder Standing => March.WithFeeNotice("2025-03-10");

    private static IEnumerable<TestCaseData> Rules()
    {
        // 1
        yield return Rule("received-too-early", new("2008-04-30"), new("2008-05-01"));
        yield return Rule("as-of-too-early", March.AsOf("2025-03-02"), March.AsOf("2025-03-03"));
        yield return Rule("as-of-too-early", Replied.AsOf("2025-03-19"), Replied.AsOf("2025-03-20"), "even once replied");
        yield return Rule("beyond-calendar", new("9999-12-20"), new("9999-11-30"));
        yield return Rule(
            "beyond-calendar",
            new TimelineBuilder("9998-01-05").WithReply("9998-01-05").WithReopening("9998-01-06", workingDays: 2_000_000),
            new TimelineBuilder("9998-01-05").WithReply("9998-01-05").WithReopening("9998-01-06", workingDays: 300));

        // 2
        yield return Rule("before-receipt", March.WithReply("2025-03-02"), March.WithReply("2025-03-03"));
        yield return Rule(
            "before-previous",
            March.WithExplanationRequest("2025-03-05").WithReply("2025-03-04"),
            March.WithExplanationRequest("2025-03-05").WithReply("2025-03-05"));

        // 3
        yield return Rule(
            "after-withdrawal",
            March.WithWithdrawal("2025-03-05").WithReply("2025-03-05"),
            March.WithExplanationRequest("2025-03-05").WithWithdrawal("2025-03-05"));
        yield return Rule(
            "after-withdrawal",
            Replied.WithReopening("2025-03-21").WithWithdrawal("2025-03-22").WithReopening("2025-03-23"),
            Replied.WithReopening("2025-03-21").WithWithdrawal("2025-03-22"));
        yield return Rule(
            "after-reply", Replied.WithWithdrawal("2025-03-20"), Replied.WithReopening("2025-03-20").WithWithdrawal("2025-03-20"));
        yield return Rule(
            "after-reply",
            March.WithConsultation("2025-03-05").WithReply("2025-03-06").WithAnswer("2025-03-07"),
            March.WithConsultation("2025-03-05").WithAnswer("2025-03-06").WithReply("2025-03-06"));
        yield return Rule("reopened-before-reply", March.WithReopening("2025-03-05"), Replied.WithReopening("2025-03-20"));
        yield return Rule(
            "reopened-before-reply",
            Replied.WithReopening("2025-03-21").WithReopening("2025-03-22"),
            Replied.WithReopening("2025-03-21").WithReply("2025-03-22").WithReopening("2025-03-22"));
        yield return Rule(
            "reopened-due-not-later",
            Replied.WithReopening("2025-03-21", dueOn: "2025-03-21"),
            Replied.WithReopening("2025-03-21", dueOn: "2025-03-22"));
        yield return Rule(
            "reopened-twice-limited",
            Replied.WithReopening("2025-03-21", "2025-04-22", 5),
            Replied.WithReopening("2025-03-21", "2025-04-22"));
        yield return Rule(
            "reopened-without-days",
            Replied.WithReopening("2025-03-21", workingDays: 0),
            Replied.WithReopening("2025-03-21", workingDays: 1));

        // 4
        yield return Rule(
            "second-correction-notice",
            March.WithCorrectionNotice("2025-03-04", "2025-03-14").WithCorrection("2025-03-05")
                .WithCorrectionNotice("2025-03-06", "2025-03-16"),
            March.WithCorrectionNotice("2025-03-04", "2025-03-14").WithCorrection("2025-03-05"));
        yield return Rule(
            "respond-by-not-later",
            March.WithCorrectionNotice("2025-03-04", "2025-03-04"),
            March.WithCorrectionNotice("2025-03-04", "2025-03-05"));
        yield return Rule(
            "respond-by-not-later",
            March.WithConsultation("2025-03-04", kind: OtherAgency, respondBy: "2025-03-04"),
            March.WithConsultation("2025-03-04", kind: ThirdParty, respondBy: "2025-03-04"),
            "only a letter to another agency names a date");
        yield return Rule(
            "second-fee-notice", Standing.WithFeePaid("2025-03-11").WithFeeNotice("2025-03-12"), Standing.WithFeePaid("2025-03-11"));
        yield return Rule(
            "fee-notice-too-early",
            new TimelineBuilder("2020-12-14").WithFeeNotice("2020-12-31"),
            new TimelineBuilder("2020-12-14").WithFeeNotice("2021-01-01"));
        yield return Rule("second-explanation-request", Explained.WithExplanationRequest("2025-03-07"), Explained);
        yield return Rule(
            "correction-not-awaited",
            March.WithCorrection("2025-03-05"),
            March.WithCorrectionNotice("2025-03-05", "2025-03-06").WithCorrection("2025-03-20"),
            "a late correction restarts the clock too");
        yield return Rule("correction-not-awaited", Standing.WithCorrection("2025-03-11"), Standing.WithFeePaid("2025-03-11"));
        yield return Rule(
            "payment-not-awaited", March.WithFeePaid("2025-03-05"), Standing.WithFeePaid("2025-06-30"), "a late payment as well");
        yield return Rule(
            "payment-not-awaited", Standing.WithFeePaid("2025-03-11").WithFeePaid("2025-03-12"), Standing.WithFeePaid("2025-03-11"));
        yield return Rule("explanation-not-awaited", March.WithExplanation("2025-03-05"), Explained);
        yield return Rule(
            "explanation-not-awaited",
            Explained.WithExplanation("2025-03-07"),
            March.WithExplanationRequest("2025-05-07"),
            "a request after the due date is allowed");

        // 5
        yield return Rule(
            "after-due-date",
            March.WithCorrectionNotice("2025-04-01", "2025-04-10"),
            March.WithCorrectionNotice("2025-03-31", "2025-04-10"));
        yield return Rule("after-due-date", March.WithFeeNotice("2025-04-01"), March.WithFeeNotice("2025-03-31"));
        yield return Rule("after-due-date", March.WithExtension("2025-04-01", 5), March.WithExtension("2025-03-31", 5));
        yield return Rule(
            "after-due-date", Explained.WithDelay("2025-04-01", "2025-05-10"), Explained.WithDelay("2025-03-31", "2025-05-10"));
        yield return Rule(
            "after-due-date",
            March.WithConsultation("2025-03-28").WithAnswer("2025-03-31").WithExtension("2025-04-02", 5),
            March.WithConsultation("2025-03-28").WithExtension("2025-04-02", 5),
            "an open consultation runs to its limit");

        // 6
        yield return Rule(
            "second-extension",
            March.WithExtension("2025-03-04", 1).WithExtension("2025-03-05", 1),
            March.WithExtension("2025-03-04", 1).WithFeeNotice("2025-03-04").WithFeePaid("2025-03-05").WithExtension("2025-03-05", 1),
            "a restart clears it");
        yield return Rule(
            "extension-after-delay",
            Explained.WithDelay("2025-03-07", "2025-05-10").WithExtension("2025-03-10", 1),
            Explained.WithExtension("2025-03-07", 1).WithDelay("2025-03-10", "2025-05-10"));
        yield return Rule("extension-length", March.WithExtension("2025-03-04", 0), March.WithExtension("2025-03-04", 1));
        yield return Rule("extension-length", March.WithExtension("2025-03-04", 21), March.WithExtension("2025-03-04", 20));
        yield return Rule("extension-length", Order492.WithExtension("2019-03-05", 16), Order492.WithExtension("2019-03-05", 15));
        yield return Rule(
            "second-delay",
            Explained.WithDelay("2025-03-07", "2025-05-10").WithDelay("2025-03-10", "2025-06-10"),
            Explained.WithDelay("2025-03-07", "2025-05-10").WithFeeNotice("2025-03-10").WithFeePaid("2025-03-11")
                .WithDelay("2025-03-12", "2025-06-10"),
            "the explanation counts for the whole case");
        yield return Rule(
            "delay-without-explanation",
            March.WithExplanationRequest("2025-03-05").WithDelay("2025-03-06", "2025-05-10"),
            Explained.WithDelay("2025-03-06", "2025-05-10"));
        yield return Rule(
            "delay-not-later", Explained.WithDelay("2025-03-07", "2025-03-31"), Explained.WithDelay("2025-03-07", "2025-04-01"));
        yield return Rule(
            "delay-not-provided",
            Order492.WithExplanationRequest("2019-03-05").WithExplanation("2019-03-06").WithDelay("2019-03-07", "2019-05-10"),
            Order492.WithExplanationRequest("2019-03-05").WithExplanation("2019-03-06"));

        // 7
        yield return Rule(
            "consultation-id-used",
            March.WithConsultation("2025-03-04").WithAnswer("2025-03-05").WithConsultation("2025-03-06"),
            March.WithConsultation("2025-03-04").WithConsultation("2025-03-04", "C1"));
        yield return Rule(
            "delivered-before-sent",
            March.WithConsultation("2025-03-04", deliveredOn: "2025-03-03"),
            March.WithConsultation("2025-03-04", deliveredOn: "2025-03-04"));
        yield return Rule(
            "delivered-before-sent", March.WithFeeNotice("2025-03-04", "2025-03-03"), March.WithFeeNotice("2025-03-04", "2025-03-04"));
        yield return Rule(
            "consultation-not-open",
            March.WithAnswer("2025-03-05"),
            March.WithConsultation("2025-03-05", deliveredOn: "2025-03-07").WithAnswer("2025-03-05"),
            "an answer before delivery is allowed");
        yield return Rule(
            "consultation-not-open",
            March.WithConsultation("2025-03-05").WithReturn("2025-03-06").WithAnswer("2025-03-07"),
            March.WithConsultation("2025-03-05").WithAnswer("2025-06-07"),
            "a late answer is allowed");
        yield return Rule(
            "consultation-not-open",
            March.WithConsultation("2025-03-05").WithReply("2025-03-06").WithReopening("2025-03-07").WithReturn("2025-03-08"),
            March.WithReply("2025-03-06").WithReopening("2025-03-07").WithConsultation("2025-03-07").WithReturn("2025-03-08"));

        // 8
        yield return Rule("standing", Standing.WithCorrectionNotice("2025-03-11", "2025-03-20"), Standing.WithReply("2025-03-11"));
        yield return Rule("standing", Standing.WithFeeNotice("2025-03-11"), Standing.WithFeePaid("2025-03-11"));
        yield return Rule(
            "standing",
            Standing.WithConsultation("2025-03-11"),
            March.WithConsultation("2025-03-10").WithFeeNotice("2025-03-10").WithAnswer("2025-03-11"));
        yield return Rule(
            "standing",
            Standing.WithExtension("2025-03-11", 1),
            March.WithConsultation("2025-03-10").WithFeeNotice("2025-03-10").WithReturn("2025-03-11"));
        yield return Rule(
            "standing", Explained.WithFeeNotice("2025-03-10").WithDelay("2025-03-11", "2025-05-10"), Standing.WithWithdrawal("2025-03-11"));
        yield return Rule(
            "standing",
            Standing.WithExplanationRequest("2025-03-11"),
            March.WithExplanationRequest("2025-03-10").WithFeeNotice("2025-03-10").WithExplanation("2025-03-11"));

        // 9
        yield return Rule(
            "reopened-period",
            Replied.WithReopening("2025-03-21").WithExtension("2025-03-24", 5),
            Replied.WithReopening("2025-03-21").WithConsultation("2025-03-24").WithAnswer("2025-03-25").WithReply("2025-03-26"));
        yield return Rule(
            "reopened-period",
            March.WithFeeNotice("2025-03-10").WithReply("2025-03-11").WithReopening("2025-03-12").WithFeePaid("2025-03-13"),
            Standing.WithReply("2025-03-11").WithReopening("2025-03-12").WithConsultation("2025-03-13"),
            "a reopening ends the standing");
        yield return Rule(
            "reopened-period",
            March.WithExplanationRequest("2025-03-10").WithReply("2025-03-11").WithReopening("2025-03-12").WithExplanation("2025-03-13"),
            Replied.WithReopening("2025-03-21").WithReply("2025-12-31"),
            "a late reply is a reply");
    }

    [TestCaseSource(nameof(Rules))]
    public void Judge_AgainstARule_RefusesWhatBreaksItAlone(string code, object broken, object nearMiss)
    {
        var calendar = WorkingDayCalendar.Official;
        var refusal = StatutoryClock.Judge(((TimelineBuilder)broken).Build(), calendar);
        Assert.Multiple(() =>
        {
            Assert.That(refusal?.Code, Is.EqualTo(code));
            Assert.That(refusal?.Say(Texts.Chinese), Does.Not.Match(@"\{\d\}"));
            Assert.That(refusal?.Say(Texts.English), Does.Not.Match(@"\{\d\}"));
            Assert.That(StatutoryClock.Judge(((TimelineBuilder)nearMiss).Build(), calendar), Is.Null);
        });
    }

    [Test]
    public void Rules_InTheTable_CoverEverySentenceOfTheClock()
    {
        var covered = Rules().Select(rule => (string)rule.Arguments[0]!).ToHashSet();
        var missing = Texts.Codes.Where(code => code.StartsWith("clock.", StringComparison.Ordinal)
            && !Regex.IsMatch(code, "malformed|unknown-type")
            && !covered.Contains(code));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Say_ForAnEvent_NamesPositionTypeAndDay()
    {
        var refusal = StatutoryClock.Judge(
            March.WithExplanationRequest("2025-03-04").WithExtension("2025-03-05", 25).Build(), WorkingDayCalendar.Official)!;
        Assert.Multiple(() =>
        {
            Assert.That(refusal.Say(Texts.Chinese), Does.StartWith("第2项“送达延期答复告知书”（2025年3月5日）延长25个工作日"));
            Assert.That(
                refusal.Say(Texts.English),
                Does.StartWith("Event 2 (extension served, 2025-03-05) extends by 25 working days; 1 to 20 are allowed"));
        });
    }

    private static TestCaseData Rule(string code, TimelineBuilder broken, TimelineBuilder nearMiss, string? note = null) =>
        new TestCaseData($"clock.{code}", broken, nearMiss).SetDescription(note ?? code);
}
