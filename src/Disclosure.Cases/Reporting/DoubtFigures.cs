using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Reporting;

/// <summary>
/// Acts of a period that give a reason to doubt (<see cref="ReasonsToDoubt"/>), by the day of recording. Voided cases count here, and
/// here alone: it is what they are about. An act with two reasons counts in each of them, and once in all.
/// </summary>
/// <param name="All">Acts with any of the reasons.</param>
/// <param name="VoidedWhenOverdue">Numbers voided when the reply was overdue.</param>
/// <param name="VoidedAfterService">Numbers voided when a letter had been served.</param>
/// <param name="WithdrawnWithPastDate">Withdrawals recorded with a day in the past.</param>
/// <param name="WithdrawnWhenOverdue">Withdrawals recorded when the reply was overdue.</param>
/// <param name="RevokedAfterSignature">Letters withdrawn that were signed already.</param>
/// <param name="ServedWithPastDate">Services in time, recorded when the reply was overdue, and not proved by a file.</param>
/// <param name="ServedNonetheless">Letters served that did not fit the case any more.</param>
public sealed record DoubtFigures(
    int All, int VoidedWhenOverdue, int VoidedAfterService, int WithdrawnWithPastDate, int WithdrawnWhenOverdue, int RevokedAfterSignature,
    int ServedWithPastDate, int ServedNonetheless)
{
    /// <summary>The figures of these acts.</summary>
    public static DoubtFigures Of(IReadOnlyCollection<DoubtfulAct> acts)
    {
        int Count(DoubtFigure figure) => acts.Count(act => act.CountsAs(figure));
        return new DoubtFigures(
            Count(DoubtFigure.Any), Count(DoubtFigure.VoidedWhenOverdue), Count(DoubtFigure.VoidedAfterService),
            Count(DoubtFigure.WithdrawnWithPastDate), Count(DoubtFigure.WithdrawnWhenOverdue), Count(DoubtFigure.RevokedAfterSignature),
            Count(DoubtFigure.ServedWithPastDate), Count(DoubtFigure.ServedNonetheless));
    }

    /// <summary>The figures of several agencies together.</summary>
    public static DoubtFigures Sum(IReadOnlyCollection<DoubtFigures> figures) => new(
        figures.Sum(each => each.All),
        figures.Sum(each => each.VoidedWhenOverdue),
        figures.Sum(each => each.VoidedAfterService),
        figures.Sum(each => each.WithdrawnWithPastDate),
        figures.Sum(each => each.WithdrawnWhenOverdue),
        figures.Sum(each => each.RevokedAfterSignature),
        figures.Sum(each => each.ServedWithPastDate),
        figures.Sum(each => each.ServedNonetheless));
}

/// <summary>One of the <see cref="DoubtFigures"/>.</summary>
public enum DoubtFigure
{
    /// <summary>存疑事项: any of them.</summary>
    Any,

    /// <summary>逾期后作废.</summary>
    VoidedWhenOverdue,

    /// <summary>送达后作废.</summary>
    VoidedAfterService,

    /// <summary>补登撤回.</summary>
    WithdrawnWithPastDate,

    /// <summary>逾期后撤回.</summary>
    WithdrawnWhenOverdue,

    /// <summary>签发后撤销.</summary>
    RevokedAfterSignature,

    /// <summary>补登送达.</summary>
    ServedWithPastDate,

    /// <summary>送达不符.</summary>
    ServedNonetheless,
}

/// <summary>An act behind a figure.</summary>
/// <param name="On">The day of recording.</param>
/// <param name="Reasons">Why it is doubted.</param>
/// <param name="WithdrawnOn">Of a withdrawal: the day that was recorded.</param>
/// <param name="DocumentId">Of a letter: which one.</param>
/// <param name="Number">Of a letter: its number.</param>
/// <param name="Reason">Why it was done, or null.</param>
/// <param name="AskedBy">Who asked for it; the one who did it where nobody else was needed then.</param>
/// <param name="ConfirmedBy">The second person; null before one was needed.</param>
public sealed record DoubtfulAct(
    Guid CaseId, Guid AgencyId, string RegisterNumber, DateOnly On, IReadOnlyList<ReasonToDoubt> Reasons, DateOnly? WithdrawnOn,
    Guid? DocumentId, string? Number, TextRef? Reason, string AskedBy, string? ConfirmedBy)
{
    /// <summary>Of a service: the day that was recorded.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>Whether it counts in a figure.</summary>
    public bool CountsAs(DoubtFigure figure) => figure switch
    {
        DoubtFigure.Any => true,
        DoubtFigure.VoidedWhenOverdue => Reasons.Contains(ReasonToDoubt.VoidedWhenOverdue),
        DoubtFigure.VoidedAfterService => Reasons.Contains(ReasonToDoubt.VoidedAfterService),
        DoubtFigure.WithdrawnWithPastDate => Reasons.Contains(ReasonToDoubt.WithdrawnWithPastDate),
        DoubtFigure.WithdrawnWhenOverdue => Reasons.Contains(ReasonToDoubt.WithdrawnWhenOverdue),
        DoubtFigure.RevokedAfterSignature => Reasons.Contains(ReasonToDoubt.RevokedAfterSignature),
        DoubtFigure.ServedWithPastDate => Reasons.Contains(ReasonToDoubt.ServedWithPastDate),
        DoubtFigure.ServedNonetheless => Reasons.Contains(ReasonToDoubt.ServedNonetheless),
    };

    /// <summary>
    /// The doubtful acts of a case, in the order of recording. They follow from what happened, so those of before a second person was
    /// needed are among them.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="history">What happened in it.</param>
    /// <param name="calendars">The calendars in force.</param>
    public static IEnumerable<DoubtfulAct> Of(Guid caseId, IReadOnlyList<HistoryRow> history, CalendarSnapshot calendars)
    {
        ArgumentNullException.ThrowIfNull(history);
        var file = CaseFile.New(caseId);
        (SecondPersonAsked Request, DateOnly AskedOn, string AskedBy, string ConfirmedBy)? confirmed = null;
        for (var index = 0; index < history.Count; index++)
        {
            var row = history[index];
            var on = ChinaTime.DayOf(row.OccurredAt);
            if (row.Event is SecondPersonAgreed agreed)
            {
                var asked = history.First(each => each.Event is SecondPersonAsked request && request.RequestId == agreed.RequestId);
                var askedOn = ChinaTime.DayOf(asked.OccurredAt);
                confirmed = ((SecondPersonAsked)asked.Event, askedOn, asked.ActorName, row.ActorName);
            }

            DoubtfulAct Act(GuardedAct act, IReadOnlyList<ReasonToDoubt> reasons, TextRef? reason)
            {
                var second = confirmed is { } found && found.Request.Act == act ? confirmed : null;
                return new DoubtfulAct(
                    caseId, file.AgencyId, file.RegisterNumber, on, reasons, null, null, null, reason,
                    second?.AskedBy ?? row.ActorName, second?.ConfirmedBy);
            }

            switch (row.Event)
            {
                case RegistrationVoided voided when ReasonsToDoubt.OfVoiding(file, calendars, on) is { Count: > 0 } reasons:
                    yield return Act(GuardedAct.VoidRegistration, reasons, voided.Reason);
                    break;
                case ApplicationWithdrawn withdrawn
                    // It was recorded when it was asked for: the days until it is confirmed make it none of the past.
                    when ReasonsToDoubt.OfWithdrawal(
                        file, calendars, withdrawn.On,
                        confirmed is { Request.Act: GuardedAct.WithdrawApplication } asked ? asked.AskedOn : on) is { Count: > 0 } reasons:
                    yield return Act(GuardedAct.WithdrawApplication, reasons, withdrawn.Reason) with { WithdrawnOn = withdrawn.On };
                    break;
                case DateCorrected corrected when CorrectedWithdrawal(history, corrected) is { } proposal:
                    yield return Act(GuardedAct.WithdrawApplication, [ReasonToDoubt.WithdrawnWithPastDate], proposal.Reason) with
                    {
                        WithdrawnOn = corrected.To,
                        AskedBy = ActorOf(history, proposal),
                        ConfirmedBy = row.ActorName,
                    };
                    break;
                case DocumentWithdrawn revoked when !IsConsequence(history, index)
                    && file.Document(revoked.DocumentId) is var letter
                    && ReasonsToDoubt.OfRevoking(letter) is { Count: > 0 } reasons:
                    yield return Act(GuardedAct.WithdrawDocument, reasons, revoked.Reason) with
                    {
                        DocumentId = letter.Id,
                        Number = letter.Number,
                    };
                    break;
                case ServiceDoubted doubted when StillDoubted(history, doubted) is { Count: > 0 } reasons:
                    var served = file.Document(doubted.DocumentId);
                    yield return new DoubtfulAct(
                        caseId, file.AgencyId, file.RegisterNumber, on, reasons, null, served.Id, served.Number, null, row.ActorName, null)
                    {
                        ServedOn = served.Attempts.Single(attempt => attempt.Id == doubted.AttemptId).ServedOn,
                    };
                    break;
            }

            file.Record(row.Event);
        }
    }

    // A day that a file proves can be checked, whenever the file came.
    private static IReadOnlyList<ReasonToDoubt> StillDoubted(IReadOnlyList<HistoryRow> history, ServiceDoubted doubted) =>
        history.Any(row => row.Event is FileAttached { Kind: AttachmentKind.ProofOfService } file && file.ServiceOf == doubted.AttemptId)
            ? [.. doubted.Reasons.Where(reason => reason != ReasonToDoubt.ServedWithPastDate)]
            : doubted.Reasons;

    // A withdrawal whose day was put back afterwards: the same as one that was recorded so.
    private static DateCorrectionProposed? CorrectedWithdrawal(IReadOnlyList<HistoryRow> history, DateCorrected corrected) =>
        history.FirstOrDefault(row => row.Sequence == corrected.Sequence) is { Event: ApplicationWithdrawn } withdrawn
        && corrected.To < ChinaTime.DayOf(withdrawn.OccurredAt)
            ? history.Select(row => row.Event).OfType<DateCorrectionProposed>()
                .First(proposed => proposed.CorrectionId == corrected.CorrectionId)
            : null;

    private static string ActorOf(IReadOnlyList<HistoryRow> history, CaseEvent caseEvent) =>
        history.First(row => ReferenceEquals(row.Event, caseEvent)).ActorName;

    // A letter that what came in overtook was not revoked by anybody: the correction, the payment or the withdrawal follows at once.
    private static bool IsConsequence(IReadOnlyList<HistoryRow> history, int index)
    {
        var next = history.Skip(index + 1).FirstOrDefault(row => row.Event is not DocumentWithdrawn);
        return next is not null && next.OccurredAt == history[index].OccurredAt
            && next.Event is CaseFiles.Events.CorrectionReceived or CaseFiles.Events.FeePaid or ApplicationWithdrawn;
    }
}
