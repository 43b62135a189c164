using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>
/// The folders of the domain project stand on floors: a folder uses what lies below and, without a cycle, what stands beside it.
/// </summary>
public sealed class FolderTests
{
    private const string Domain = "Disclosure.Cases";

    private static readonly string[][] Floors =
    [
        ["Kernel"],
        ["Law", "Clock", "Differences", "Agencies", "SignIns", "Looks", "Numbering", "ReplyTemplates", "Letters"],
        ["CaseFiles"],
        ["ReplyProcess", "LetterComposition"],
        ["Registration", "DateCorrections", "SecondPerson", "LegalChecks", "DocumentLifecycle", "Suggestions", "Archiving",
         "Disputes"],
        ["Deadlines", "Supervision", "Calendars", "Parties"],
        ["Reporting", "AnnualReports", "Bulletins", "ApiClients", "SavedFilters", "Exporting", "Notifications", "Training", "Maintenance",
         "Scheduling", "Retention", "EvidencePacks", "Importing"],
    ];

    private static readonly string Folder = Path.Combine(Repository.Root, "src", Domain);

    private static readonly Lazy<ILookup<(string From, string To), string>> Uses = new(Read);

    [Test]
    public void Folders_OfTheDomain_StandOnTheFloors() =>
        Assert.That(
            Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj")),
            Is.EquivalentTo(Floors.SelectMany(floor => floor)));

    [Test]
    public void Folder_OfTheDomain_UsesNothingAbove()
    {
        var floorOf = Floors.SelectMany((floor, height) => floor.Select(name => (name, height)))
            .ToDictionary(each => each.name, each => each.height);
        Assert.That(Uses.Value, Is.Not.Empty);
        Assert.That(Uses.Value.Where(uses => floorOf[uses.Key.To] > floorOf[uses.Key.From]).Select(Said), Is.Empty);
    }

    [Test]
    public void Folders_OfTheDomain_FormNoCycle()
    {
        // What no other one of those left uses is taken away, again and again: what stays goes round in a circle.
        var left = Floors.SelectMany(floor => floor).ToHashSet();
        while (left.RemoveWhere(name => !Uses.Value.Any(uses => uses.Key.To == name && left.Contains(uses.Key.From))) > 0)
        {
        }

        Assert.That(Uses.Value.Where(uses => left.Contains(uses.Key.From) && left.Contains(uses.Key.To)).Select(Said), Is.Empty);
    }

    private static string Said(IGrouping<(string From, string To), string> uses) =>
        $"{uses.Key.From} uses {uses.Key.To}: {string.Join(", ", uses.Distinct().Take(3))}";

    // Every name in the source, in its comments as well, is followed to the type that it stands for or belongs to, whatever is
    // imported at the top of the file.
    private static ILookup<(string From, string To), string> Read()
    {
        var source = new SourceCode(Domain);
        var uses =
            from tree in source.Compilation.SyntaxTrees
            let @from = FolderOf(tree)
            where @from is not null
            let model = source.ModelOf(tree)
            from node in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
            let symbol = model.GetSymbolInfo(node)
            let type = TypeOf(symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault())
            where type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, source.Compilation.Assembly)
            let to = type.Locations.Select(location => FolderOf(location.SourceTree)).OfType<string>().FirstOrDefault()
            where to is not null && to != @from
            select (Arrow: (@from, to), Where: $"{Path.GetFileName(tree.FilePath)} → {type.Name}");
        return uses.ToLookup(use => use.Arrow, use => use.Where);
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    // The first folder below the project's; what stands in the project's own folder puts the floors together.
    private static string? FolderOf(SyntaxTree? tree) =>
        tree is null || tree.FilePath.Length == 0 ? null
        : Path.GetRelativePath(Folder, tree.FilePath).Split(Path.DirectorySeparatorChar) is [var first, _, ..] ? first
        : null;
}
