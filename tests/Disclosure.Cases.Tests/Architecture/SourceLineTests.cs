using Microsoft.CodeAnalysis.CSharp;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>Lines are short enough to be read beside each other.</summary>
public sealed class SourceLineTests
{
    private const int Longest = 140;

    private static readonly SyntaxKind[] RawStarts =
    [
        SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        SyntaxKind.InterpolatedSingleLineRawStringStartToken, SyntaxKind.InterpolatedMultiLineRawStringStartToken,
    ];

    [Test]
    public void Line_OfAnySource_HasAtMost140Characters()
    {
        var sources = FilesOf("*.cs", "src", "tests");
        Assert.That(sources, Has.Count.GreaterThan(600));
        Assert.That(sources.SelectMany(TooLong), Is.Empty);
    }

    [Test]
    public void Line_OfAnyView_HasAtMost140Characters()
    {
        var views = FilesOf("*.cshtml", "src");
        Assert.That(views, Has.Count.GreaterThan(90));
        Assert.That(views.SelectMany(path => Suspects(File.ReadAllText(path)).Select(number => PlaceOf(path, number))), Is.Empty);
    }

    private static List<string> FilesOf(string pattern, params string[] folders) =>
        [.. folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))];

    // The lines of a raw string are its value: SQL, XML and style sheets are broken where it does not matter to them.
    private static IEnumerable<string> TooLong(string path)
    {
        var text = File.ReadAllText(path);
        var suspects = Suspects(text);
        if (suspects.Count == 0)
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(text);
        var raw = tree.GetRoot().DescendantTokens().Where(token => RawStarts.Contains(token.Kind()))
            .Select(token => tree.GetLineSpan(token.Parent!.Span))
            .SelectMany(span => Enumerable.Range(
                span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1))
            .ToHashSet();
        return suspects.Where(number => !raw.Contains(number)).Select(number => PlaceOf(path, number));
    }

    private static List<int> Suspects(string text)
    {
        var lines = text.Split('\n');
        return [.. Enumerable.Range(0, lines.Length).Where(number => LengthOf(lines[number]) > Longest)];
    }

    private static string PlaceOf(string path, int number) => $"{Path.GetRelativePath(Repository.Root, path)}:{number + 1}";

    // A character beyond the basic plane is one, though it takes two places.
    private static int LengthOf(string line) => line.Count(unit => !char.IsLowSurrogate(unit));
}
