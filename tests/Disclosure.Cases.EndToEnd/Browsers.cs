using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>Chromium, started once for all tests; where there is none they are ignored and say so.</summary>
internal sealed class Browsers : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
    ];

    private readonly IPlaywright playwright;

    private Browsers(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <summary>Starts the browser named by CHROMIUM, or one of the usual places.</summary>
    public static async Task<Browsers> Start()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        var path = (string.IsNullOrEmpty(named) ? Places : [named]).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Ignore("No browser found: install chromium, or name one in CHROMIUM. "
                + $"Looked at {string.Join(", ", string.IsNullOrEmpty(named) ? Places : [named])}.");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Browsers(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
