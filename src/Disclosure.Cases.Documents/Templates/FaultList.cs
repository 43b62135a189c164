using Disclosure.Cases.ReplyTemplates;
using YamlDotNet.RepresentationModel;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>What is found wrong with one template file, each fault with the line of the field that it concerns.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<TemplateFinding> findings = [];
    private YamlNode? root;

    public string File => file;

    public IReadOnlyList<TemplateFinding> All => [.. findings.OrderBy(finding => finding.Line ?? 0)];

    /// <summary>Lets fields of the front matter be found by their line.</summary>
    public void Know(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
    }

    /// <summary>A fault of a field, named by its path: <c>facts.respondBy.kind</c>.</summary>
    public void OfField(string path, string code, params object?[] arguments) => Add(LineOf(path), code, arguments);

    /// <summary>A fault that stands in a line of the file.</summary>
    public void Add(int? line, string code, params object?[] arguments)
    {
        var finding = new TemplateFinding(file, line, new Refusal(code, arguments));
        if (!findings.Exists(known => known.Line == line && known.What == finding.What))
        {
            findings.Add(finding);
        }
    }

    /// <summary>Advice, which keeps nobody from using the file.</summary>
    public void Advise(string path, string code, params object?[] arguments) =>
        findings.Add(new TemplateFinding(file, LineOf(path), new Refusal(code, arguments)) { IsError = false });

    // The line of the field, or of what it would stand in.
    private int? LineOf(string path)
    {
        int? line = null;
        var node = root;
        foreach (var name in path.Split('.'))
        {
            if (node is not YamlMappingNode map || map.Children.FirstOrDefault(child =>
                child.Key is YamlScalarNode { Value: { } key } && key == name) is not { Key: not null } found)
            {
                break;
            }

            line = (int)found.Key.Start.Line + TemplateText.YamlLine - 1;
            node = found.Value;
        }

        return line;
    }
}
