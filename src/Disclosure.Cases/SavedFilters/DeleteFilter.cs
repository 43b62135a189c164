using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SavedFilters;

/// <summary>Throws one of the user's own filters away.</summary>
/// <param name="FilterId">The filter.</param>
public sealed record DeleteFilter(Guid FilterId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class DeleteFilterHandler(ISavedFilters filters, CurrentActor actor) : ICommandHandler<DeleteFilter, Unit>
{
    public async Task<Result<Unit>> Handle(DeleteFilter request, CancellationToken cancellationToken) =>
        await filters.Delete(actor.Value.Id, request.FilterId, cancellationToken) ? new Unit() : FilterKeeping.NotFound.Refused()!;
}
