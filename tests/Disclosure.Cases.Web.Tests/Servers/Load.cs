using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>People at work on whichever of the hosts answers: what the application acknowledged to them must be there afterwards.</summary>
internal sealed class Load(Func<IReadOnlyList<Uri>> hosts, CookieContainer clerk, CookieContainer reviewer)
{
    // Longer than any of the hosts' own limits, on a machine that is very busy.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private int turn;
    private int unanswered;

    /// <summary>The register numbers that people saw.</summary>
    public ConcurrentBag<string> Registered { get; } = [];

    /// <summary>The documents whose approval was acknowledged, with the number that was shown.</summary>
    public ConcurrentDictionary<Guid, ConcurrentBag<string>> Approved { get; } = new();

    /// <summary>The documents whose service was acknowledged, with their cases.</summary>
    public ConcurrentDictionary<Guid, Guid> Served { get; } = new();

    /// <summary>The notes that were acknowledged.</summary>
    public ConcurrentBag<string> Noted { get; } = [];

    /// <summary>What people were told instead of a page when something failed.</summary>
    public ConcurrentBag<FailedAnswer> Failed { get; } = [];

    /// <summary>How many requests got no answer: their host was killed, or let them wait for longer than anybody does.</summary>
    public int Unanswered => unanswered;

    /// <summary>A clerk registers applications until told to stop.</summary>
    public Task Register(CancellationToken stop) => Repeat(clerk, async browser =>
    {
        await Open(browser, "/cases/new");
        await browser.Submit("main form", ("Channel", "InPerson"), ("Applicants[0].Name", "负载"), ("Items[0]", "压力测试"));
        if (browser.Page.QuerySelector(".done")?.TextContent is { } done)
        {
            Registered.Add(done.Split('：')[1].Trim());
        }
    }, stop);

    /// <summary>A clerk keeps notes on one case that others write on as well.</summary>
    public Task Note(Guid caseId, string name, CancellationToken stop)
    {
        var count = 0;
        return Repeat(clerk, async browser =>
        {
            var note = $"{name}-{++count}";
            await Open(browser, $"/cases/{caseId}");
            await browser.Submit("#panel-LogCall form", ("Content", note));
            if (browser.Status == HttpStatusCode.OK && browser.Page.QuerySelector(".findings") is null)
            {
                Noted.Add(note);
            }
        }, stop);
    }

    /// <summary>A reviewer approves what waits, one after the other; a colleague does the same at the same time.</summary>
    public async Task Approve(IEnumerable<(Guid CaseId, Guid DocumentId)> waiting, CancellationToken stop)
    {
        var left = new Queue<(Guid CaseId, Guid DocumentId)>(waiting);
        await Repeat(reviewer, async browser =>
        {
            if (!left.TryPeek(out var next))
            {
                await Task.Delay(50, CancellationToken.None);
                return;
            }

            await Open(browser, $"/cases/{next.CaseId}/documents/{next.DocumentId}");
            if (browser.Page.QuerySelector("form[action*=Approve]") is not null)
            {
                await browser.Submit("form[action*=Approve]");
                if (browser.Page.QuerySelector(".done")?.TextContent.Split("文号：") is [_, var number])
                {
                    Approved.GetOrAdd(next.DocumentId, _ => []).Add(number.Trim());
                }
            }
            else if (browser.Status == HttpStatusCode.OK)
            {
                left.Dequeue();
            }
        }, stop);
    }

    /// <summary>A clerk records that what was approved is served; a colleague does the same at the same time.</summary>
    public Task Serve(IReadOnlyList<(Guid CaseId, Guid DocumentId)> waiting, CancellationToken stop) => Repeat(clerk, async browser =>
    {
        var next = waiting.FirstOrDefault(each => Approved.ContainsKey(each.DocumentId) && !Served.ContainsKey(each.DocumentId));
        if (next == default)
        {
            await Task.Delay(50, CancellationToken.None);
            return;
        }

        await Open(browser, $"/cases/serve-together?case={next.CaseId}");
        if (browser.Page.QuerySelector("input[name=letter]") is not null)
        {
            await browser.Submit("form.col", ("Way", StoredNames.Of(ServiceWay.HandedOver)), ("Particulars.Signer", "李某某"));
        }

        // Told so, or found it done by somebody who was not told.
        if (browser.Status == HttpStatusCode.OK && browser.Page.QuerySelector("form.col") is null)
        {
            Served.TryAdd(next.DocumentId, next.CaseId);
        }
    }, stop);

    // Each person's browser keeps its own cookies; the sign-in is good on every host.
    private async Task Repeat(CookieContainer signedIn, Func<Browser, Task> work, CancellationToken stop)
    {
        var cookies = new CookieContainer();
        cookies.Add(signedIn.GetAllCookies());
        while (!stop.IsCancellationRequested)
        {
            var open = hosts();
            var host = open[Interlocked.Increment(ref turn) % open.Count];
            using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
            using var browser = new Browser(new HttpClient(handler) { BaseAddress = host, Timeout = Longest });
            try
            {
                await work(browser);
                if (FailedAnswer.In(browser) is { } failed)
                {
                    Failed.Add(failed);
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or TaskCanceledException)
            {
                // The host was killed under it, now and then while the connection was made, which the client tells as a bare error of the
                // socket: whether this was recorded nobody was told.
                Interlocked.Increment(ref unanswered);
                await Task.Delay(50, CancellationToken.None);
            }
            catch (PageFailedException)
            {
                Failed.Add(FailedAnswer.In(browser)!);
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    // Where the page does not come, there is no form to fill in.
    private static async Task Open(Browser browser, string address)
    {
        await browser.Get(address);
        if (FailedAnswer.In(browser) is not null)
        {
            throw new PageFailedException();
        }
    }

    private sealed class PageFailedException : Exception;
}

/// <summary>What somebody saw of a page that failed.</summary>
/// <param name="Status">Its status, 500 or above.</param>
/// <param name="Heading">Its heading; empty where there was no page.</param>
/// <param name="Text">What it says.</param>
/// <param name="AskAgainAfter">When to ask again; null: it does not say.</param>
internal sealed record FailedAnswer(HttpStatusCode Status, string Heading, string Text, TimeSpan? AskAgainAfter)
{
    /// <summary>What a browser shows, if it failed.</summary>
    public static FailedAnswer? In(Browser browser) => browser.Status < HttpStatusCode.InternalServerError ? null : new FailedAnswer(
        browser.Status, browser.Page.QuerySelector("h1")?.TextContent ?? "", browser.Text, browser.Answer.Headers.RetryAfter?.Delta);
}
