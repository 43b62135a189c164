using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Registration;

/// <summary>删除草稿: deletes a draft of one's own. That it is gone already is no failure.</summary>
public sealed record DiscardDraft(Guid DraftId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk;
}

internal sealed class DiscardDraftHandler(IRegistrationDrafts drafts, CurrentActor actor) : ICommandHandler<DiscardDraft, Unit>
{
    public async Task<Result<Unit>> Handle(DiscardDraft request, CancellationToken cancellationToken)
    {
        await drafts.Delete(request.DraftId, actor.Value.Id, cancellationToken);
        return new Unit();
    }
}
