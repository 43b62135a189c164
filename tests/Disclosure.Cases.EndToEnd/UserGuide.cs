namespace Disclosure.Cases.EndToEnd;

/// <summary>The user guide and its pictures, each of a page of <see cref="ShownPages"/>.</summary>
internal static class UserGuide
{
    /// <summary>The pages of which the guide has a picture, in the order of the guide.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "today", "register", "queue", "case", "draft", "review", "review-letter", "manager", "manager-due",
        "agency", "calendar", "template", "calculator-filled",
    ];

    public static string File { get; } = Path.Combine(Repository.Root, "docs", "user-guide.md");

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "guide");
}
