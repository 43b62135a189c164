using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Benchmarks.Queue;

/// <summary>The web host as it is deployed: a process of its own, Kestrel on the loopback.</summary>
internal sealed partial class WebHost : IDisposable
{
    /// <summary>The password of the first user, and of whoever else is given it.</summary>
    public const string OwnPassword = "correct horse battery";

    private readonly Process process;
    private readonly Uri address;
    private readonly string password;

    /// <summary>Starts it on a database, which may be new: then its first user is <c>admin</c>.</summary>
    /// <param name="database">A file of SQLite, or a connection string.</param>
    /// <param name="password">Everybody's password.</param>
    /// <param name="runsJobs">Whether it runs the jobs that are done once for all servers.</param>
    /// <param name="attemptsPerMinute">How often one may try to sign in.</param>
    /// <param name="keys">The folder of its keys; null: beside the file.</param>
    public WebHost(
        string database, string password = OwnPassword, bool runsJobs = false, int attemptsPerMinute = 20, string? keys = null)
    {
        this.password = password;
        address = new Uri($"http://127.0.0.1:{FreePort()}");
        var web = Path.Combine(RepositoryFolder.Path, "src", "Disclosure.Cases.Web");
        var configuration = AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(web, "bin", configuration, "net10.0", "Disclosure.Cases.Web.dll"),
            "--urls",
            address.ToString(),
            "--contentRoot",
            web,
        ]) { RedirectStandardOutput = true };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            // With the demonstration's public password no host starts in Production.
            ["ASPNETCORE_ENVIRONMENT"] = password == OwnPassword ? "Production" : "Development",
            ["ConnectionStrings__Disclosure"] = database.Contains('=', StringComparison.Ordinal) ? database : $"Data Source={database}",
            ["Keys__Folder"] = keys ?? "",
            ["Jobs__Server"] = runsJobs ? "true" : "false",
            ["SignIn__AttemptsPerMinute"] = attemptsPerMinute.ToString(CultureInfo.InvariantCulture),
            ["Logging__LogLevel__Default"] = "Warning",
            ["Administrator__SignInName"] = "admin",
            ["Administrator__Password"] = password,
            ["Administrator__Agency__Name"] = "示范区人民政府",
            ["Administrator__Agency__Code"] = "示范府",
            ["Administrator__Agency__Office"] = "办公室",
            ["Administrator__Agency__Address"] = "示范路1号",
            ["Administrator__Agency__Postcode"] = "400000",
            ["Administrator__Agency__Phone"] = "023-0",
            ["Administrator__Agency__ReconsiderationOrgan"] = "示范市人民政府",
            ["Administrator__Agency__ReconsiderationAddress"] = "示范路2号",
            ["Administrator__Agency__Court"] = "示范市中级人民法院",
        })
        {
            start.Environment[key] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>The process.</summary>
    public Process Process => process;

    /// <summary>Waits until it answers.</summary>
    public async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (tries < 600 && !process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }
    }

    /// <summary>A browser of somebody who has signed in.</summary>
    /// <param name="followsRedirects">Whether it goes on to where an answer sends it.</param>
    public async Task<HttpClient> SignIn(string name, bool followsRedirects = true)
    {
        var cookies = new CookieContainer();
        using (var browser = Browser(cookies, followsRedirects: true))
        {
            using var answer = await Submit(browser, "/sign-in", new() { ["SignInName"] = name, ["Password"] = password });
            if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in")
            {
                throw new InvalidOperationException($"{name} was not let in.");
            }
        }

        return Browser(cookies, followsRedirects);
    }

    /// <summary>A browser of somebody who has not signed in.</summary>
    public HttpClient Visitor() => Browser(new CookieContainer(), followsRedirects: false);

    /// <summary>Opens a page with a form.</summary>
    /// <returns>What sends the form filled in.</returns>
    public static async Task<Func<Task<HttpResponseMessage>>> Fill(HttpClient browser, string page, Dictionary<string, string> fields)
    {
        var at = new Uri(page, UriKind.Relative);
        fields["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync(at)).Groups[1].Value;
        return () => browser.PostAsync(at, new FormUrlEncodedContent(fields));
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<HttpResponseMessage> Submit(HttpClient browser, string page, Dictionary<string, string> fields) =>
        await (await Fill(browser, page, fields))();

    private HttpClient Browser(CookieContainer cookies, bool followsRedirects) => new(
        new SocketsHttpHandler { CookieContainer = cookies, MaxConnectionsPerServer = 1, AllowAutoRedirect = followsRedirects })
        {
            BaseAddress = address,
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
