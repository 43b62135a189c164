namespace Disclosure.Cases.Agencies;

/// <summary>目录服务: the office's directory (LDAP), where it and not this program keeps the passwords.</summary>
public interface IPasswordDirectory
{
    /// <summary>Whether it keeps the password of an account, so that one kept here is of no account.</summary>
    bool Keeps(string signInName);

    /// <summary>Whether a password is the one that it keeps.</summary>
    /// <param name="signInName">
    /// Whose; null: nobody's. Then neither name nor password leave the house, and the same way is gone all the same, so that the time
    /// taken does not tell who exists.
    /// </param>
    /// <param name="password">The password as typed.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>Whether it is; null: the directory gave no answer that can be relied on.</returns>
    Task<bool?> IsPassword(string? signInName, string password, CancellationToken cancellation);
}

/// <summary>An office whose passwords are all kept here.</summary>
internal sealed class NoPasswordDirectory : IPasswordDirectory
{
    public bool Keeps(string signInName) => false;

    public Task<bool?> IsPassword(string? signInName, string password, CancellationToken cancellation) => Task.FromResult<bool?>(false);
}
