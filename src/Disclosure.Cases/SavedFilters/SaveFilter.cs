using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.SavedFilters;

/// <summary>保存筛选: keeps a filter of the queue under a name, for the user alone.</summary>
/// <param name="Name">At most 12 characters, so that it fits on a pill; unique among the user's own.</param>
/// <param name="Query">The choice as the queue's address says it.</param>
public sealed record SaveFilter(string Name, string Query) : ICommand<Guid>
{
    /// <summary>How many filters a user may keep: more would not fit above the queue.</summary>
    public const int Most = 8;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 12;

    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class SaveFilterRules : AbstractValidator<SaveFilter>
{
    private const int LongestQuery = 2000;

    public SaveFilterRules()
    {
        RuleFor(command => command.Name).IsLine(SaveFilter.LongestName);
        RuleFor(command => command.Query).Must(query => query.Length > 0).Refuse("filter.nothingChosen").IsOptionalLine(LongestQuery);
    }
}

internal sealed class SaveFilterHandler(ISavedFilters filters, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<SaveFilter, Guid>
{
    public async Task<Result<Guid>> Handle(SaveFilter request, CancellationToken cancellationToken)
    {
        var filter = new SavedFilter(ids.Next(), request.Name.Trim(), request.Query);
        var outcome = await filters.Add(actor.Value.Id, filter, time.GetUtcNow(), SaveFilter.Most, cancellationToken);
        return outcome.Refused() is { } refusal ? refusal : filter.Id;
    }
}
