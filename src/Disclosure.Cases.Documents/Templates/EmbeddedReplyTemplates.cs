using System.Reflection;
using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>The catalogue that comes with the software, with an office's own wordings in place of those they replace.</summary>
public sealed class EmbeddedReplyTemplates : IReplyTemplates
{
    private const string Folder = "templates/";
    private readonly Dictionary<string, ReplyTemplate> _byCode;

    /// <summary>Reads the catalogue once.</summary>
    /// <param name="overrides">A folder with files (<c>*.md</c>, at any depth) that replace those with the same code; null for none.</param>
    /// <exception cref="TemplateFileException">A file cannot be used, has a code that does not exist, or changes number or kind.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public EmbeddedReplyTemplates(string? overrides = null)
    {
        _byCode = Embedded().ToDictionary(template => template.Code, StringComparer.Ordinal);
        if (overrides is not null)
        {
            Override(overrides);
        }

        All = [.. _byCode.Values.OrderBy(template => template.No ?? int.MaxValue).ThenBy(template => template.Code, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReplyTemplate> All { get; }

    /// <inheritdoc/>
    public ReplyTemplate? Find(string code) => _byCode.GetValueOrDefault(code);

    private static IEnumerable<ReplyTemplate> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return TemplateFile.Read(name, content.ToArray());
        }
    }

    private void Override(string folder)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var own = TemplateFile.Read(file, File.ReadAllBytes(file));
            if (!_byCode.TryGetValue(own.Code, out var original))
            {
                throw new TemplateFileException(file, $"there is no template '{own.Code}' to replace.");
            }

            if (own.No != original.No || own.Kind != original.Kind)
            {
                throw new TemplateFileException(file, "number and kind belong to the catalogue and cannot be changed.");
            }

            if (!replaced.Add(own.Code))
            {
                throw new TemplateFileException(file, $"a second file replaces '{own.Code}'.");
            }

            BodyFiller.TryOut(file, own);
            _byCode[own.Code] = own;
        }
    }
}
