using System.Globalization;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>Builds timelines from dates as one writes them.</summary>
internal sealed class TimelineBuilder(string receivedOn)
{
    private readonly List<TimelineEvent> events = [];
    private string? asOf;

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public TimelineBuilder WithCorrectionNotice(string on, string respondBy) => With(new CorrectionNoticeServed(Day(on), Day(respondBy)));

    public TimelineBuilder WithCorrection(string on) => With(new CorrectionReceived(Day(on)));

    public TimelineBuilder WithConsultation(
        string on, string id = "c1", ConsultationKind kind = ConsultationKind.ThirdParty,
        string? deliveredOn = null, string? respondBy = null) =>
        With(new ConsultationSent(Day(on), id, kind, Maybe(deliveredOn), Maybe(respondBy)));

    public TimelineBuilder WithAnswer(string on, string id = "c1") => With(new ConsultationAnswered(Day(on), id));

    public TimelineBuilder WithReturn(string on, string id = "c1") => With(new ConsultationReturned(Day(on), id));

    public TimelineBuilder WithExtension(string on, int workingDays) => With(new ExtensionServed(Day(on), workingDays));

    public TimelineBuilder WithDelay(string on, string until) => With(new DelayServed(Day(on), Day(until)));

    public TimelineBuilder WithExplanationRequest(string on) => With(new ExplanationRequested(Day(on)));

    public TimelineBuilder WithExplanation(string on) => With(new ExplanationReceived(Day(on)));

    public TimelineBuilder WithFeeNotice(string on, string? deliveredOn = null) => With(new FeeNoticeServed(Day(on), Maybe(deliveredOn)));

    public TimelineBuilder WithFeePaid(string on) => With(new FeePaid(Day(on)));

    public TimelineBuilder WithReply(string on) => With(new ReplyServed(Day(on)));

    public TimelineBuilder WithWithdrawal(string on) => With(new Withdrawn(Day(on)));

    public TimelineBuilder WithReopening(string on, string? dueOn = null, int? workingDays = null) =>
        With(new Reopened(Day(on), Maybe(dueOn), workingDays));

    public TimelineBuilder AsOf(string date)
    {
        asOf = date;
        return this;
    }

    public Timeline Build() => new(Day(receivedOn), [.. events], Maybe(asOf));

    public Reckoning Reckon()
    {
        var timeline = Build();
        Assert.That(StatutoryClock.Judge(timeline, WorkingDayCalendar.Official), Is.Null);
        return StatutoryClock.Reckon(timeline, WorkingDayCalendar.Official);
    }

    private static DateOnly? Maybe(string? date) => date is null ? null : Day(date);

    private TimelineBuilder With(TimelineEvent next)
    {
        events.Add(next);
        return this;
    }
}
