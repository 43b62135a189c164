using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>存为草稿: keeps a registration as it was typed, whatever is still wrong with it.</summary>
/// <param name="DraftId">The draft that it goes on with; null for a new one.</param>
/// <param name="Content">What was typed.</param>
public sealed record KeepDraft(Guid? DraftId, [property: NotPrinted] string Content) : ICommand<Guid>
{
    /// <summary>How many drafts somebody may have.</summary>
    public const int MostDrafts = 20;

    /// <summary>The longest draft, in UTF-16 code units.</summary>
    public const int LongestContent = 500_000;

    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk;
}

internal sealed class KeepDraftRules : AbstractValidator<KeepDraft>
{
    public KeepDraftRules() => RuleFor(command => command.Content)
        .Must(content => content.Length <= KeepDraft.LongestContent).Refuse("draft.tooLong", KeepDraft.LongestContent);
}

internal sealed class KeepDraftHandler(IRegistrationDrafts drafts, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<KeepDraft, Guid>
{
    public async Task<Result<Guid>> Handle(KeepDraft request, CancellationToken cancellationToken)
    {
        var draft = new RegistrationDraft(request.DraftId ?? ids.Next(), actor.Value.Id, time.GetUtcNow(), request.Content);
        if (request.DraftId is null)
        {
            return await drafts.Add(draft, KeepDraft.MostDrafts, cancellationToken)
                ? draft.Id
                : new Refusal("draft.tooMany", KeepDraft.MostDrafts);
        }

        return await drafts.Change(draft, cancellationToken) ? draft.Id : new Refusal("draft.gone");
    }
}
