using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>Reads one template file: YAML front matter between <c>---</c> lines, then the body.</summary>
public static partial class TemplateFile
{
    // What the filler binds for every letter; a fact of the same name would hide it.
    private static readonly string[] Bound =
    [
        "agency", "office", "officePhone", "officeAddress", "registerNumber", "receivedOn", "correctedOn", "requested",
        "applicants", "you", "addressee", "variant", "feeYuan", "feeLines",
    ];

    /// <summary>The template in the file.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="content">The file's bytes, UTF-8.</param>
    /// <exception cref="TemplateFileException">It is not a template, or contradicts itself.</exception>
    public static ReplyTemplate Read(string file, ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') >= 0)
        {
            throw new TemplateFileException(file, "private-use characters have a meaning of their own while a letter is filled in.");
        }

        var parts = FrontMatter().Match(text);
        if (!parts.Success)
        {
            throw new TemplateFileException(file, "no front matter between --- lines.");
        }

        try
        {
            var yaml = StrictYaml.Read<TemplateFrontMatter>(parts.Groups["yaml"].Value);
            var version = Convert.ToHexStringLower(SHA256.HashData(content));
            return Build(file, yaml, parts.Groups["body"].Value, version);
        }
        catch (YamlDotNet.Core.YamlException exception)
        {
            throw new TemplateFileException(file, $"front matter, line {exception.Start.Line + 1}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private static ReplyTemplate Build(string file, TemplateFrontMatter yaml, string body, string version)
    {
        var variants = (yaml.Variants ?? []).Select(pair => Variant(file, pair.Key, pair.Value)).ToList();
        var facts = (yaml.Facts ?? []).Select(pair => Fact(file, pair.Key, pair.Value)).ToList();
        var template = new ReplyTemplate
        {
            No = yaml.No,
            Code = Needed(file, "code", yaml.Code),
            Title = Needed(file, "title", yaml.Title),
            Kind = Word<TemplateKind>(file, "kind", yaml.Kind),
            Series = yaml.Series is null or "none" ? null : Word<SeriesKind>(file, "series", yaml.Series),
            Row = yaml.Row,
            Articles = yaml.Articles ?? [],
            Remedy = Word<Remedy>(file, "remedy", yaml.Remedy),
            Effect = Word<ServiceEffect>(file, "effect", yaml.Effect),
            Step = Word<ReplyStep>(file, "step", yaml.Step),
            Addressee = Word<AddresseeKind>(file, "addressee", yaml.Addressee),
            NeedsApproval = yaml.Approval ?? throw new TemplateFileException(file, "'approval' is missing."),
            Facts = facts,
            Variants = variants,
            Body = body.Trim() + "\n",
            Version = version,
        };
        Agree(file, template);
        return template;
    }

    private static TemplateVariant Variant(string file, string code, VariantYaml yaml) =>
        new(code, Needed(file, $"variants.{code}.label", yaml.Label))
        {
            LabelEn = yaml.LabelEn,
            Articles = yaml.Articles,
            Row = yaml.Row,
            Remedy = yaml.Remedy is null ? null : Word<Remedy>(file, $"variants.{code}.remedy", yaml.Remedy),
            Effect = yaml.Effect is null ? null : Word<ServiceEffect>(file, $"variants.{code}.effect", yaml.Effect),
        };

    private static TemplateFact Fact(string file, string key, FactYaml yaml) =>
        new(key, Needed(file, $"facts.{key}.label", yaml.Label), Word<FactKind>(file, $"facts.{key}.kind", yaml.Kind == "integer" ? "number" : yaml.Kind))
        {
            LabelEn = yaml.LabelEn,
            Optional = yaml.Optional,
            When = yaml.When ?? [],
            Help = yaml.Help,
            Suggestion = yaml.Suggestion,
            Options = [.. (yaml.Options ?? []).Select(option => new FactOption(option.Key, option.Value))],
            Of = yaml.Of ?? [],
            Min = yaml.Min,
            Max = yaml.Max,
        };

    private static void Agree(string file, ReplyTemplate template)
    {
        void Unless(bool holds, string fault)
        {
            if (!holds)
            {
                throw new TemplateFileException(file, fault);
            }
        }

        Unless((template.Kind == TemplateKind.Companion) == (template.No is null), "a companion has no number, the others have one.");
        Unless(template.No is null or (>= 1 and <= 26), "the number lies outside 1–26.");
        Unless(template.Series != SeriesKind.Register, "register numbers are given at registration only.");
        foreach (var fact in template.Facts)
        {
            Unless(!Bound.Contains(fact.Key), $"fact '{fact.Key}' has the name of something that is always bound.");
            Unless(fact.When.All(template.HasVariant), $"fact '{fact.Key}' is asked for in a variant that does not exist.");
            Unless(fact.Kind != FactKind.Choice || fact.Options.Count > 0, $"fact '{fact.Key}' has no options to choose from.");
            Unless(fact.Kind != FactKind.Sections || (fact.Of.Count > 0 && fact.Of.All(ground => WithholdingGround.Find(ground) is not null)), $"fact '{fact.Key}' names a ground that does not exist, or none.");
        }

        Unless(template.Addressee == AddresseeKind.Applicant || (Has("recipient", FactKind.Text) && Has("recipientKind", FactKind.Choice)), "the facts 'recipient' (text) and 'recipientKind' (choice) must name the recipient.");

        bool Has(string key, FactKind kind) => template.Facts.Any(fact => fact.Key == key && fact.Kind == kind);
    }

    // "reconsideration-first" names Remedy.ReconsiderationFirst.
    private static T Word<T>(string file, string field, string? word)
        where T : struct, Enum
    {
        var written = Needed(file, field, word).Replace("-", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), written, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new TemplateFileException(file, $"'{field}' cannot be '{word}'.");
    }

    private static string Needed(string file, string field, string? value) =>
        string.IsNullOrWhiteSpace(value) ? throw new TemplateFileException(file, $"'{field}' is missing.") : value;

    [GeneratedRegex(@"\A---\n(?<yaml>.*?)\n---\n(?<body>.*\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
