using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Something that is done with one case.</summary>
/// <typeparam name="T">What it yields.</typeparam>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version that the person saw; if it has changed since, the command is refused as a conflict.</param>
/// <param name="Action">The action; <see cref="StepTransitions"/> says whether it is possible, and by whom.</param>
public abstract record CaseCommand<T>(Guid CaseId, int Version, CaseAction Action) : ICommand<T>
{
    /// <inheritdoc/>
    public Role AllowedTo => StepTransitions.IsSupervision(Action) ? Role.Manager : Role.Clerk | Role.Reviewer | Role.System | Role.Portal;

    /// <summary>Which answer, where a question is answered.</summary>
    public virtual StepAnswer? StepAnswer => null;
}
