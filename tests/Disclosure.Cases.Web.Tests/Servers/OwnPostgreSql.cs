using System.Diagnostics;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// A PostgreSQL server of a test's own, on loopback, which it may stop and start. What it committed outlasts its being killed.
/// </summary>
internal sealed class OwnPostgreSql : ITestDatabase
{
    private readonly DirectoryInfo folder;

    private OwnPostgreSql(DirectoryInfo folder) => this.folder = folder;

    /// <summary>Where it listens on loopback.</summary>
    public int Port { get; } = ServerProcess.FreePort();

    public string ConnectionString => At(Port);

    private string Cluster => Path.Combine(folder.FullName, "cluster");

    /// <summary>The same database, reached by another port.</summary>
    public static string At(int port) => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";

    /// <summary>Makes one and starts it, where the programs of a server are installed.</summary>
    public static async Task<OwnPostgreSql> Create()
    {
        if (Program("initdb") is null)
        {
            Assert.Ignore("No PostgreSQL: the programs of its server (initdb, pg_ctl) are not installed.");
        }

        var server = new OwnPostgreSql(Directory.CreateTempSubdirectory("disclosure-postgresql-"));
        if (Environment.IsPrivilegedProcess)
        {
            using var give = Process.Start("chown", ["postgres", server.folder.FullName]);
            await give.WaitForExitAsync();
        }

        await Run("initdb", "-D", server.Cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.Start();
        return server;
    }

    /// <summary>Starts it, and waits until it lets people in.</summary>
    public Task Start() => Control(
        "-l", Path.Combine(folder.FullName, "log"), "-o",
        $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder.FullName} -c fsync=off -c max_connections=200",
        "start");

    /// <summary>Ends it at once: every session breaks off, and the next start recovers from the log.</summary>
    public Task Stop() => Control("-m", "immediate", "stop");

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Delete(recursive: true);
    }

    private Task Control(params string[] arguments) => Run("pg_ctl", ["-D", Cluster, "-w", "-s", .. arguments]);

    // It does not run as root.
    private static async Task Run(string program, params string[] arguments)
    {
        string[] command = [Program(program)!, .. arguments];
        if (Environment.IsPrivilegedProcess)
        {
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}: {said}");
    }

    // Where Debian puts them, the newest first; else on the path.
    private static string? Program(string name) =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .Concat(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator))
        .Select(bin => Path.Combine(bin, name))
        .FirstOrDefault(File.Exists);
}
