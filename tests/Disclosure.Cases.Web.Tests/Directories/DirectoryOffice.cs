using Disclosure.Cases.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>An office whose passwords a directory on loopback keeps.</summary>
internal static class DirectoryOffice
{
    public static Task<WebOffice> With(
        ILoopbackDirectory directory, DirectoryCertificate certificate, params (string Key, string Value)[] more) =>
            At(directory.Address, [("Ldap:Authorities", certificate.Authority), .. more]);

    public static async Task<WebOffice> At(string address, params (string Key, string Value)[] more)
    {
        var office = new WebOffice().With("Ldap:Address", address).With("Ldap:StartTls", "false")
            .With("Ldap:Base", ILoopbackDirectory.Base)
            .With("Ldap:User", ILoopbackDirectory.Reader).With("Ldap:Password", ILoopbackDirectory.ReadersPassword);
        foreach (var (key, value) in more)
        {
            office.With(key, value);
        }

        return await office.Open();
    }

    /// <summary>The record of sign-ins, the newest line first; of the same failure within the hour there is one.</summary>
    public static async Task<IReadOnlyList<SignInOutcome>> Outcomes(this WebOffice office) =>
    [
        .. (await office.As(Actor.Application, services => services.GetRequiredService<ISignIns>().Find(
            new SignInFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1)), 0, 9, default)))
            .Select(line => line.Outcome),
    ];
}
