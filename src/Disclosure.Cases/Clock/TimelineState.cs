namespace Disclosure.Cases.Clock;

/// <summary>
/// How a case stands after the events applied so far. It applies whatever it is told; whether an event breaks a rule is
/// for <see cref="TimelineRules"/> to say beforehand.
/// </summary>
internal sealed class TimelineState
{
    private bool deadlineBeyondCalendar;

    public TimelineState(DateOnly receivedOn, WorkingDayCalendar calendar)
    {
        Calendar = calendar;
        ReceivedOn = receivedOn;
        LastOn = receivedOn;
        Rules = RuleSet.InForceOn(receivedOn < RuleSet.EarliestReceipt ? RuleSet.EarliestReceipt : receivedOn);
        Period = new ReplyPeriod(receivedOn, Rules.ReplyDays);
        Marks.Add(new CourseMark(receivedOn, Standing: null, Rules.Articles.Reply));
        CorrectionNoticeDueOn = Rules.CorrectionNoticeDays is { } days ? DayAfter(receivedOn, days) : null;
    }

    public WorkingDayCalendar Calendar { get; }

    public RuleSet Rules { get; }

    public DateOnly ReceivedOn { get; }

    /// <summary>The day of the last event, or of receipt.</summary>
    public DateOnly LastOn { get; private set; }

    public ReplyPeriod Period { get; private set; }

    /// <summary>What the clock stands for; null while it runs.</summary>
    public ClockState? Standing { get; private set; }

    public DateOnly? CorrectionNoticeDueOn { get; }

    public DateOnly? CorrectionNoticeServedOn { get; private set; }

    public DateOnly? FeeNoticeServedOn { get; private set; }

    public bool ExplanationRequested { get; private set; }

    public bool ExplanationReceived { get; private set; }

    public DateOnly? RepliedOn { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Where periods start and where the clock comes to stand, in the order of the events.</summary>
    public List<CourseMark> Marks { get; } = new(4);

    public ConsultationRegister Consultations { get; } = new();

    /// <summary>Corrections and payments waited for.</summary>
    public List<Deadline> Awaited { get; } = [];

    /// <summary>The reply deadlines of the periods that a reopening ended.</summary>
    public List<Deadline> EarlierReplies { get; } = [];

    /// <summary>Whether a deadline of the case lies after 9999-12-31 and so cannot be written.</summary>
    public bool ReachesBeyondCalendar =>
        deadlineBeyondCalendar || (WithdrawnOn is null && Standing is null && !TryReachDueDay(answeredOn: null, out _));

    /// <summary>The last day for the reply; null while the clock stands and after withdrawal.</summary>
    /// <param name="answeredOn">Reckon open consultations as answered on this day; null: as running to their limits.</param>
    public DateOnly? DueOn(DateOnly? answeredOn = null)
    {
        if (Standing is not null || WithdrawnOn is not null)
        {
            return null;
        }

        TryReachDueDay(answeredOn, out var day);
        return day;
    }

    /// <summary>The counted days of the running period up to and including <paramref name="day"/>.</summary>
    public int CountedUntil(DateOnly day)
    {
        var count = 0;
        for (var each = Period.StartsOn; each < day; )
        {
            each = each.AddDays(1);
            if (Calendar.IsWorkingDay(each) && Consultations.Excluding(each) is null)
            {
                count++;
            }
        }

        return count;
    }

    public void Apply(TimelineEvent next)
    {
        switch (next)
        {
            case CorrectionNoticeServed notice:
                CorrectionNoticeServedOn ??= notice.On;
                Await(ClockState.AwaitingCorrection, notice.On, DeadlineKind.Correction, notice.RespondBy, Rules.Articles.Correction);
                break;
            case CorrectionReceived correction:
                Restart(correction.On, DeadlineKind.Correction, Rules.Articles.Correction);
                break;
            case FeeNoticeServed notice:
                FeeNoticeServedOn ??= notice.On;
                Await(
                    ClockState.AwaitingPayment,
                    notice.On,
                    DeadlineKind.FeePayment,
                    DayAfter(notice.DeliveredOn ?? notice.On, RuleSet.FeePaymentDays),
                    RuleArticles.Fee);
                break;
            case FeePaid payment:
                Restart(payment.On, DeadlineKind.FeePayment, RuleArticles.Fee);
                break;
            case ConsultationSent letter:
                Consult(letter);
                break;
            case ConsultationAnswered answer:
                Consultations.Open(answer.Id)?.Answer(answer.On);
                break;
            case ConsultationReturned returned:
                Consultations.Open(returned.Id)?.Close(returned.On);
                break;
            case ExtensionServed extension:
                Period = Period with { WorkingDays = Period.WorkingDays + extension.WorkingDays, IsExtended = true };
                break;
            case DelayServed delay:
                Period = Period with { DelayedUntil = Calendar.WorkingDayFrom(delay.UntilOn) };
                break;
            case Clock.ExplanationRequested:
                ExplanationRequested = true;
                break;
            case Clock.ExplanationReceived:
                ExplanationReceived = true;
                break;
            case ReplyServed reply:
                RepliedOn ??= reply.On;
                break;
            case Withdrawn withdrawal:
                WithdrawnOn ??= withdrawal.On;
                break;
            case Reopened reopening:
                Reopen(reopening);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(next), next, "Unknown event.");
        }

        LastOn = next.On > LastOn ? next.On : LastOn;
    }

    // From the service of a notice until its answer the clock stands (art. 30; 国办函〔2020〕109号).
    private void Await(ClockState standing, DateOnly on, DeadlineKind kind, DateOnly dueOn, string article)
    {
        Standing = standing;
        Marks.Add(new CourseMark(on, standing, article));
        Awaited.Add(new Deadline(kind, dueOn, MetOn: null));
    }

    // "答复期限自行政机关收到补正的申请之日起计算" (art. 30): counted days, extension and delay are gone; open consultations stay.
    private void Restart(DateOnly on, DeadlineKind kind, string article)
    {
        Standing = null;
        Period = new ReplyPeriod(on, Rules.ReplyDays);
        Marks.Add(new CourseMark(on, Standing: null, article));
        var met = Awaited.FindLastIndex(deadline => deadline.Kind == kind && deadline.MetOn is null);
        if (met >= 0)
        {
            Awaited[met] = Awaited[met] with { MetOn = on };
        }
    }

    private void Consult(ConsultationSent letter)
    {
        var named = letter.Kind == ConsultationKind.OtherAgency ? letter.RespondBy : null;
        var limitOn = named ?? DayAfter(letter.DeliveredOn ?? letter.On, RuleSet.OpinionDays);
        Consultations.Add(new Consultation(letter, limitOn, Rules.Excludes(letter.Kind)));
    }

    // The deadline of the reply given stays as it was when the case is opened again (art. 47, 51).
    private void Reopen(Reopened reopening)
    {
        EarlierReplies.Add(new Deadline(DeadlineKind.Reply, DueOn(), RepliedOn));
        deadlineBeyondCalendar |= Standing is null && !TryReachDueDay(answeredOn: null, out _);
        Consultations.CloseAll(reopening.On);
        RepliedOn = null;
        Standing = null;
        Period = new ReplyPeriod(reopening.On, reopening.WorkingDays ?? RuleSet.ReopenedDays)
        {
            OrderedDueOn = reopening.DueOn,
            IsReopened = true,
        };
        Marks.Add(new CourseMark(reopening.On, Standing: null, Rules.Articles.Reopening));
    }

    private bool TryReachDueDay(DateOnly? answeredOn, out DateOnly day)
    {
        if ((Period.OrderedDueOn ?? Period.DelayedUntil) is { } setOn)
        {
            day = setOn;
            return true;
        }

        day = Period.StartsOn;
        for (var left = Period.WorkingDays; left > 0; )
        {
            if (day == DateOnly.MaxValue)
            {
                return false;
            }

            day = day.AddDays(1);
            if (Consultations.Excluding(day, answeredOn) is { } consultation)
            {
                day = consultation.LastDay(answeredOn);
            }
            else if (Calendar.IsWorkingDay(day))
            {
                left--;
            }
        }

        return true;
    }

    private DateOnly DayAfter(DateOnly start, int workingDays)
    {
        deadlineBeyondCalendar |= !Calendar.TryAddWorkingDays(start, workingDays, out var day);
        return day;
    }
}
