using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting.Ldap;

/// <summary>The office's directory by section <c>Ldap</c> of the configuration.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="StartsTls">Whether the connection is encrypted after it was made; with <c>ldaps</c> it is from the beginning.</param>
/// <param name="Base">Below which entry people are looked for.</param>
/// <param name="Attribute">The attribute of a person that is the sign-in name of the account.</param>
/// <param name="User">The entry by which this program looks for people; null: nobody in particular.</param>
/// <param name="Password">Its password.</param>
/// <param name="LocalAccounts">The sign-in names whose passwords are kept here.</param>
/// <param name="Authorities">Who may have issued the directory's certificate; null: whom this machine trusts.</param>
/// <param name="Patience">How long an answer is waited for, from connecting to the last one.</param>
internal sealed record LdapSettings(
    Uri Address, bool StartsTls, string Base, string Attribute, string? User, string Password, IReadOnlySet<string> LocalAccounts,
    X509Certificate2Collection? Authorities, TimeSpan Patience)
{
    private const string Section = "Ldap";
    private const string Encrypted = "ldaps";
    private const int UsualSeconds = 5;
    private const int MostSeconds = 60;

    /// <summary>Whether it is encrypted from the beginning.</summary>
    public bool IsEncrypted => Address.Scheme == Encrypted;

    /// <summary>The port; the usual ones are 636 and 389.</summary>
    public int Port => Address.Port > 0 ? Address.Port : IsEncrypted ? 636 : 389;

    /// <summary>The directory, or null.</summary>
    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static LdapSettings? Of(IConfiguration configuration)
    {
        if (Written("Address") is not { } written)
        {
            return null;
        }

        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not (Encrypted or "ldap")
            || address.Host.Length == 0 || address.PathAndQuery is not ("" or "/"))
        {
            throw new SettingException($"{Section}:Address: '{written}' is no address such as ldaps://HOST or ldap://HOST:PORT.");
        }

        var startsTls = Setting.Switch(configuration, $"{Section}:StartTls") ?? true;
        if (!startsTls && !address.IsLoopback)
        {
            throw new SettingException($"{Section}:StartTls: false is for a directory on loopback only.");
        }

        var user = Written("User");
        return new LdapSettings(
            address, startsTls && address.Scheme != Encrypted, Required("Base", "Address"), Written("Attribute") ?? "uid", user,
            user is null ? "" : Required("Password", "User"),
            (Written("LocalAccounts") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(ComparedText.Folded).ToHashSet(),
            AuthoritiesIn(Written("Authorities")), TimeSpan.FromSeconds(
                Setting.WholeNumber(configuration, $"{Section}:Seconds", 1, MostSeconds) ?? UsualSeconds));

        string? Written(string key) => configuration[$"{Section}:{key}"] is { Length: > 0 } value ? value : null;

        string Required(string key, string with) =>
            Written(key) ?? throw new SettingException($"{Section}:{key}: required with {Section}:{with}.");
    }

    private static X509Certificate2Collection? AuthoritiesIn(string? file)
    {
        if (file is null)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingException($"{Section}:Authorities: '{file}' cannot be read: {problem.Message}");
        }

        return authorities.Count > 0 ? authorities : throw new SettingException($"{Section}:Authorities: '{file}' has no certificate.");
    }
}
