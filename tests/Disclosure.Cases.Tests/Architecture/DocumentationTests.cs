using System.Text.RegularExpressions;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>What the pages and the sources refer to is there.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    [Test]
    public void References_ToTheDomainPage_NameAHeadingOfIt()
    {
        var headings = Headings(Path.Combine(Docs, "domain.md")).ToHashSet(StringComparer.Ordinal);
        var named = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups["heading"].Value))
            .ToList();
        Assert.That(named, Has.Count.GreaterThan(20));
        Assert.That(named.Distinct().Except(headings), Is.Empty);
    }

    [Test]
    public void Links_InThePages_LeadSomewhere()
    {
        var missing =
            from page in Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories)
                .Append(Path.Combine(Repository.Root, "README.md"))
            from Match link in Link().Matches(Fence().Replace(File.ReadAllText(page).ReplaceLineEndings("\n"), ""))
            let target = link.Groups["file"].Value.Length == 0
                ? page
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups["file"].Value))
            let place = link.Groups["place"].Value
            where !Path.Exists(target) || (place.Length > 0 && !Headings(target).Select(Anchor).Contains(place))
            select $"{Path.GetRelativePath(Repository.Root, page)}: {link.Value}";
        Assert.That(missing, Is.Empty);
    }

    private static IEnumerable<string> Headings(string page) =>
        Heading().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")).Select(match => match.Groups["text"].Value);

    // As GitHub makes it: lower case, punctuation left out, blanks as hyphens.
    private static string Anchor(string heading) => NoAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"docs/domain\.md, ""(?<heading>[^""]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#\s]*)(#(?<place>[^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
