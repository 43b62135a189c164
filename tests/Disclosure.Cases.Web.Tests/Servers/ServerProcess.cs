using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>A host in a process of its own, which can be killed as a power cut would.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly string CommandLine = Built("Disclosure.Cases.Cli", "disclosure.dll");
    private static readonly string WorkerHost = Built("Disclosure.Cases.Worker", "Disclosure.Cases.Worker.dll");

    private readonly StringBuilder said = new();
    private readonly Process process;

    private ServerProcess(Process process, Uri? address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where a host listens; null for a command.</summary>
    public Uri? Address { get; }

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    /// <summary>Everything it wrote, for the report of a failure.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Starts a web host on a free port of loopback.</summary>
    public static ServerProcess Web(IReadOnlyDictionary<string, string> settings) => Host(typeof(Program).Assembly.Location, settings);

    /// <summary>Starts a worker, which answers on a free port of loopback whether it is ready.</summary>
    public static ServerProcess Worker(IReadOnlyDictionary<string, string> settings) => Host(WorkerHost, settings);

    /// <summary>Starts a command of the command line.</summary>
    public static ServerProcess Command(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        new(Start(CommandLine, arguments, settings), null);

    /// <summary>Starts a command that cannot write beyond so many kilobytes of any file, as on a disk that is full.</summary>
    public static ServerProcess CommandOnFullDisk(
        IReadOnlyDictionary<string, string> settings, int kilobytes, params string[] arguments)
    {
        // The run-time's own files in memory do not fit either.
        var own = settings.Append(new("DOTNET_EnableWriteXorExecute", "0"));
        string[] shell = ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$@\"", "dotnet", CommandLine, .. arguments];
        return new(Run("bash", shell, CommandLine, own), null);
    }

    /// <summary>Waits until it can do its work.</summary>
    public async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or SocketException)
            {
                // It does not listen yet.
            }

            Assert.That(IsRunning && waited.Elapsed < TimeSpan.FromMinutes(2), Is.True, $"the host did not become ready: {Said}");
        }
    }

    public async Task<int> Ended()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is finished.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: asks it to stop.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static ServerProcess Host(string assembly, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return new ServerProcess(Start(assembly, [], settings.Append(new("ASPNETCORE_URLS", address.ToString()))), address);
    }

    // Beside this project, in the same configuration.
    private static string Built(string project, string assembly) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "Disclosure.Cases.Web.Tests"), Path.Combine("src", project), StringComparison.Ordinal),
        assembly));

    private static Process Start(string assembly, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings) =>
        Run("dotnet", [assembly, .. arguments], assembly, settings);

    private static Process Run(
        string program, IEnumerable<string> arguments, string assembly, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
