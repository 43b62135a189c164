using System.Collections.Concurrent;
using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// Those who look at the pages of the invented district, each signed in once, with one browser context in each language. A page
/// once opened is used again for other addresses: a new one starts a process, which parses all scripts anew.
/// </summary>
internal sealed class Readers(Browsers browsers, DemonstrationDistrict district)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new();
    private readonly ConcurrentDictionary<(string? Reader, string Language), Lazy<Task<IBrowserContext>>> contexts = new();

    private readonly ConcurrentDictionary<(string? Reader, string Language), ConcurrentBag<IPage>> idle = new();

    /// <summary>A page of a reader, of desk size and in light colours, that nobody else uses until it is given back.</summary>
    /// <param name="reader">The sign-in name; null for whoever is not signed in.</param>
    /// <param name="language">zh-CN or en.</param>
    public async Task<IPage> Take(string? reader, string language)
    {
        var page = idle.GetOrAdd((reader, language), _ => []).TryTake(out var used)
            ? used
            : await (await Once(contexts, (reader, language), NewContext)).NewPageAsync();
        await page.SetViewportSizeAsync(Place.Desk.Width, Place.Desk.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return page;
    }

    /// <summary>Gives a page back, for the next who wants one of the same reader and language.</summary>
    public void GiveBack(IPage page, string? reader, string language) => idle.GetOrAdd((reader, language), _ => []).Add(page);

    private async Task<IBrowserContext> NewContext((string? Reader, string Language) of)
    {
        var context = await browsers.Browser.NewContextAsync(new()
        {
            Locale = of.Language,
            StorageState = of.Reader is { } name ? await Once(signedIn, name, SignIn) : null,
        });
        context.SetDefaultTimeout(30_000);
        await context.AddCookiesAsync([new()
        {
            Name = CookieRequestCultureProvider.DefaultCookieName,
            Value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(of.Language)),
            Url = district.Address,
        }]);
        return context;
    }

    private async Task<string> SignIn(string name)
    {
        var context = await browsers.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(district.Address + "/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", DemonstrationDistrict.Password);
        await page.ClickAsync(".door button.go");
        await Assertions.Expect(page.Locator(".who, #code")).ToBeVisibleAsync();
        var state = await context.StorageStateAsync();
        await context.CloseAsync();
        return state;
    }

    // Two tests that ask at once wait for the same answer.
    private static Task<TValue> Once<TKey, TValue>(
        ConcurrentDictionary<TKey, Lazy<Task<TValue>>> made, TKey key, Func<TKey, Task<TValue>> make)
        where TKey : notnull => made.GetOrAdd(key, each => new(() => make(each))).Value;
}
