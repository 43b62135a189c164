namespace Disclosure.Cases.SignIns;

/// <summary>An attempt that has been counted as wrong.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Browser">The browser whose count it is; empty: that of all in which the account has not signed in yet.</param>
/// <param name="Failures">The count with it.</param>
/// <param name="At">When.</param>
public sealed record CountedAttempt(Guid UserId, string Browser, int Failures, DateTimeOffset At);

/// <summary>
/// Keeps count of wrong passwords and codes in a row, for each account, on all hosts together. A browser in which the account signed in
/// before has a count of its own: whoever guesses elsewhere keeps nobody out of the own computer.
/// </summary>
public interface ISignInLocks
{
    /// <summary>Counts an attempt as wrong until it proves right, so that many at once are not one too many.</summary>
    /// <param name="userId">The account; <see cref="ISignIns.Nobody"/> where there is none, so that both cost the same.</param>
    /// <param name="browser">What the browser says of itself; null: nothing.</param>
    /// <param name="cancellation">The attempt counts only when it has been written.</param>
    /// <returns>The attempt, to say later what it was; null: the account is locked, and nothing is to be looked at.</returns>
    Task<CountedAttempt?> Begin(Guid userId, string? browser, CancellationToken cancellation);

    /// <summary>The attempt was right: the count begins anew, and the browser is known from now on.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="browser">What the browser will say of itself from now on.</param>
    /// <param name="cancellation">As above.</param>
    Task Succeed(CountedAttempt attempt, string browser, CancellationToken cancellation);

    /// <summary>
    /// The attempt was right but nobody is signed in by it: the count is as before, unless others were counted meanwhile.
    /// </summary>
    Task TakeBack(CountedAttempt attempt, CancellationToken cancellation);

    /// <summary>Whether the account signed in in that browser before.</summary>
    Task<bool> Knows(Guid userId, string browser, CancellationToken cancellation);

    /// <summary>Until when the account is locked, the longest of its locks; null: it is not.</summary>
    Task<DateTimeOffset?> LockedUntil(Guid userId, CancellationToken cancellation);

    /// <summary>Ends all locks of the account.</summary>
    Task Unlock(Guid userId, CancellationToken cancellation);

    /// <summary>Deletes the counts that nobody touched since.</summary>
    Task<int> DeleteUnusedSince(DateTimeOffset instant, CancellationToken cancellation);
}
