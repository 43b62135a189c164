using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Reporting;

/// <summary>What lies open now.</summary>
public interface IOpenCases
{
    /// <summary>Every open case, the earliest due first, then those without a due date, by day of receipt.</summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    Task<IReadOnlyList<OpenCase>> Of(Guid? agencyId, CancellationToken cancellation);
}

/// <summary>
/// A case that is neither answered, withdrawn, archived nor voided, as a manager looks at it. All figures about open cases
/// are counts of these, so that a figure and the list behind it cannot disagree.
/// </summary>
/// <param name="ArrivedOn">When the application arrived.</param>
/// <param name="ReceivedOn">收到申请之日; null until receipt is confirmed.</param>
/// <param name="ReplyDueOn">The last day for the reply; null while the clock stands or has not begun.</param>
/// <param name="NoticeDueOn">The last day for a correction notice, while one may still be called for; else null.</param>
/// <param name="HasOpenInquiry">Whether the agency owes an answer to the district's supervision.</param>
public sealed record OpenCase(
    Guid CaseId,
    Guid AgencyId,
    string AgencyName,
    string RegisterNumber,
    Guid OfficerId,
    string OfficerName,
    CaseStage Stage,
    DateOnly ArrivedOn,
    DateOnly? ReceivedOn,
    DateOnly? ReplyDueOn,
    DateOnly? NoticeDueOn,
    bool ClockStands,
    bool IsConsulting,
    bool AwaitsApproval,
    bool AwaitsService,
    bool HasOpenInquiry)
{
    /// <summary>Where the case lies: each is in one place, the one where it has to move on.</summary>
    public Whereabouts Whereabouts => this switch
    {
        { AwaitsApproval: true } => Whereabouts.Approval,
        { AwaitsService: true } => Whereabouts.Service,
        { IsConsulting: true } => Whereabouts.Opinions,
        { Stage: CaseStage.AwaitingConfirmation } => Whereabouts.Confirmation,
        { Stage: CaseStage.AwaitingCorrection or CaseStage.AwaitingExplanation or CaseStage.AwaitingPayment } => Whereabouts.Applicant,
        { Stage: CaseStage.Completeness } => Whereabouts.Completeness,
        { Stage: CaseStage.Competence } => Whereabouts.Competence,
        { Stage: CaseStage.Existence } => Whereabouts.Existence,
        { Stage: CaseStage.Disclosure } => Whereabouts.Disclosure,
        _ => Whereabouts.Propriety,
    };

    /// <summary>How old the case is: working days after the day of receipt, today counted.</summary>
    /// <param name="today">The day in China.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public AgeBand AgeOn(DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return (ReceivedOn, ClockStands) switch
        {
            (null, _) => AgeBand.Unconfirmed,
            (_, true) => AgeBand.ClockStands,
            ({ } receivedOn, _) => calendar.WorkingDaysBetween(receivedOn, today) switch
            {
                <= 5 => AgeBand.UpTo5,
                <= 10 => AgeBand.UpTo10,
                <= 15 => AgeBand.UpTo15,
                <= 20 => AgeBand.UpTo20,
                _ => AgeBand.Over20,
            },
        };
    }

    /// <summary>Why the case is late or about to be, what weighs most first; none where it is neither.</summary>
    /// <param name="today">The day in China.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public IEnumerable<Danger> DangersOn(DateOnly today, WorkingDayCalendar calendar) =>
        Endangerment.Dangers(ReplyDueOn, NoticeDueOn, ReceivedOn is null ? ArrivedOn : null, today, calendar);

    /// <summary>Whether it counts in a figure on a day.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="today">The day in China.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public bool CountsAs(OpenFigure figure, DateOnly today, WorkingDayCalendar calendar) => figure switch
    {
        OpenFigure.Open => true,
        OpenFigure.Overdue => ReplyDueOn < today,
        OpenFigure.DueSoon => ReplyDueOn >= today && calendar.WorkingDaysLeft(ReplyDueOn.Value, today) <= Endangerment.From,
        OpenFigure.Endangered => DangersOn(today, calendar).Any(),
    };
}

/// <summary>A figure about the cases that are open now.</summary>
public enum OpenFigure
{
    /// <summary>在办.</summary>
    Open,

    /// <summary>逾期未答复: the last day for the reply has passed.</summary>
    Overdue,

    /// <summary>三个工作日内到期: not overdue, and due within <see cref="Endangerment.From"/> working days.</summary>
    DueSoon,

    /// <summary>需要过问: late or about to be, whatever it is that the law asks.</summary>
    Endangered,
}

/// <summary>How many working days ago an open case was received.</summary>
public enum AgeBand
{
    /// <summary>0–5.</summary>
    UpTo5,

    /// <summary>6–10.</summary>
    UpTo10,

    /// <summary>11–15.</summary>
    UpTo15,

    /// <summary>16–20.</summary>
    UpTo20,

    /// <summary>More than 20: extended, consulted on, begun anew, or late.</summary>
    Over20,

    /// <summary>停计: a correction or payment is waited for.</summary>
    ClockStands,

    /// <summary>待确认: not received yet (art. 31).</summary>
    Unconfirmed,
}

/// <summary>Where an open case lies: with one of the five questions, or with somebody who has to act first.</summary>
public enum Whereabouts
{
    /// <summary>待确认: receipt is to be confirmed with the applicant.</summary>
    Confirmation,

    /// <summary>补不补.</summary>
    Completeness,

    /// <summary>该不该.</summary>
    Competence,

    /// <summary>有没有.</summary>
    Existence,

    /// <summary>给不给.</summary>
    Disclosure,

    /// <summary>当不当: the reply is being drafted.</summary>
    Propriety,

    /// <summary>等申请人: a correction, an explanation or a payment.</summary>
    Applicant,

    /// <summary>征求意见: of a third party or another organ.</summary>
    Opinions,

    /// <summary>待审签: a document waits for its approval.</summary>
    Approval,

    /// <summary>待送达: a document is approved and not served.</summary>
    Service,
}
