using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Which cases the reader of the queue has chosen, as the page's address says it.</summary>
/// <param name="Stage">Null for all open cases, <see cref="All"/>, <see cref="Inquiry"/> for those with an open one, or the name of a group of stages.</param>
/// <param name="Q">What is searched for.</param>
/// <param name="Mine">Only the reader's own.</param>
/// <param name="Due"><c>late</c>, <c>soon</c>, or null.</param>
internal sealed record QueueChoice(string? Stage, string? Q, bool Mine, string? Due)
{
    public const string All = "all";
    public const string Confirm = "confirm";
    public const string Waiting = "waiting";
    public const string Ended = "ended";
    public const string Inquiry = "inquiry";

    public static readonly IReadOnlyList<CaseStage> EndedStages = [CaseStage.Answered, CaseStage.Withdrawn, CaseStage.Archived];

    /// <summary>The stages of a group; null where the name is none.</summary>
    public static IReadOnlyList<CaseStage>? StagesOf(string? group) => group switch
    {
        // An answer to the supervision is owed in whatever stage the case is.
        All or Inquiry => Enum.GetValues<CaseStage>(),
        Confirm => [CaseStage.AwaitingConfirmation],
        Waiting => [CaseStage.AwaitingCorrection, CaseStage.AwaitingExplanation, CaseStage.AwaitingPayment],
        Ended => EndedStages,
        not null when Enum.TryParse<ReplyStep>(group, out var step) && Enum.IsDefined(step) => [StepTransitions.StageOf(step)],
        _ => null,
    };

    /// <summary>The choice as a filter.</summary>
    public QueueFilter Filter(Guid? agency, Actor reader, DateOnly today, WorkingDayCalendar calendar) => new(
        agency,
        Mine ? reader.Id : null,
        StagesOf(Stage),
        string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
        Due switch { "late" => today.AddDays(-1), "soon" => calendar.AddWorkingDays(today, Endangerment.From), _ => null },
        HasOpenInquiry: Stage == Inquiry);

    /// <summary>The same choice for letters: they are sent in ended cases too, e.g. a closing notice after a withdrawal.</summary>
    public QueueFilter FilterOfLetters(Actor reader, DateOnly today, WorkingDayCalendar calendar) =>
        (this with { Stage = Stage ?? All }).Filter(reader.AgencyId, reader, today, calendar);
}
