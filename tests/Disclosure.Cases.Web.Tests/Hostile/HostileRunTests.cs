using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Cases.Maintenance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>
/// What nobody's browser sends, to everything that the host answers, by everybody: 1,500 requests in an ordinary run, 50,000
/// with DISCLOSURE_LONG=1, from a fixed seed or that of DISCLOSURE_SEED.
/// </summary>
internal sealed class HostileRunTests
{
    private const int UsualSeed = 711;
    private const int InOneRound = 2_500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly FailureLog log = new();
    private readonly Dictionary<string, int> failed = [];
    private readonly SortedDictionary<int, int> statuses = [];
    private readonly StringBuilder report = new();

    private static int Requests => LongAttribute.AreRun ? 50_000 : 1_500;

    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("DISCLOSURE_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : UsualSeed;

    private HostileOffice host = null!;
    private IReadOnlyList<Door> doors = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        host = await HostileOffice.Open(log);
        doors = await host.Look();
    }

    [OneTimeTearDown]
    public void Close()
    {
        host.Dispose();
        log.Dispose();
    }

    [Test]
    public async Task Surface_OfTheHost_HasEveryHandlerFormUploadAndOperation()
    {
        var pages = await host.Surface.Handlers();
        Assert.Multiple(() =>
        {
            Assert.That(pages, Has.Count.GreaterThan(120));
            Assert.That(pages.Except(doors.Select(door => (door.Pattern, door.Method, door.Handler))), Is.Empty, "handlers");
            Assert.That(
                doors.Where(door => door.By.Bearer is not null && door.Pattern.StartsWith("/api", StringComparison.Ordinal))
                    .Select(door => $"{door.Method} {door.Pattern}").Distinct().Count(),
                Is.EqualTo(8),
                "operations of the API, and its document");
            Assert.That(
                doors.Where(door => door.Form?.Any(part => part.IsFile) == true).Select(door => (door.Pattern, door.Handler))
                    .Distinct().Count(),
                Is.GreaterThan(5),
                "uploads");
            Assert.That(
                doors.SelectMany(door => door.Form ?? []).Select(part => part.Name).Distinct().Count(), Is.GreaterThan(150), "fields");
        });
    }

    [Test]
    public async Task Host_AskedWhatNobodyAsks_NeverFails()
    {
        Say($"DISCLOSURE_SEED={Seed}");
        var dice = new Random(Seed);
        var watch = Stopwatch.StartNew();
        var sent = 0;
        while (sent < Requests)
        {
            var tried = doors.SelectMany(door => Enumerable.Repeat(door, WeightOf(door))).ToArray();
            foreach (var (door, answer) in host.Surface.Seen)
            {
                await Judge(HostileRequest.Plain(door), answer);
            }

            host.Surface.Seen.Clear();
            dice.Shuffle(tried);
            for (var count = 0; count < InOneRound && sent < Requests; count++, sent++)
            {
                var request = HostileRequest.Of(tried[count % tried.Length], dice);
                await Judge(request, await host.Client.Send(request.Bytes, request.EndsEarly));
            }

            Say($"{sent} of {Requests}, {doors.Count} doors, {watch.Elapsed}, {failed.Values.Sum()} failed");
            doors = sent < Requests ? await host.Look() : doors;
        }

        Say(string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}")));
        Assert.That(failed, Is.Empty, report.ToString());
        Assert.That(
            await host.Office.As(Actor.Application, services => services.GetRequiredService<IRecordVerification>().Findings(default)),
            Is.Empty);
    }

    // Systems have one door where people have a hundred.
    private static int WeightOf(Door door) => door is { Json: not null, By.Bearer: not null } ? 12 : door.Form is { Count: > 2 } ? 2 : 1;

    private async Task Judge(HostileRequest request, RawAnswer answer)
    {
        statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;

        // Whoever hangs up may be left without an answer, and what is logged of it may come later.
        var failure = log.Take();
        if (answer.Status >= 500 || (answer.Status == 0 && !request.EndsEarly))
        {
            Note($"{answer.Status} {failure}", request);
        }

        if (answer.IsHtml && answer.Text.Contains(HostileValues.Probe, StringComparison.OrdinalIgnoreCase))
        {
            Note($"markup {request.Door.Pattern}", request);
        }

        if (answer.Header("X-Injected") is not null)
        {
            Note($"header {request.Door.Pattern}", request);
        }

        // A machine with other work to do is slow at times: what was slow once is asked again, alone.
        if (answer.Took > Longest && await host.Client.Send(request.Bytes, request.EndsEarly) is { } again && again.Took > Longest)
        {
            Note($"slow {request.Door.Method} {request.Door.Pattern} {again.Took}", request);
        }
    }

    private void Say(string line)
    {
        TestContext.Out.WriteLine(line);
        report.AppendLine(line);
    }

    private void Note(string kind, HostileRequest request)
    {
        var example = $"{request.Door.By.Name}: {request.Door.Method} {request.Door.Path}?{request.Door.Handler} {request.Wrong}";
        if (!failed.TryAdd(kind, 1))
        {
            failed[kind]++;
            return;
        }

        Say($"{kind}\n    {example}");
    }

    /// <summary>The last failure that the host wrote down, by its kind and place.</summary>
    private sealed class FailureLog : ILoggerProvider, ILogger
    {
        private string? last;

        public string? Take() => Interlocked.Exchange(ref last, null);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && IsEnabled(logLevel))
            {
                var place = (exception.StackTrace ?? "").Split('\n').Select(line => line.Trim());
                last = $"{exception.GetType().Name}: {exception.Message.Split('\n')[0]} {place.FirstOrDefault()}"
                    + $" … {place.FirstOrDefault(line => line.Contains("Disclosure.Cases", StringComparison.Ordinal))}";
            }
        }

        public void Dispose()
        {
        }
    }
}
