using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Disclosure.Cases.Storage.Tests.TransactSql;

/// <summary>The source code of the storage, compiled once so that each call can be followed to what is called.</summary>
internal sealed class SourceCode
{
    private const string Assembly = "Disclosure.Cases.Storage";

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly Lazy<SourceCode> Once = new(() => new SourceCode());

    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    private SourceCode()
    {
        Folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(Folder.FullName, "Disclosure.Cases.sln")))
        {
            Folder = Folder.Parent ?? throw new DirectoryNotFoundException("The source code is not above the tests.");
        }

        Folder = new DirectoryInfo(Path.Combine(Folder.FullName, "src"));
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var usings = string.Concat(ImplicitUsings.Select(name => $"global using global::{name};"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != Assembly).Select(path => MetadataReference.CreateFromFile(path));
        Compilation = CSharpCompilation.Create(
            Assembly,
            FilesOf(Assembly).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parsing, path))
                .Append(CSharpSyntaxTree.ParseText(usings, parsing)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Calls = [.. Compilation.SyntaxTrees.SelectMany(tree =>
        {
            var model = ModelOf(tree);
            return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetOperation(call)).OfType<IInvocationOperation>();
        })];
    }

    public static SourceCode Storage => Once.Value;

    /// <summary>The folder of all projects.</summary>
    public DirectoryInfo Folder { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Every call of a method.</summary>
    public IReadOnlyList<IInvocationOperation> Calls { get; }

    /// <summary>What the names in a file stand for; kept, for it is made slowly.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) =>
        models.TryGetValue(tree, out var model) ? model : models[tree] = Compilation.GetSemanticModel(tree);

    /// <summary>The files of a project.</summary>
    public IEnumerable<string> FilesOf(string project) => Directory
        .EnumerateFiles(Path.Combine(Folder.FullName, project), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
