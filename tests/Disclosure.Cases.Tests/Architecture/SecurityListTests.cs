using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>The list of OWASP ASVS (<c>docs/security-asvs.md</c>) is whole, and what it names is there.</summary>
public sealed partial class SecurityListTests
{
    private const string NoTest = "no test";

    // Levels 1 and 2 of version 4.0.3: chapter, then section and the numbers in it.
    private static readonly string[] Required =
    [
        "1: 1.1-7 2.1-4 4.1,4-5 5.1-4 6.1-4 7.1-2 8.1-2 9.1-2 10.1 11.1-2 12.2 14.1-6",
        "2: 1.1-12 2.1-3 3.1-3 4.1-5 5.1-7 6.1-3 7.1-6 8.1-7 9.1-3 10.1-4",
        "3: 1.1 2.1-4 3.1-4 4.1-5 5.1-3 7.1",
        "4: 1.1-3,5 2.1-2 3.1-3",
        "5: 1.1-5 2.1-8 3.1-10 4.1-3 5.1-4",
        "6: 1.1-3 2.1-6 3.1-2 4.1-2",
        "7: 1.1-4 2.1-2 3.1,3-4 4.1-3",
        "8: 1.1-4 2.1-3 3.1-8",
        "9: 1.1-3 2.1-4",
        "10: 2.1-2 3.1-3",
        "11: 1.1-8",
        "12: 1.1-3 2.1 3.1-6 4.1-2 5.1-2 6.1",
        "13: 1.1,3-5 2.1-3,5-6 3.1-2 4.1-2",
        "14: 1.1-4 2.1-6 3.2-3 4.1-7 5.1-4",
    ];

    private static readonly string Page = TextOf("security-asvs.md");

    private static readonly IReadOnlyList<Point> Points =
    [
        .. Row().Matches(Page).Select(match => new Point(
            match.Groups["number"].Value, match.Groups["standing"].Value, match.Groups["how"].Value, match.Groups["tests"].Value)),
    ];

    private static readonly string[] Places = ["", "src/Disclosure.Cases.", "src/Disclosure.Cases/"];

    private sealed record Point(string Number, string Standing, string How, string Tests)
    {
        public IEnumerable<string> NamedTests => Quoted().Matches(Tests).Select(match => match.Groups["text"].Value);

        public IEnumerable<string> Named => Quoted().Matches(How).Select(match => match.Groups["text"].Value);
    }

    [Test]
    public void Numbers_OfLevels1And2_StandOnceEachInTheirOrder() =>
        Assert.That(Points.Select(point => point.Number), Is.EqualTo(Required.SelectMany(Expanded)));

    [Test]
    public void Tests_ThatItNames_AreThere()
    {
        var named = Points.SelectMany(point => point.NamedTests).ToHashSet(StringComparer.Ordinal);
        Assert.That(named, Has.Count.GreaterThan(100));
        Assert.That(named.Except(TestsOf([.. named.Select(test => test.Split('.')[0])])), Is.Empty);
    }

    [Test]
    public void FilesAndSettings_ThatItNames_AreThere()
    {
        var settings = TextOf("configuration.md");
        var files = Points.SelectMany(point => point.Named).Where(text => FileName().IsMatch(text)).ToHashSet(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(files, Has.Count.GreaterThan(80));
            Assert.That(
                files.Where(file => !Array.Exists(Places, place => File.Exists(Path.Combine(Repository.Root, place + file)))), Is.Empty);
            Assert.That(
                Points.SelectMany(point => point.Named)
                    .Where(text => Setting().IsMatch(text) && !settings.Contains($"`{text}`", StringComparison.Ordinal)),
                Is.Empty);
        });
    }

    [Test]
    public void Standing_OfEachPoint_IsCountedAtTheTop_AndTestsStandWhereThereIsSomethingToTest()
    {
        var counted = Count().Matches(Page).ToDictionary(
            match => match.Groups["standing"].Value,
            match => int.Parse(match.Groups["points"].Value, CultureInfo.InvariantCulture));
        Assert.Multiple(() =>
        {
            Assert.That(counted, Has.Count.EqualTo(5));
            Assert.That(
                counted, Is.EquivalentTo(Points.GroupBy(point => point.Standing).ToDictionary(group => group.Key, group => group.Count())));
            Assert.That(Page, Does.Contain($"\n{Points.Count(point => point.Tests == NoTest)} points are met without a test"));
            Assert.That(Points.Where(point => !IsTestSaid(point)).Select(point => point.Number), Is.Empty, "a test, or that there is none");
        });
    }

    private static bool IsTestSaid(Point point) => point.Standing switch
    {
        "met" => point.Tests == NoTest || point.NamedTests.Any(),
        "not met" or "does not apply" => point.Tests == "–",
        _ => point.Tests == "–" || point.NamedTests.Any(),
    };

    private static string TextOf(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Expanded(string chapter) =>
        from section in chapter.Split(' ').Skip(1)
        let parts = section.Split('.')
        from range in parts[1].Split(',')
        let ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList()
        from number in Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)
        select $"{chapter.Split(':')[0]}.{parts[0]}.{number}";

    // Every method of these classes that is a test, however many files a class has.
    private static IEnumerable<string> TestsOf(HashSet<string> classes) =>
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        let text = File.ReadAllText(path)
        where classes.Any(name => text.Contains($"class {name}", StringComparison.Ordinal))
        from type in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "Test" or "TestCase" or "TestCaseSource")
        select $"{type.Identifier.Text}.{method.Identifier.Text}";

    [GeneratedRegex(
        @"^\| (?<number>\d+\.\d+\.\d+) \| [^|]+ \| (?<standing>[a-z ]+): (?<how>[^|]+) \| (?<tests>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?<standing>[a-z ]+) \| [^|]+ \| (?<points>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Count();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Quoted();

    // What has a folder or is one of the few files at the root.
    [GeneratedRegex(@"^([\w.\-]+/)+[\w.\-]+$|^(Dockerfile|compose\.yaml|Directory\.\w+\.props)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[A-Z]\w+(:[A-Z]\w+)+$")]
    private static partial Regex Setting();
}
