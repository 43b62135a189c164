using System.Text;
using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>Judges template files before anybody uses them: all findings at once, with their lines. Holds no state.</summary>
public static class TemplateLint
{
    private static readonly EmbeddedReplyTemplates Catalogue = new();

    /// <summary>One wording that is to take the place of the catalogue's with <paramref name="code"/>.</summary>
    /// <param name="code">The template's code.</param>
    /// <param name="content">The whole file.</param>
    public static TemplateReading Judge(string code, string content)
    {
        var faults = new FaultList("");
        var template = Read(faults, Encoding.UTF8.GetBytes(content));
        if (template is not null && template.Code != code)
        {
            faults.OfField("code", "lint.otherCode", code, template.Code);
        }

        return new TemplateReading(template, faults.All);
    }

    /// <summary>Every template file (<c>*.md</c>, at any depth) of a folder, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isWhole">Whether it must hold the whole catalogue; else its files replace single ones.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static IReadOnlyList<TemplateFinding> Folder(string folder, bool isWhole) =>
        Files(
            Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (file, File.ReadAllBytes(file))),
            isWhole);

    /// <summary>The catalogue that comes with the software.</summary>
    public static IReadOnlyList<TemplateFinding> Shipped() => Files(EmbeddedReplyTemplates.Files(), isWhole: true);

    internal static IReadOnlyList<TemplateFinding> Files(IEnumerable<(string Name, byte[] Content)> files, bool isWhole)
    {
        var findings = new List<TemplateFinding>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, content) in files)
        {
            var faults = new FaultList(name);
            var template = Read(faults, content);
            if (template is not null && !seen.TryAdd(template.Code, name))
            {
                faults.OfField("code", "lint.twice", template.Code, seen[template.Code]);
            }

            findings.AddRange(faults.All);
        }

        // 7 + 19 and the companions: the process opens them by their codes, so none may lack.
        if (isWhole)
        {
            findings.AddRange(Catalogue.All.Where(template => !seen.ContainsKey(template.Code))
                .Select(template => new TemplateFinding(
                    "",
                    null,
                    new Refusal("lint.templateMissing", $"{(template.No is { } no ? $"{no:00} " : "")}{template.Code}", template.Title))));
        }
        else if (seen.Count == 0 && findings.Count == 0)
        {
            findings.Add(new TemplateFinding("", null, new Refusal("lint.noFiles")));
        }

        return findings;
    }

    private static ReplyTemplate? Read(FaultList faults, ReadOnlySpan<byte> content)
    {
        if (TemplateFile.Read(faults, content) is not { } template || TemplateText.Of(content) is not { } text)
        {
            return null;
        }

        if (Catalogue.Find(template.Code) is { } original)
        {
            FrameRules.Judge(template, original, faults);
        }
        else
        {
            faults.OfField("code", "lint.unknownCode", template.Code);
        }

        RemedyRules.Judge(template, faults);
        WordingRules.Judge(template, text, faults);
        BasisRules.Judge(template, text, faults);
        FactRules.Judge(template, BodyScan.Read(template, text, faults), faults);
        TryOut(template, text, faults);
        return template;
    }

    // What no rule above foresaw: the wording is filled in, in every variant, with and without what may be absent.
    private static void TryOut(ReplyTemplate template, TemplateText text, FaultList faults)
    {
        if (faults.All.Any(fault => fault.IsError))
        {
            return;
        }

        try
        {
            BodyFiller.TryOut(Catalogue, faults.File, template);
        }
        catch (TemplateFileException exception)
        {
            faults.Add(text.BodyLine, "lint.body", (exception.InnerException ?? exception).Message);
        }
    }
}
