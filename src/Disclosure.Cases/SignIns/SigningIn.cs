using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Signs somebody in by name and password, locks after too many wrong ones, and puts on record what became of it. Why it failed is
/// for the record alone: whoever tries learns the same of every name, and in the same time.
/// </summary>
public sealed class SigningIn(IUsers users, ISignIns signIns, ISignInLocks locks, IUnitOfWork work)
{
    /// <summary>The user, when name and password are right, the user is active and not locked; else null.</summary>
    /// <param name="attempt">What was sent.</param>
    /// <param name="cancellation">An attempt is to be carried out to the end: else whoever goes away would not be counted.</param>
    public async Task<User?> Try(SignInAttempt attempt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var account = await users.FindBySignInName(attempt.SignInName, cancellation);
        var id = account?.Id ?? ISignIns.Nobody;
        var isOpen = await locks.Begin(id, attempt.Browser, cancellation);

        // Looked at even where it does not count: a faster answer would tell that there is such an account.
        var user = await users.SignIn(attempt.SignInName, attempt.Password, cancellation);
        var outcome = OutcomeOf(account, user, isOpen);
        return await work.Run(
            async () =>
            {
                if (outcome == SignInOutcome.SignedIn)
                {
                    await locks.Succeed(id, attempt.Browser, attempt.NextBrowser, cancellation);
                }

                await signIns.Add(id, attempt.Address, outcome, cancellation);
                return outcome == SignInOutcome.SignedIn ? user : null;
            },
            _ => true,
            cancellation);
    }

    /// <summary>Whether the account of that name signed in in that browser before.</summary>
    public async Task<bool> Knows(string signInName, string? browser, CancellationToken cancellation) =>
        browser is not null
        && await users.FindBySignInName(signInName, cancellation) is { } account
        && await locks.Knows(account.Id, browser, cancellation);

    private static SignInOutcome OutcomeOf(User? account, User? user, bool isOpen) =>
        account is null ? SignInOutcome.UnknownName
        : !account.IsActive ? SignInOutcome.Deactivated
        : !isOpen ? SignInOutcome.Locked
        : user is null ? SignInOutcome.WrongPassword
        : SignInOutcome.SignedIn;
}

/// <summary>An attempt to sign in.</summary>
/// <param name="SignInName">The name as typed.</param>
/// <param name="Password">The password as typed.</param>
/// <param name="Address">From where it was sent.</param>
/// <param name="Browser">What the browser says of itself; null: nothing.</param>
/// <param name="NextBrowser">What it will say once it signed in.</param>
public sealed record SignInAttempt(string SignInName, string Password, string Address, string? Browser, string NextBrowser)
{
    /// <summary>Neither name nor password: the one may be the other.</summary>
    public override string ToString() => $"{nameof(SignInAttempt)} from {Address}";
}
