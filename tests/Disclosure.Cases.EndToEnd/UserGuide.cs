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

    public static string File { get; } = Path.Combine(Docs(), "user-guide.md");

    public static string Folder { get; } = Path.Combine(Docs(), "guide");

    private static string Docs()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Disclosure.Cases.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "docs");
    }
}
