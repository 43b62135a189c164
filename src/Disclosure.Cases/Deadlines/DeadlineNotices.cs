using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Deadlines;

/// <summary>Notices to officers that the calendar moved deadlines of their cases; each stands until it was seen.</summary>
public interface IDeadlineNotices
{
    /// <summary>Puts a notice to the case's officer on record, in the transaction under way.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sequence">The event that says what moved.</param>
    /// <param name="raisedAt">When, UTC.</param>
    Task Add(Guid caseId, int sequence, DateTimeOffset raisedAt, CancellationToken cancellation);

    /// <summary>The case's officer has seen the notice; nothing happens for anybody else, or a second time.</summary>
    Task MarkSeen(Guid caseId, int sequence, Guid officerId, DateTimeOffset seenAt, CancellationToken cancellation);
}

/// <summary>已阅: the officer has seen that deadlines of a case moved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">The event that says what moved.</param>
public sealed record SeeDeadlineNotice(Guid CaseId, int Sequence) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class SeeDeadlineNoticeHandler(IDeadlineNotices notices, CurrentActor actor, TimeProvider time)
    : ICommandHandler<SeeDeadlineNotice, Unit>
{
    public async Task<Result<Unit>> Handle(SeeDeadlineNotice request, CancellationToken cancellationToken)
    {
        await notices.MarkSeen(request.CaseId, request.Sequence, actor.Value.Id, time.GetUtcNow(), cancellationToken);
        return new Unit();
    }
}
