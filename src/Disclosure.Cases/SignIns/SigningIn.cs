using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Signs somebody in by name and password, and puts on record what became of it. Why it failed is for the record alone: whoever
/// tries learns the same of every name, and in the same time.
/// </summary>
public sealed class SigningIn(IUsers users, ISignIns signIns)
{
    /// <summary>The user, when name and password are right and the user is active; else null.</summary>
    /// <param name="signInName">The name as typed.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="address">From where it was sent.</param>
    /// <param name="cancellation">An attempt is to be carried out to the end: else whoever goes away would not be counted.</param>
    public async Task<User?> Try(string signInName, string password, string address, CancellationToken cancellation)
    {
        var account = await users.FindBySignInName(signInName, cancellation);
        var user = await users.SignIn(signInName, password, cancellation);
        await signIns.Add(account?.Id ?? ISignIns.Nobody, address, OutcomeOf(account, user), cancellation);
        return user;
    }

    private static SignInOutcome OutcomeOf(User? account, User? user) =>
        user is not null ? SignInOutcome.SignedIn
        : account is null ? SignInOutcome.UnknownName
        : account.IsActive ? SignInOutcome.WrongPassword
        : SignInOutcome.Deactivated;
}
