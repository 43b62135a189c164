using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Registration;

/// <summary>Deletes the drafts that were left alone for <see cref="RegistrationDraft.KeptFor"/>; yields how many.</summary>
public sealed record DeleteOldDrafts : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class DeleteOldDraftsHandler(IRegistrationDrafts drafts, TimeProvider time) : ICommandHandler<DeleteOldDrafts, int>
{
    public async Task<Result<int>> Handle(DeleteOldDrafts request, CancellationToken cancellationToken) =>
        await drafts.DeleteKeptUntil(time.GetUtcNow() - RegistrationDraft.KeptFor, cancellationToken);
}
