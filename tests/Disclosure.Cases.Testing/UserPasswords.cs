using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Testing;

/// <summary>Whose password it is.</summary>
internal static class UserPasswords
{
    /// <summary>The user, when name and password are right and the user is active; else null.</summary>
    public static async Task<User?> SignIn(this IUsers users, string signInName, string password, CancellationToken cancellation)
    {
        var user = await users.FindBySignInName(signInName, cancellation);
        return await users.IsPassword(user, password, cancellation) ? user : null;
    }
}
