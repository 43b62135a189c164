namespace Disclosure.Cases.Registration;

/// <summary>
/// A registration that somebody began and has yet to finish, as it was typed. It holds personal data: it is its owner's
/// alone, never part of an event, and gone once it is registered, discarded, or left alone for <see cref="KeptFor"/>.
/// </summary>
/// <param name="KeptAt">When it was kept last.</param>
/// <param name="Content">What was typed, in the page's own form.</param>
public sealed record RegistrationDraft(Guid Id, Guid OwnerId, DateTimeOffset KeptAt, string Content)
{
    /// <summary>How long it is kept after it was touched last.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);
}

/// <summary>The store of drafts. Nobody's is found, changed or deleted for anybody but its owner.</summary>
public interface IRegistrationDrafts
{
    /// <summary>Keeps a new one, in the transaction under way, unless its owner has too many.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="most">How many the owner may have, this one included.</param>
    /// <returns>Whether it was kept.</returns>
    Task<bool> Add(RegistrationDraft draft, int most, CancellationToken cancellation);

    /// <summary>Keeps what was typed since; false where the owner has no such draft any more.</summary>
    Task<bool> Change(RegistrationDraft draft, CancellationToken cancellation);

    /// <summary>One of the owner's, or null.</summary>
    Task<RegistrationDraft?> Find(Guid id, Guid ownerId, CancellationToken cancellation);

    /// <summary>All of the owner's, the last touched first.</summary>
    Task<IReadOnlyList<RegistrationDraft>> Of(Guid ownerId, CancellationToken cancellation);

    /// <summary>Deletes one of the owner's, if it is there.</summary>
    Task Delete(Guid id, Guid ownerId, CancellationToken cancellation);

    /// <summary>Deletes those that were touched last on or before an instant; how many.</summary>
    Task<int> DeleteKeptUntil(DateTimeOffset instant, CancellationToken cancellation);
}
