using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Every page there is, posted to with what none of its forms sends: by somebody who may, with a valid token.</summary>
internal sealed class PostedFormTests
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    // Shown instead of other pages, whatever was sent to those.
    private static readonly string[] ShownInstead = ["/error", "/status/{code:int}"];

    // What people write there is kept as it is, however odd.
    private static readonly string[] KeptAsTyped = ["registration_drafts", "saved_filters", "report_texts", "bulletin_texts"];

    // Whoever sees people's numbers or takes papers along is on record, whatever was sent with it; each line has its seal.
    private static readonly string[] Looks = ["looks", "row_seals"];

    // Nothing filled in is an answer there: a draft with nothing in it yet, contacts taken out, a file not to be imported.
    private static readonly string[] MayBeEmpty = ["?handler=Keep", "?handler=Contact", "?handler=Discard"];

    // So often a minute, and no more: nothing of what comes then is read.
    private const string Limited = "/verify-pack";

    // It does what it says with nothing filled in, and whoever asks is out.
    private const string SignsOut = "Everywhere";

    private readonly Dictionary<string, Browser> browsers = [];
    private readonly List<(string Address, Browser Browser, IReadOnlyList<string> Handlers)> pages = [];
    private readonly Dictionary<string, string> places = [];

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice { IsToPractise = true }.Open();
        var (caseId, letter) = await office.ToApproval(office.Today);
        foreach (var (name, value) in new[]
        {
            ("{documentId:guid}", $"{letter}"), ("{documentId:guid?}", ""), ("{fileId:guid}", $"{Guid.NewGuid()}"), ("{code:int}", "404"),
        })
        {
            places[name] = value;
        }

        var clerk = (await office.ActorOf("clerk")).Id;
        var ledger = await office.Ledger();
        foreach (var endpoint in office.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page
                || ShownInstead.Contains("/" + endpoint.RoutePattern.RawText))
            {
                continue;
            }

            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var id = address.Contains("/agencies/", StringComparison.Ordinal) ? office.AgencyId
                : address.Contains("/imports/", StringComparison.Ordinal) ? ledger
                : address.Contains("/users/", StringComparison.Ordinal) ? clerk : caseId;
            address = address
                .Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
                .Replace(
                    "{code}",
                    address.StartsWith("/problems", StringComparison.Ordinal) ? "not-found" : "not-existing",
                    StringComparison.Ordinal);
            address = places.Aggregate(address, (filled, place) => filled.Replace(place.Key, place.Value, StringComparison.Ordinal))
                .TrimEnd('/');
            var compiled = await office.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            var handlers = compiled.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod))
                .Select(handler => handler.Name ?? "").ToList();
            pages.Add((
                address.Length == 0 ? "/" : address,
                await BrowserOf(compiled.EndpointMetadata.OfType<IAuthorizeData>().Select(data => data.Policy).LastOrDefault()),
                handlers));
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }

        office.Dispose();
    }

    [Test]
    public void Pages_OfTheHost_AreAllPostedTo() => Assert.Multiple(() =>
    {
        Assert.That(pages, Has.Count.GreaterThan(40));
        Assert.That(pages.Sum(page => page.Handlers.Count), Is.GreaterThan(50));
        Assert.That(pages.Select(page => page.Address), Has.None.Contains("{"), "every parameter of an address has a value here");
    });

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public Task Page_WithoutItsHandler_Answers400(string method) => Each([], async (page, browser, _) =>
    {
        if (method != "POST" || !page.Handlers.Contains(""))
        {
            await Refused(browser, page.Address, Fields(browser), method);
        }

        await Refused(browser, page.Address + "?handler=NoSuch", Fields(browser), method);
    });

    [Test]
    public Task Handler_WithBodyThatIsNoForm_Answers400() => Each([], async (page, browser, handler) =>
    {
        await Refused(browser, page.Address + handler, new StringContent("Name=x", Encoding.UTF8, "text/plain"));
        await Refused(browser, page.Address + handler, new StringContent("{}", Encoding.UTF8, "application/json"));
        await Refused(browser, page.Address + handler, null);
        await Refused(
            browser, page.Address + handler, Multipart("--there\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nbroken off"));
        await Refused(browser, page.Address + handler, Multipart("no boundary at all"));
    });

    [Test]
    public Task Handler_WithEmptyForm_StoresNothing() => Each([], async (page, browser, handler) =>
    {
        if (!MayBeEmpty.Contains(handler))
        {
            await Survived(browser, page.Address + handler, Fields(browser));
        }
    });

    [TestCase("☃")]
    [TestCase("-1")]
    [TestCase("\0")]
    public Task Handler_WithDoubledUnreadableValues_StoresNothing(string value) => Each(KeptAsTyped, async (page, browser, handler) =>
    {
        // An attempt to sign in is on record, whatever was typed.
        if (page.Address != "/sign-in")
        {
            await Survived(browser, page.Address + handler, Fields(browser, [.. await NamesOn(page.Address, browser)], value, value));
        }
    });

    [Test]
    public Task Handler_WithOverlongValues_StoresNothing() => Each([], async (page, browser, handler) =>
        await Survived(
            browser, page.Address + handler, Fields(browser, [.. await NamesOn(page.Address, browser)], new string('长', 30_000))));

    // Does it with each handler of each page, and looks whether anything was stored.
    private async Task Each(
        IReadOnlyList<string> excepted, Func<(string Address, IReadOnlyList<string> Handlers), Browser, string, Task> work)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (address, browser, handlers) in pages.Where(page => page.Address is not ("/sign-out" or "/language")))
            {
                foreach (var handler in handlers.Where(handler => handler != SignsOut).DefaultIfEmpty(""))
                {
                    var before = Rows([.. excepted, .. Looks]);
                    await work((address, handlers), browser, handler.Length == 0 ? "" : "?handler=" + handler);
                    Assert.That(Rows([.. excepted, .. Looks]), Is.EqualTo(before), $"{address} {handler}: rows by table");
                }
            }
        }
    }

    private static async Task Refused(Browser browser, string address, HttpContent? content, string method = "POST") =>
        Assert.That(
            (int)await StatusOf(browser, address, content, method),
            address.StartsWith(Limited, StringComparison.Ordinal) ? Is.EqualTo(400).Or.EqualTo(429) : Is.EqualTo(400),
            $"{method} {address} {content?.Headers.ContentType}");

    private static async Task Survived(Browser browser, string address, HttpContent content) =>
        Assert.That((int)await StatusOf(browser, address, content, "POST"), Is.LessThan(500), address);

    private static async Task<HttpStatusCode> StatusOf(Browser browser, string address, HttpContent? content, string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add(TokenHeader, TokenOf(browser));
        using var answer = await browser.Send(request);
        return answer.StatusCode;
    }

    private static string TokenOf(Browser browser) => browser.Page.QuerySelector($"input[name={TokenField}]")!.GetAttribute("value")!;

    private static FormUrlEncodedContent Fields(Browser browser, IReadOnlyList<string>? names = null, params string[] values) =>
        new((names ?? []).SelectMany(name => values.Select(value => KeyValuePair.Create(name, value)))
            .Append(KeyValuePair.Create(TokenField, TokenOf(browser))));

    private static ByteArrayContent Multipart(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=here");
        return content;
    }

    // The names of all inputs of the page, and the names that a form of cases with several outcomes has.
    private static async Task<IEnumerable<string>> NamesOn(string address, Browser browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        using var answer = await browser.Send(request);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return page.QuerySelectorAll("form[method=post] [name]").Select(input => input.GetAttribute("name")!)
            .Where(name => name != TokenField).Concat(["Version", "Draft", "more", "sections[0].template"]).Distinct();
    }

    private async Task<Browser> BrowserOf(string? policy)
    {
        var person = policy switch
        {
            null or "Clerk" or "Office" or "Reader" or "Importer" => "clerk",
            "Reviewer" => "reviewer",
            "Manager" => "manager",
            _ => "admin",
        };
        if (!browsers.TryGetValue(person, out var browser))
        {
            browser = browsers[person] = await office.SignedIn(person);
            await browser.Get("/account");
        }

        return browser;
    }

    private Dictionary<string, long> Rows(IReadOnlyList<string> excepted)
    {
        using var connection = new SqliteConnection($"Data Source={office.Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        using var names = command.ExecuteReader();
        var tables = new List<string>();
        while (names.Read())
        {
            tables.Add(names.GetString(0));
        }

        return tables.Except(excepted).ToDictionary(name => name, office.Count);
    }
}
