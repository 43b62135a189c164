using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SavedFilters;

/// <summary>Throws one of the user's own filters away.</summary>
/// <param name="FilterId">The filter.</param>
public sealed record DeleteFilter(Guid FilterId) : ICommand<Done>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class DeleteFilterHandler(ISavedFilters filters, CurrentActor actor) : ICommandHandler<DeleteFilter, Done>
{
    public async Task<Result<Done>> Handle(DeleteFilter request, CancellationToken cancellationToken) =>
        await filters.Delete(actor.Value.Id, request.FilterId) ? new Done() : FilterKeeping.NotFound.Refused()!;
}
