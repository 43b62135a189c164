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
        var counted = await locks.Begin(id, attempt.From.Browser, cancellation);

        // Looked at even where it does not count: a faster answer would tell that there is such an account.
        var isRight = await users.IsPassword(account, attempt.Password, cancellation);
        var outcome = account is null ? SignInOutcome.UnknownName
            : !account.IsActive ? SignInOutcome.Deactivated
            : counted is null ? SignInOutcome.Locked
            : !isRight ? SignInOutcome.WrongPassword
            : SignInOutcome.SignedIn;
        return await work.Run(
            async () =>
            {
                if (outcome == SignInOutcome.SignedIn)
                {
                    await locks.Succeed(counted!, attempt.From.NextBrowser, cancellation);
                }

                await signIns.Add(id, attempt.From.Address, outcome, cancellation);
                return outcome == SignInOutcome.SignedIn ? account : null;
            },
            _ => true,
            cancellation);
    }

    /// <summary>
    /// Whether somebody who is signed in shows by the password to be that person. A wrong one counts as at the sign-in: whoever comes
    /// by an open session guesses no further than whoever has none.
    /// </summary>
    /// <returns>Null, or why not.</returns>
    public async Task<Refusal?> Confirm(User user, string password, SignInPlace from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(from);
        var counted = await locks.Begin(user.Id, from.Browser, cancellation);
        var refusal = counted is null ? new Refusal("user.lockedForATime")
            : !await users.IsPassword(user, password, cancellation) ? new Refusal("user.passwordWrong") { Field = "Current" }
            : null;
        return await work.Run(
            async () =>
            {
                if (refusal is null)
                {
                    await locks.TakeBack(counted!, cancellation);
                }
                else
                {
                    var outcome = counted is null ? SignInOutcome.Locked : SignInOutcome.WrongPassword;
                    await signIns.Add(user.Id, from.Address, outcome, cancellation);
                }

                return refusal;
            },
            _ => true,
            cancellation);
    }

    /// <summary>Whether the account of that name signed in in that browser before.</summary>
    public async Task<bool> Knows(string signInName, string? browser, CancellationToken cancellation) =>
        browser is not null
        && await users.FindBySignInName(signInName, cancellation) is { } account
        && await locks.Knows(account.Id, browser, cancellation);
}

/// <summary>From where somebody signs in, or shows again who he is.</summary>
/// <param name="Address">The address.</param>
/// <param name="Browser">What the browser says of itself; null: nothing.</param>
/// <param name="NextBrowser">What it will say once somebody signed in.</param>
public sealed record SignInPlace(string Address, string? Browser, string NextBrowser);

/// <summary>An attempt to sign in.</summary>
/// <param name="SignInName">The name as typed.</param>
/// <param name="Password">The password as typed.</param>
/// <param name="From">From where it was sent.</param>
public sealed record SignInAttempt(string SignInName, string Password, SignInPlace From)
{
    /// <summary>Neither name nor password: the one may be the other.</summary>
    public override string ToString() => $"{nameof(SignInAttempt)} from {From.Address}";
}
