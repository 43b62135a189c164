using System.Reflection;
using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Linting;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>The catalogue that comes with the software, with an office's own wordings in place of those they replace.</summary>
public sealed class EmbeddedReplyTemplates : IReplyTemplates
{
    private const string Folder = "templates/";
    private readonly Dictionary<string, ReplyTemplate> byCode;
    private readonly Dictionary<string, ReplyTemplate> shipped;
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);

    /// <summary>Reads the catalogue once.</summary>
    /// <param name="overrides">A folder with files (<c>*.md</c>, at any depth) that replace those with the same
    /// code; null for none.</param>
    /// <exception cref="TemplateFileException">A file cannot be used, has a code that does not exist, or changes what
    /// cannot be changed.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public EmbeddedReplyTemplates(string? overrides = null)
    {
        byCode = Files().Select(file => TemplateFile.Read(file.Name, file.Content))
            .ToDictionary(template => template.Code, StringComparer.Ordinal);
        shipped = new Dictionary<string, ReplyTemplate>(byCode, StringComparer.Ordinal);
        if (overrides is not null)
        {
            Override(overrides);
        }

        All = InOrder(byCode.Values);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReplyTemplate> All { get; }

    /// <inheritdoc/>
    public ReplyTemplate? Find(string code) => byCode.GetValueOrDefault(code);

    /// <inheritdoc/>
    public ReplyTemplate? Find(string code, string? version) =>
        Find(code) is { } template && (version is null || template.Version == version) ? template : null;

    /// <inheritdoc/>
    public ReplyTemplate? ForPart(string ground) =>
        Find(ground) is { SpeaksOfParts: true } own ? own : shipped.GetValueOrDefault(ground);

    /// <summary>Whether a wording comes from the folder of overrides.</summary>
    public bool IsFromFolder(string code) => replaced.Contains(code);

    internal static IReadOnlyList<ReplyTemplate> InOrder(IEnumerable<ReplyTemplate> templates) =>
        [.. templates.OrderBy(template => template.No ?? int.MaxValue).ThenBy(template => template.Code, StringComparer.Ordinal)];

    /// <summary>The files that come with the software, by their names.</summary>
    internal static IEnumerable<(string Name, byte[] Content)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (name, content.ToArray());
        }
    }

    private void Override(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var own = TemplateFile.Read(file, File.ReadAllBytes(file));
            if (!byCode.TryGetValue(own.Code, out var original))
            {
                throw new TemplateFileException(file, $"there is no template '{own.Code}' to replace.");
            }

            if (!replaced.Add(own.Code))
            {
                throw new TemplateFileException(file, $"a second file replaces '{own.Code}'.");
            }

            var faults = new FaultList(file);
            FrameRules.Judge(own, original, faults);
            if (faults.All.Count > 0)
            {
                throw new TemplateFileException(file, string.Join(" ", faults.All.Select(fault => fault.Say(Texts.English))));
            }

            BodyFiller.TryOut(this, file, own);
            byCode[own.Code] = own;
        }
    }
}
