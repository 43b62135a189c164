using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Signs somebody in by name and password, and by a code where there is a second factor, locks after too many wrong ones, and puts
/// on record what became of it. Why it failed is for the record alone: whoever tries learns the same of every name, and in the same time.
/// </summary>
public sealed class SigningIn(
    IUsers users, ISignIns signIns, ISignInLocks locks, ISecondFactors factors, IOneTimeCodes codes, IAdministrationLog log,
    IPasswordDirectory directory, CurrentActor actor, IUnitOfWork work)
{
    private readonly CodeCheck check = new(factors, codes);
    private readonly PasswordCheck passwords = new(users, directory);

    /// <summary>The user, when name and password are right, the user is active and not locked; else null.</summary>
    /// <param name="attempt">What was sent.</param>
    /// <param name="cancellation">An attempt is to be carried out to the end: else whoever goes away would not be counted.</param>
    /// <exception cref="RefusedException">
    /// The directory does not answer, and nobody came in without it. An attempt that it alone could judge does not count.
    /// </exception>
    public async Task<PasswordAnswer?> Try(SignInAttempt attempt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var account = await users.FindBySignInName(attempt.SignInName, cancellation);
        var id = account?.Id ?? ISignIns.Nobody;
        var counted = await locks.Begin(id, attempt.From.Browser, cancellation);

        // Looked at even where it does not count: a faster answer would tell that there is such an account.
        var counts = counted is not null && account is { IsActive: true };
        var verdict = await passwords.Of(account, attempt.Password, counts, cancellation);
        if (counts && verdict.IsRight is null)
        {
            await locks.TakeBack(counted!, cancellation);
            throw DirectoryIsDown();
        }

        var outcome = account is null ? SignInOutcome.UnknownName
            : !account.IsActive ? SignInOutcome.Deactivated
            : counted is null ? SignInOutcome.Locked
            : verdict.IsRight != true ? SignInOutcome.WrongPassword
            : await factors.Of(id, cancellation) is not null ? SignInOutcome.CodeAsked
            : SignInOutcome.SignedIn;
        if (await Record(id, outcome, counted, attempt.From, cancellation))
        {
            return new PasswordAnswer(account!, outcome == SignInOutcome.CodeAsked);
        }

        // Said to all alike: else it would tell which names the directory keeps.
        return verdict.DirectoryIsDown ? throw DirectoryIsDown() : null;
    }

    /// <summary>The user, when the code is right that was asked for; else null.</summary>
    /// <param name="user">Whose password was right.</param>
    /// <param name="code">The code as typed.</param>
    /// <param name="from">From where it was sent.</param>
    /// <param name="cancellation">As above.</param>
    public async Task<User?> TryCode(User user, string code, SignInPlace from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(from);
        var counted = await locks.Begin(user.Id, from.Browser, cancellation);
        return await work.Run(
            async () =>
            {
                if (counted is null)
                {
                    await Record(user.Id, SignInOutcome.Locked, null, from, cancellation);
                    return null;
                }

                var answer = await check.Use(user.Id, code, cancellation);
                if (answer.IsRecovery)
                {
                    actor.Value = new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
                    await log.Add(AdministrativeAct.RecoveryCodeUsed, user.AgencyId, user.Id, cancellation);
                }

                return await Record(user.Id, answer.Outcome, counted, from, cancellation) ? user : null;
            },
            _ => true,
            cancellation);
    }

    /// <summary>
    /// Whether somebody who is signed in shows by the password, and by a code, to be that person. A wrong one counts as at the
    /// sign-in: whoever comes by an open session guesses no further than whoever has none.
    /// </summary>
    /// <param name="user">Who is signed in.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="code">The code as typed; null: none is asked for.</param>
    /// <param name="from">From where it was sent.</param>
    /// <param name="cancellation">As above.</param>
    /// <returns>Null, or why not.</returns>
    public async Task<Refusal?> Confirm(User user, string password, string? code, SignInPlace from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(from);
        var counted = await locks.Begin(user.Id, from.Browser, cancellation);
        var isRight = (await passwords.Of(user, password, counted is not null, cancellation)).IsRight;
        if (counted is not null && isRight is null)
        {
            await locks.TakeBack(counted, cancellation);
            return DirectoryIsDown().Refusal;
        }

        return await work.Run(
            async () =>
            {
                var outcome = counted is null ? SignInOutcome.Locked
                    : isRight != true ? SignInOutcome.WrongPassword
                    : code is null ? SignInOutcome.SignedIn
                    : (await check.Use(user.Id, code, cancellation)).Outcome;
                if (outcome == SignInOutcome.SignedIn)
                {
                    await locks.TakeBack(counted!, cancellation);
                    return null;
                }

                await signIns.Add(user.Id, from.Address, outcome, cancellation);
                return outcome switch
                {
                    SignInOutcome.Locked => new Refusal("user.lockedForATime"),
                    SignInOutcome.WrongPassword => new Refusal("user.passwordWrong") { Field = "Current" },
                    SignInOutcome.UsedCode => new Refusal("secondFactor.codeUsed") { Field = "Code" },
                    _ => new Refusal("secondFactor.codeWrong") { Field = "Code" },
                };
            },
            _ => true,
            cancellation);
    }

    /// <summary>The user whom the provider of single sign-on names, when there is such an account and it is active; else null.</summary>
    /// <param name="signInName">Whom it names; no account is made of it.</param>
    /// <param name="address">From where the user came.</param>
    /// <param name="cancellation">As above.</param>
    public async Task<User?> TakeFromProvider(string signInName, string address, CancellationToken cancellation)
    {
        var account = await users.FindBySignInName(signInName, cancellation);
        var outcome = account is null ? SignInOutcome.UnknownName
            : account.IsActive ? SignInOutcome.SignedInByProvider
            : SignInOutcome.Deactivated;
        await signIns.Add(account?.Id ?? ISignIns.Nobody, address, outcome, cancellation);
        return outcome == SignInOutcome.SignedInByProvider ? account : null;
    }

    /// <summary>Whether the account of that name signed in in that browser before.</summary>
    public async Task<bool> Knows(string signInName, string? browser, CancellationToken cancellation) =>
        browser is not null
        && await users.FindBySignInName(signInName, cancellation) is { } account
        && await locks.Knows(account.Id, browser, cancellation);

    private static RefusedException DirectoryIsDown() => new("The directory does not answer.", new Refusal("directory.down"));

    // A right password alone begins no count anew: whoever knows it could guess codes for ever.
    private Task<bool> Record(
        Guid id, SignInOutcome outcome, CountedAttempt? counted, SignInPlace from, CancellationToken cancellation) => work.Run(
            async () =>
            {
                if (outcome == SignInOutcome.SignedIn)
                {
                    await locks.Succeed(counted!, from.NextBrowser, cancellation);
                }
                else if (outcome == SignInOutcome.CodeAsked)
                {
                    await locks.TakeBack(counted!, cancellation);
                }

                await signIns.Add(id, from.Address, outcome, cancellation);
                return outcome is SignInOutcome.SignedIn or SignInOutcome.CodeAsked;
            },
            _ => true,
            cancellation);
}

/// <summary>A right password.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="AsksForCode">Whether a code is asked for as well, before the user is signed in.</param>
public sealed record PasswordAnswer(User User, bool AsksForCode);

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
