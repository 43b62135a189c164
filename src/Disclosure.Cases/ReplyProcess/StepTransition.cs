using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Who looks at a case, and on which day.</summary>
/// <param name="Actor">The person.</param>
/// <param name="Today">The day in China.</param>
/// <param name="Calendar">The working days of the case's agency.</param>
public sealed record Moment(Actor Actor, DateOnly Today, WorkingDayCalendar Calendar);

/// <summary>What must hold beside the stage and the role.</summary>
/// <param name="Name">The guard's name, for the diagram and for readers.</param>
/// <param name="Check">Gives the reason why not, or null.</param>
public sealed record Guard(string Name, Func<CaseFile, Moment, Refusal?> Check);

/// <summary>One row of the process: from where, what is done, where it leads, who may, on which condition.</summary>
/// <param name="From">The stage in which it is possible.</param>
/// <param name="Action">What is done.</param>
/// <param name="Answer">For <see cref="CaseAction.AnswerStep"/>: the answer.</param>
/// <param name="To">The stages that may follow; which of them follows from the events.</param>
/// <param name="Who">The roles, any of which suffices.</param>
/// <param name="Opens">For answers: the text that it allows. For drafting: the texts that may be drafted in this stage whatever was answered.</param>
/// <param name="Guard">The condition, or null.</param>
public sealed record StepTransition(
    CaseStage From,
    CaseAction Action,
    StepAnswer? Answer,
    IReadOnlyList<CaseStage> To,
    Role Who,
    IReadOnlyList<string> Opens,
    Guard? Guard);

/// <summary>An answer to one of the five questions and what it leads to.</summary>
/// <param name="Step">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="NextStep">The question that follows; null when the same stays open until a letter was served.</param>
/// <param name="Opens">The text that the answer allows, or null.</param>
/// <param name="Variant">The text's variant, where the answer settles it.</param>
/// <param name="Settles">Whether the text is the outcome of the item (a reply or a closing notice).</param>
public sealed record AnswerTransition(ReplyStep Step, StepAnswer Answer, ReplyStep? NextStep, string? Opens = null, string? Variant = null, bool Settles = false);
