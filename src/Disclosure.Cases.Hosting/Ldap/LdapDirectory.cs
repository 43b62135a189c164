using System.Formats.Asn1;
using System.Net.Sockets;
using System.Security.Authentication;
using Disclosure.Cases.Agencies;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Hosting.Ldap;

/// <summary>
/// Asks the office's directory whether a password is somebody's: looks for the one entry that has the sign-in name, and shows the
/// password there. A new connection each time, so that no two people share one.
/// </summary>
internal sealed class LdapDirectory(LdapSettings settings, ILogger<LdapDirectory> logger, TimeProvider time) : IPasswordDirectory
{
    /// <inheritdoc/>
    public bool Keeps(string signInName) => !settings.LocalAccounts.Contains(ComparedText.Folded(signInName.Trim()));

    /// <inheritdoc/>
    public async Task<bool?> IsPassword(string? signInName, string password, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(settings.Patience, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await Ask(signInName, password, limited.Token);
        }
        catch (Exception problem) when (problem is LdapException or AsnContentException or OverflowException or IOException
            or SocketException or AuthenticationException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            logger.DirectoryFailed(problem is OperationCanceledException ? $"no answer in {settings.Patience}" : problem.Message);
            return null;
        }
    }

    private async Task<bool> Ask(string? signInName, string password, CancellationToken cancellation)
    {
        await using var connection = await LdapConnection.Open(settings, cancellation);
        if (settings.User is { } user)
        {
            var code = await connection.Bind(user, settings.Password, cancellation);
            LdapException.ThrowUnless(code == 0, $"Ldap:User: {code}");
        }

        var found = await connection.Find(signInName ?? Guid.NewGuid().ToString(), cancellation);
        LdapException.ThrowUnless(found.Count < 2, "several entries have the same sign-in name");
        if (signInName is null || password.Length == 0 || found is not [{ Length: > 0 } name])
        {
            // Nobody's password: the same question, about an entry that there is not.
            await connection.Bind($"cn={Guid.NewGuid()},{settings.Base}", Guid.NewGuid().ToString(), cancellation);
            return false;
        }

        return Verdict(await connection.Bind(name, password, cancellation));
    }

    // These say something of the entry and the password, all others something of the directory.
    private static bool Verdict(int code)
    {
        const int success = 0;
        const int constraintViolation = 19;
        const int noSuchObject = 32;
        const int inappropriateAuthentication = 48;
        const int invalidCredentials = 49;
        const int insufficientAccess = 50;
        const int unwilling = 53;
        LdapException.ThrowUnless(
            code is success or constraintViolation or noSuchObject or inappropriateAuthentication or invalidCredentials
                or insufficientAccess or unwilling,
            $"bind: {code}");
        return code == success;
    }
}

/// <summary>What is logged of it.</summary>
internal static partial class LdapLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The directory cannot be asked: {Reason}")]
    public static partial void DirectoryFailed(this ILogger logger, string reason);
}
