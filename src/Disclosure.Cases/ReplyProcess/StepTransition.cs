using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.ReplyProcess;

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
/// <param name="Opens">For answers: the text that it allows. For drafting: the texts that may be drafted in this stage
/// whatever was answered.</param>
/// <param name="Guard">The condition, or null.</param>
public sealed record StepTransition(
    CaseStage From,
    CaseAction Action,
    StepAnswer? Answer,
    IReadOnlyList<CaseStage> To,
    Role Who,
    IReadOnlyList<string> Opens,
    Guard? Guard);
