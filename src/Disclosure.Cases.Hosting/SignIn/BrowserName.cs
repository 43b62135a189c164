namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>A browser as people know it, by what it says of itself.</summary>
internal static class BrowserName
{
    // Most of them name others too: the first that fits is meant.
    private static readonly (string Said, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Said, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Firefox / Windows</c>; nothing of what is said is taken over as it is.</summary>
    public static string Of(string? userAgent) =>
        string.Join(" / ", new[] { Known(Browsers, userAgent), Known(Systems, userAgent) }.Where(name => name.Length > 0));

    private static string Known((string Said, string Name)[] all, string? userAgent) =>
        all.FirstOrDefault(each => userAgent?.Contains(each.Said, StringComparison.Ordinal) == true).Name ?? "";
}
