namespace Disclosure.Cases.SignIns;

/// <summary>
/// Keeps count of wrong passwords in a row, for each account, on all hosts together. A browser in which the account signed in
/// before has a count of its own: whoever guesses elsewhere keeps nobody out of the own computer.
/// </summary>
public interface ISignInLocks
{
    /// <summary>Counts an attempt as wrong until it proves right, so that many at once are not one too many.</summary>
    /// <param name="userId">The account; <see cref="ISignIns.Nobody"/> where there is none, so that both cost the same.</param>
    /// <param name="browser">What the browser says of itself; null: nothing.</param>
    /// <param name="cancellation">The attempt counts only when it has been written.</param>
    /// <returns>Whether the password is to be looked at.</returns>
    Task<bool> Begin(Guid userId, string? browser, CancellationToken cancellation);

    /// <summary>The attempt was right: the count begins anew, and the browser is known from now on.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="before">What the browser said of itself.</param>
    /// <param name="browser">What it will say from now on.</param>
    /// <param name="cancellation">As above.</param>
    Task Succeed(Guid userId, string? before, string browser, CancellationToken cancellation);

    /// <summary>Whether the account signed in in that browser before.</summary>
    Task<bool> Knows(Guid userId, string browser, CancellationToken cancellation);

    /// <summary>Until when the account is locked, the longest of its locks; null: it is not.</summary>
    Task<DateTimeOffset?> LockedUntil(Guid userId, CancellationToken cancellation);

    /// <summary>Ends all locks of the account.</summary>
    Task Unlock(Guid userId, CancellationToken cancellation);

    /// <summary>Deletes the counts that nobody touched since.</summary>
    Task<int> DeleteUnusedSince(DateTimeOffset instant, CancellationToken cancellation);
}
