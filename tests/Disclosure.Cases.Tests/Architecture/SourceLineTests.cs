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
        var sources = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .ToList();
        Assert.That(sources, Has.Count.GreaterThan(600));
        Assert.That(sources.SelectMany(TooLong), Is.Empty);
    }

    // The lines of a raw string are its value: SQL, XML and style sheets are broken where it does not matter to them.
    private static IEnumerable<string> TooLong(string path)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        var suspects = Enumerable.Range(0, lines.Length).Where(number => LengthOf(lines[number]) > Longest).ToList();
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
        return suspects.Where(number => !raw.Contains(number))
            .Select(number => $"{Path.GetRelativePath(Repository.Root, path)}:{number + 1}");
    }

    // A character beyond the basic plane is one, though it takes two places.
    private static int LengthOf(string line) => line.Count(unit => !char.IsLowSurrogate(unit));
}
