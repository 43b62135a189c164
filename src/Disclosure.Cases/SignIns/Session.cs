namespace Disclosure.Cases.SignIns;

/// <summary>Why a session was ended before its time.</summary>
[StoredName("SessionEnd")]
public enum SessionEnd
{
    /// <summary>The user signed out.</summary>
    [StoredName("SignedOut")]
    SignedOut,

    /// <summary>The user ended it from another one.</summary>
    [StoredName("FromAnotherSession")]
    FromAnotherSession,

    /// <summary>The user ended all of the own ones.</summary>
    [StoredName("SignedOutEverywhere")]
    SignedOutEverywhere,

    /// <summary>An administrator ended it.</summary>
    [StoredName("ByAdministrator")]
    ByAdministrator,

    /// <summary>The password was changed.</summary>
    [StoredName("PasswordChanged")]
    PasswordChanged,

    /// <summary>A second factor was set up, given up or taken away.</summary>
    [StoredName("SecondFactorChanged")]
    SecondFactorChanged,

    /// <summary>The user was given other roles or another agency, or may no longer sign in.</summary>
    [StoredName("AccountChanged")]
    AccountChanged,
}

/// <summary>That somebody is signed in, or was.</summary>
/// <param name="Id">A hash of what the cookie says; whoever knows it is not signed in by that.</param>
/// <param name="UserId">Who.</param>
/// <param name="BegunAt">Since when, UTC.</param>
/// <param name="SeenAt">When the user was last active, to the minute.</param>
/// <param name="Address">From where.</param>
/// <param name="Browser">Browser and system, such as <c>Firefox / Windows</c>; empty where they are unknown.</param>
/// <param name="EndedAt">When it was ended; null: it was not, though its time may be over.</param>
/// <param name="EndedWhy">Why.</param>
public sealed record Session(
    string Id, Guid UserId, DateTimeOffset BegunAt, DateTimeOffset SeenAt, string Address, string Browser,
    DateTimeOffset? EndedAt = null, SessionEnd? EndedWhy = null);

/// <summary>The sessions, on all hosts together.</summary>
public interface ISessions
{
    /// <summary>Begins one.</summary>
    Task Begin(Session session, CancellationToken cancellation);

    /// <summary>The session, or null.</summary>
    Task<Session?> Find(string id, CancellationToken cancellation);

    /// <summary>A user's sessions, the newest first.</summary>
    Task<IReadOnlyList<Session>> Of(Guid userId, int most, CancellationToken cancellation);

    /// <summary>Notes that the user is active now.</summary>
    Task Seen(string id, CancellationToken cancellation);

    /// <summary>Ends a session; one that has ended stays as it is.</summary>
    Task End(string id, SessionEnd why, CancellationToken cancellation);

    /// <summary>Ends all sessions of a user, and makes cookies worthless that carry the stamp so far.</summary>
    Task EndAll(Guid userId, SessionEnd why, CancellationToken cancellation);

    /// <summary>Deletes those that began before, at most so many.</summary>
    Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation);
}
