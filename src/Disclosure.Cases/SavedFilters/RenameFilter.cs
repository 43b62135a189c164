using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.SavedFilters;

/// <summary>Gives one of the user's own filters another name.</summary>
/// <param name="FilterId">The filter.</param>
/// <param name="Name">As for <see cref="SaveFilter"/>.</param>
public sealed record RenameFilter(Guid FilterId, string Name) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class RenameFilterRules : AbstractValidator<RenameFilter>
{
    public RenameFilterRules() => RuleFor(command => command.Name).IsLine(SaveFilter.LongestName);
}

internal sealed class RenameFilterHandler(ISavedFilters filters, CurrentActor actor) : ICommandHandler<RenameFilter, Unit>
{
    public async Task<Result<Unit>> Handle(RenameFilter request, CancellationToken cancellationToken) =>
        (await filters.Rename(actor.Value.Id, request.FilterId, request.Name.Trim(), cancellationToken)).Refused() is { } refusal
            ? refusal
            : new Unit();
}
