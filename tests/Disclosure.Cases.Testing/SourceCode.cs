using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Disclosure.Cases.Testing;

/// <summary>The source code of a project, compiled so that each name can be followed to what it stands for.</summary>
internal sealed class SourceCode
{
    // Those of the SDK, and of the Directory.Build.props.
    private static readonly string[] GlobalUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "Disclosure.Cases.Kernel",
    ];

    private static readonly Lazy<SourceCode> OfStorage = new(() => new SourceCode("Disclosure.Cases.Storage"));

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Lazy<IReadOnlyList<IInvocationOperation>> calls;

    /// <summary>Compiles a project.</summary>
    /// <param name="project">Its name, which is that of its folder and of its assembly.</param>
    public SourceCode(string project)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var usings = string.Concat(GlobalUsings.Select(name => $"global using global::{name};"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project).Select(path => MetadataReference.CreateFromFile(path));
        Compilation = CSharpCompilation.Create(
            project,
            FilesOf(project).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parsing, path))
                .Append(CSharpSyntaxTree.ParseText(usings, parsing)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        calls = new(() => [.. Compilation.SyntaxTrees.SelectMany(tree =>
        {
            var model = ModelOf(tree);
            return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetOperation(call)).OfType<IInvocationOperation>();
        })]);
    }

    /// <summary>The storage's, compiled once.</summary>
    public static SourceCode Storage => OfStorage.Value;

    /// <summary>The folder of all projects.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "src");

    public CSharpCompilation Compilation { get; }

    /// <summary>Every call of a method.</summary>
    public IReadOnlyList<IInvocationOperation> Calls => calls.Value;

    /// <summary>What the names in a file stand for; kept, for it is made slowly.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, _ => Compilation.GetSemanticModel(tree));

    /// <summary>The files of a project.</summary>
    public static IEnumerable<string> FilesOf(string project) => Directory
        .EnumerateFiles(Path.Combine(Folder, project), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
