using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// Every page can be read and used, at a desk and on a telephone, in both languages, light and dark. What is looked at where:
/// <list type="bullet">
/// <item>in each language: the page is there, in that language, and nothing fails in the browser's console;</item>
/// <item>in each language and each size: nobody has to push the page sideways;</item>
/// <item>in Chinese at a desk and in English on a telephone: axe-core finds nothing serious, by all its rules in the light and, at
/// the desk, by that of contrast in the dark, where only colours differ. Every language and every size is seen once: a language
/// changes words, a size changes what is shown and where, and no rule depends on both.</item>
/// </list>
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class EveryPageTests
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private DemonstrationDistrict district = null!;
    private Readers readers = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        district = await SharedSetUp.District;
        readers = new Readers(SharedSetUp.Browsers, district);
    }

    [Test]
    public void Pages_Shown_AreAllThatThereAre()
    {
        var routes = district.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
        var shown = ShownPages.All.Select(page => page.Address.Split('?')[0]).ToList();
        Assert.That(
            routes.Except(ShownPages.NotShown).Where(route => !shown.Exists(address => Matches(route, address))),
            Is.EquivalentTo(new[] { "/status/{code:int}" }), "an address that does not exist shows that one");
    }

    [TestCaseSource(typeof(ShownPages), nameof(ShownPages.Looked))]
    public async Task Page_WhoeverLooksAtItWherever_CanBeReadAndUsed(ShownPage shown)
    {
        var problems = new List<string>();
        foreach (var (language, examined) in new[] { ("zh-CN", Place.Desk), ("en", Place.Telephone) })
        {
            var page = await readers.Take(shown.Reader, language);
            page.PageError += Failed;
            page.Console += Said;
            await Load(page, shown, language, problems);
            foreach (var place in new[] { Place.Desk, Place.Telephone })
            {
                await page.SetViewportSizeAsync(place.Width, place.Height);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width > place.Width)
                {
                    problems.Add($"{language}, {place.Name}: {width} pixels wide");
                }

                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    if (place == examined && (scheme == ColorScheme.Light || place == Place.Desk))
                    {
                        problems.AddRange((await Faults(page, scheme)).Select(fault => $"{language}, {place.Name}, {scheme}: {fault}"));
                    }

                    await Pictures.Keep(page, shown, language, place, scheme);
                }
            }

            page.PageError -= Failed;
            page.Console -= Said;
            readers.GiveBack(page, shown.Reader, language);

            void Failed(object? sender, string error) => problems.Add($"{language}: {error}");

            void Said(object? sender, IConsoleMessage message)
            {
                // The browser reports the answer itself of the page that is not there.
                if (message.Type == "error" && !(shown.Name == "status" && message.Text.Contains("404", StringComparison.Ordinal)))
                {
                    problems.Add($"{language}: {message.Text}");
                }
            }
        }

        Assert.That(problems, Is.Empty);
    }

    private static bool Matches(string route, string address)
    {
        const string Some = "\u0001", Any = "\u0002";
        var marked = Regex.Escape(Parameter().Replace(route, match => match.Value.EndsWith("?}", StringComparison.Ordinal) ? Any : Some));
        return Regex.IsMatch(
            address,
            "^" + marked.Replace("/" + Any, "(/[^/]+)?", StringComparison.Ordinal).Replace(Some, "[^/]+", StringComparison.Ordinal) + "$");
    }

    // A frame is there only around an attached PDF, which the browser shows by pages of its own.
    private static Task<string[]> Faults(IPage page, ColorScheme scheme) => page.EvaluateAsync<string[]>(
        """
        async (rules) => (await axe.run(document, {
          resultTypes: ["violations"], preload: false, iframes: false, ...(rules && { runOnly: { type: "rule", values: rules } }),
        })).violations
          .filter((violation) => ["serious", "critical"].includes(violation.impact))
          .flatMap((violation) => violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${node.html}`))
        """,
        scheme == ColorScheme.Dark ? new[] { "color-contrast" } : null);

    private async Task Load(IPage page, ShownPage shown, string language, List<string> problems)
    {
        var address = Row().Replace(shown.Address, match => district.First(ShownPages.Rows[match.Groups[1].Value]));
        var answer = await page.GotoAsync(district.Address + address);
        if (answer!.Status != (shown.Name == "status" ? 404 : 200)
            || (shown.Reader is not null && new Uri(page.Url).AbsolutePath == "/sign-in"))
        {
            problems.Add($"{language}: {answer.Status} at {page.Url}");
        }

        if (await page.GetAttributeAsync("html", "lang") is var spoken && spoken != language)
        {
            problems.Add($"{language}: shown in {spoken}");
        }

        await page.EvaluateAsync(Axe);
    }

    [GeneratedRegex("\\{[a-zA-Z]+(:[a-z]+)?\\??\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\\{([a-z]+)\\}")]
    private static partial Regex Row();
}
