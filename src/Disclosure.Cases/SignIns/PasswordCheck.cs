using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Looks at a password where it is kept. Both places are asked of every name, known or not: the time taken is the same for all.
/// </summary>
internal sealed class PasswordCheck(IUsers users, IPasswordDirectory directory)
{
    /// <param name="account">Whose; null: no account has the name.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="counts">
    /// Whether it can sign anybody in. Else the directory is not told of it: nobody guesses there beyond the lock that holds here.
    /// </param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<PasswordVerdict> Of(User? account, string password, bool counts, CancellationToken cancellation)
    {
        var isKeptThere = account is not null && directory.Keeps(account.SignInName);
        var here = await users.IsPassword(account, password, cancellation);
        var there = await directory.IsPassword(
            isKeptThere && counts ? account!.SignInName : null, password, cancellation);
        return new PasswordVerdict(isKeptThere ? there : here, there is null);
    }
}

/// <summary>What is known of a password.</summary>
/// <param name="IsRight">Whether it is right; null: who keeps it does not answer.</param>
/// <param name="DirectoryIsDown">Whether the directory does not answer, whoever keeps this one.</param>
internal readonly record struct PasswordVerdict(bool? IsRight, bool DirectoryIsDown);
