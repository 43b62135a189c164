using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// Every page, at a desk and on a telephone, in both languages, light and dark: axe-core finds nothing serious, nothing fails
/// in the browser's console, and nobody has to push the page sideways. With DISCLOSURE_SCREENSHOTS set to a folder, pictures
/// are kept there, to be looked at.
/// </summary>
[Parallelizable(ParallelScope.Children)]
internal sealed partial class EveryPageTests
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DISCLOSURE_SCREENSHOTS");
    private static readonly ViewportSize Desk = new() { Width = 1366, Height = 768 };
    private static readonly ViewportSize Telephone = new() { Width = 390, Height = 844 };
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentDictionary<string, Task<string>> signedIn = new();

    private Browsers browsers = null!;
    private DemonstrationDistrict district = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        browsers = await Browsers.Start();
        district = new DemonstrationDistrict();
        district.Open();
        await district.ConnectASystem();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (district is not null)
        {
            await district.DisposeAsync();
        }

        if (browsers is not null)
        {
            await browsers.DisposeAsync();
        }
    }

    [Test]
    public void Pages_Shown_AreAllThatThereAre()
    {
        var routes = district.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
        var shown = ShownPages.All.Select(page => page.Address.Split('?')[0]).ToList();
        Assert.That(
            routes.Except(ShownPages.NotShown).Where(route => !shown.Exists(address => Matches(route, address))),
            Is.EquivalentTo(new[] { "/status/{code:int}" }), "an address that does not exist shows that one");
    }

    [TestCaseSource(typeof(ShownPages), nameof(ShownPages.All))]
    public async Task Page_WhoeverLooksAtItWherever_CanBeReadAndUsed(ShownPage shown)
    {
        var problems = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var page = await Of(shown, language, problems);
            foreach (var (place, size) in new[] { ("desk", Desk), ("telephone", Telephone) })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width > size.Width)
                {
                    problems.Add($"{language}, {place}: {width} pixels wide");
                }

                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    problems.AddRange((await Faults(page, scheme)).Select(fault => $"{language}, {place}, {scheme}: {fault}"));
                    await Keep(page, $"{shown.Name}.{language}.{place}.{scheme.ToString().ToLowerInvariant()}");
                }
            }

            await page.Context.CloseAsync();
        }

        Assert.That(problems, Is.Empty);
    }

    private static bool Matches(string route, string address)
    {
        const string Some = "\u0001", Any = "\u0002";
        var marked = Regex.Escape(Parameter().Replace(route, match => match.Value.EndsWith("?}", StringComparison.Ordinal) ? Any : Some));
        return Regex.IsMatch(address, "^" + marked.Replace("/" + Any, "(/[^/]+)?", StringComparison.Ordinal).Replace(Some, "[^/]+", StringComparison.Ordinal) + "$");
    }

    // In the dark only colours differ: the rest was looked at in the light.
    private static Task<string[]> Faults(IPage page, ColorScheme scheme) => page.EvaluateAsync<string[]>(
        """
        async (rules) => (await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: { type: "rule", values: rules } }) })).violations
          .filter((violation) => ["serious", "critical"].includes(violation.impact))
          .flatMap((violation) => violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${node.html}`))
        """,
        scheme == ColorScheme.Dark ? new[] { "color-contrast" } : null);

    private static async Task Keep(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png") });
        }
    }

    private async Task<IPage> Of(ShownPage shown, string language, List<string> problems)
    {
        var context = await browsers.Browser.NewContextAsync(new()
        {
            ViewportSize = Desk,
            Locale = language,
            StorageState = shown.Reader is { } reader ? await signedIn.GetOrAdd(reader, SignIn) : null,
        });
        context.SetDefaultTimeout(30_000);
        await context.AddCookiesAsync([new()
        {
            Name = CookieRequestCultureProvider.DefaultCookieName,
            Value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            Url = district.Address,
        }]);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => problems.Add($"{language}: {error}");
        page.Console += (_, message) =>
        {
            // The browser reports the answer itself of the page that is not there.
            if (message.Type == "error" && !(shown.Name == "status" && message.Text.Contains("404", StringComparison.Ordinal)))
            {
                problems.Add($"{language}: {message.Text}");
            }
        };
        var address = Row().Replace(shown.Address, match => district.First(ShownPages.Rows[match.Groups[1].Value]));
        var answer = await page.GotoAsync(district.Address + address);
        if (answer!.Status != (shown.Name == "status" ? 404 : 200) || (shown.Reader is not null && page.Url.Contains("/sign-in", StringComparison.Ordinal)))
        {
            problems.Add($"{language}: {answer.Status} at {page.Url}");
        }

        if (await page.GetAttributeAsync("html", "lang") is var spoken && spoken != language)
        {
            problems.Add($"{language}: shown in {spoken}");
        }

        await page.EvaluateAsync(Axe);
        return page;
    }

    private async Task<string> SignIn(string name)
    {
        var context = await browsers.Browser.NewContextAsync(new() { ViewportSize = Desk });
        var page = await context.NewPageAsync();
        await page.GotoAsync(district.Address + "/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", DemonstrationDistrict.Password);
        await page.ClickAsync(".door button.go");
        await Assertions.Expect(page.Locator(".who")).ToBeVisibleAsync();
        var state = await context.StorageStateAsync();
        await context.CloseAsync();
        return state;
    }

    [GeneratedRegex("\\{[a-zA-Z]+(:[a-z]+)?\\??\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\\{([a-z]+)\\}")]
    private static partial Regex Row();
}
