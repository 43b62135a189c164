using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>The test projects share what they have in common through Disclosure.Cases.Testing alone.</summary>
public sealed class TestProjectTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests");

    private static readonly string[] Projects =
    [
        .. Directory.EnumerateDirectories(Folder).Where(path => !path.EndsWith("Benchmarks", StringComparison.Ordinal)),
    ];

    [Test]
    public void Type_OfATestProject_HasANameOfItsOwn()
    {
        var types =
            from project in Projects
            from path in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
            from type in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.All(modifier => modifier.ValueText != "file")
            select (Project: Path.GetFileName(project), Name: type.Identifier.ValueText);
        var names = types.Distinct().ToLookup(type => type.Name, type => type.Project);
        Assert.That(names, Has.Count.GreaterThan(200));
        Assert.That(names.Where(name => name.Count() > 1).Select(name => $"{name.Key}: {string.Join(", ", name)}"), Is.Empty);
    }

    [Test]
    public void Project_OfTests_RefersToSourcesAndWhatIsSharedAlone() =>
        Assert.That(
            Projects.SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"))
                .SelectMany(path => XDocument.Load(path).Descendants("ProjectReference").Select(each => each.Attribute("Include")!.Value)),
            Is.Not.Empty.And.All.StartsWith("../../src/").Or.EqualTo("../Disclosure.Cases.Testing/Disclosure.Cases.Testing.csproj"));

    [Test]
    public void Project_OfTests_CompilesItsOwnFilesAlone() =>
        Assert.That(
            Projects.SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"))
                .Where(path => XDocument.Load(path).Descendants("Compile").Any()).Select(Path.GetFileName),
            Is.Empty);
}
