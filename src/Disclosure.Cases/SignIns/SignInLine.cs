using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.SignIns;

/// <summary>What became of an attempt to sign in, or how a session was ended by its user.</summary>
[StoredName("SignInOutcome")]
public enum SignInOutcome
{
    /// <summary>Name and password were right, and the code where there is a second factor.</summary>
    [StoredName("SignedIn")]
    SignedIn,

    /// <summary>There is such an account, and the password was wrong.</summary>
    [StoredName("WrongPassword")]
    WrongPassword,

    /// <summary>The provider of single sign-on said who it is.</summary>
    [StoredName("SignedInByProvider")]
    SignedInByProvider,

    /// <summary>Name and password were right, and a code was asked for.</summary>
    [StoredName("CodeAsked")]
    CodeAsked,

    /// <summary>The code was none of the user's.</summary>
    [StoredName("WrongCode")]
    WrongCode,

    /// <summary>The code had been used before.</summary>
    [StoredName("UsedCode")]
    UsedCode,

    /// <summary>Too many wrong passwords or codes came before; whether this one was right was not looked at.</summary>
    [StoredName("Locked")]
    Locked,

    /// <summary>The account may no longer sign in.</summary>
    [StoredName("Deactivated")]
    Deactivated,

    /// <summary>No account has the name.</summary>
    [StoredName("UnknownName")]
    UnknownName,

    /// <summary>The user signed out.</summary>
    [StoredName("SignedOut")]
    SignedOut,

    /// <summary>The user ended all of the own sessions.</summary>
    [StoredName("SignedOutEverywhere")]
    SignedOutEverywhere,
}

/// <summary>A line of the record of sign-ins.</summary>
/// <param name="Id">The line.</param>
/// <param name="UserId">Whose account; <see cref="ISignIns.Nobody"/> where no account has the name.</param>
/// <param name="Address">From where; <see cref="ISignIns.OtherAddresses"/> for what an hour had too many of.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="FirstAt">When, UTC; of several failures the first.</param>
/// <param name="LastAt">When the last of them came.</param>
/// <param name="Times">How many there were within the hour.</param>
/// <param name="UserName">The user's name on that day; null in lines of before it was written down.</param>
/// <param name="NameToday">The user's name today; null where there is no account.</param>
/// <param name="SignInName">The name typed at sign-in, which stays; null where there is no account.</param>
public sealed record SignInLine(
    Guid Id, Guid UserId, string Address, SignInOutcome Outcome, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times,
    string? UserName, string? NameToday, string? SignInName)
{
    /// <summary>The user's name as the record shows it; null where there is no account.</summary>
    public RecordedName? Name => RecordedName.Of(UserName, NameToday);
}

/// <summary>Which lines are looked for; null: all.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Name">A part of the name, or of the sign-in name, of whose account it is.</param>
/// <param name="Outcome">Of this outcome.</param>
/// <param name="Address">From this address.</param>
/// <param name="UserId">Of this account.</param>
public sealed record SignInFilter(
    DateTimeOffset From, DateTimeOffset Until, string? Name = null, SignInOutcome? Outcome = null, string? Address = null,
    Guid? UserId = null);

/// <summary>
/// The record of sign-ins. Every success is a line of its own. Failures of one account from one address are counted in a line an
/// hour, and the addresses of an hour beyond <see cref="MostAddresses"/> in one together, so that nobody fills the disk by failing.
/// </summary>
public interface ISignIns
{
    /// <summary>Stands for the account where no account has the name: a name that nobody has may be a password typed too early.</summary>
    static Guid Nobody => Guid.Empty;

    /// <summary>Stands for the address of failures beyond <see cref="MostAddresses"/>.</summary>
    const string OtherAddresses = "*";

    /// <summary>From how many addresses the failures of an account within an hour have lines of their own.</summary>
    const int MostAddresses = 50;

    /// <summary>Writes down what happens now.</summary>
    Task Add(Guid userId, string address, SignInOutcome outcome, CancellationToken cancellation);

    /// <summary>The lines that fit, the newest first.</summary>
    Task<IReadOnlyList<SignInLine>> Find(SignInFilter filter, int skip, int take, CancellationToken cancellation);

    /// <summary>How many lines fit.</summary>
    Task<int> Count(SignInFilter filter, CancellationToken cancellation);

    /// <summary>The user's last sign-ins, the newest first.</summary>
    Task<IReadOnlyList<SignInLine>> Latest(Guid userId, int most, CancellationToken cancellation);

    /// <summary>How often it failed with the user's account since an instant.</summary>
    Task<int> FailuresSince(Guid userId, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Deletes what is older, at most so many lines.</summary>
    Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation);
}
