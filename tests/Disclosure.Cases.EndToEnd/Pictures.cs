using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// Pictures of the pages as the tests see them. With DISCLOSURE_SCREENSHOTS set to a folder, all of them are kept there, to be
/// looked at. With DISCLOSURE_RENEW_PICTURES=1 those of the user guide are taken anew: Chinese, at a desk, in the light.
/// </summary>
internal static class Pictures
{
    private static readonly string? All = Environment.GetEnvironmentVariable("DISCLOSURE_SCREENSHOTS");
    private static readonly bool Renew = Environment.GetEnvironmentVariable("DISCLOSURE_RENEW_PICTURES") == "1";

    public static async Task Keep(IPage page, ShownPage shown, string language, Place place, ColorScheme scheme)
    {
        if (All is not null)
        {
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(All, $"{shown.Name}.{language}.{place.Name}.{scheme.ToString().ToLowerInvariant()}.png") });
        }

        if (Renew && UserGuide.Pages.Contains(shown.Name) && language == "zh-CN" && place == Place.Desk && scheme == ColorScheme.Light)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(UserGuide.Folder, shown.Name + ".png") });
        }
    }
}
