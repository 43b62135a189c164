namespace Disclosure.Cases.SavedFilters;

/// <summary>A filter of the queue that somebody keeps under a name.</summary>
/// <param name="Query">The choice as the queue's address says it, without the question mark.</param>
public sealed record SavedFilter(Guid Id, string Name, string Query);

/// <summary>What became of keeping a filter.</summary>
public enum FilterKeeping
{
    /// <summary>It is kept.</summary>
    Kept,

    /// <summary>Another one of the user has that name; width, case and blanks make no difference.</summary>
    NameTaken,

    /// <summary>The user has as many as one may.</summary>
    TooMany,

    /// <summary>The user has no such filter.</summary>
    NotFound,
}

/// <summary>The filters that users keep; each is its owner's alone.</summary>
public interface ISavedFilters
{
    /// <summary>A user's filters, oldest first.</summary>
    Task<IReadOnlyList<SavedFilter>> Of(Guid userId, CancellationToken cancellation);

    /// <summary>Keeps one more.</summary>
    /// <param name="most">How many a user may have.</param>
    Task<FilterKeeping> Add(Guid userId, SavedFilter filter, DateTimeOffset savedAt, int most, CancellationToken cancellation);

    /// <summary>Gives one another name.</summary>
    Task<FilterKeeping> Rename(Guid userId, Guid filterId, string name, CancellationToken cancellation);

    /// <summary>Throws one away; false when the user has no such filter.</summary>
    Task<bool> Delete(Guid userId, Guid filterId, CancellationToken cancellation);
}
