using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>OpenLDAP's server, which takes empty passwords for nobody's, as careless directories do.</summary>
internal sealed class OpenLdap : ILoopbackDirectory
{
    private const string Usual = "/usr/sbin/slapd";

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private OpenLdap(DirectoryInfo folder, Process process, int port, int encrypted) =>
        (this.folder, this.process, Address, Encrypted) =
            (folder, process, $"ldap://127.0.0.1:{port}", $"ldaps://127.0.0.1:{encrypted}");

    public string Address { get; }

    public string Encrypted { get; }

    public static async Task<ILoopbackDirectory> Start(DirectoryCertificate certificate)
    {
        var slapd = Environment.GetEnvironmentVariable("SLAPD") is { Length: > 0 } named ? named : Usual;
        if (!File.Exists(slapd))
        {
            Assert.Ignore($"No directory found: install slapd, or name one in SLAPD. Looked at {slapd}.");
        }

        var folder = Directory.CreateTempSubdirectory("disclosure-ldap-");
        var (settings, people) = (Path.Combine(folder.FullName, "slapd.conf"), Path.Combine(folder.FullName, "people.ldif"));
        await File.WriteAllTextAsync(settings, $"""
            objectclass ( 1.1.1 NAME 'invented' SUP top STRUCTURAL MAY ( cn $ uid $ userPassword ) )
            allow bind_anon_dn
            TLSCertificateFile {certificate.Certificate}
            TLSCertificateKeyFile {certificate.Key}
            database ldif
            suffix "{ILoopbackDirectory.Base}"
            directory {folder.CreateSubdirectory("entries").FullName}
            rootdn "{ILoopbackDirectory.Reader}"
            rootpw "{ILoopbackDirectory.ReadersPassword}"
            """);
        await File.WriteAllTextAsync(people, $"""
            dn: {ILoopbackDirectory.Base}
            objectClass: invented
            cn: district

            dn: {ILoopbackDirectory.Entry}
            objectClass: invented
            cn: Clerk, A
            uid: clerk
            userPassword: {ILoopbackDirectory.Password}

            """);
        using (var filling = Process.Start(slapd, ["-T", "add", "-f", settings, "-l", people]))
        {
            await filling.WaitForExitAsync();
            Assert.That(filling.ExitCode, Is.Zero);
        }

        var (port, encrypted) = (FreePort(), FreePort());
        var process = Process.Start(slapd, ["-d", "0", "-f", settings, "-h", $"ldap://127.0.0.1:{port} ldaps://127.0.0.1:{encrypted}"]);
        await Listening(port, process);
        return new OpenLdap(folder, process, port, encrypted);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task Listening(int port, Process process)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
