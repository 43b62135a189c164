using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>Reads one template file: YAML front matter between <c>---</c> lines, then the body.</summary>
public static partial class TemplateFile
{
    // What the filler binds for every letter; a fact of the same name would hide it.
    internal static readonly string[] Bound =
    [
        "agency", "office", "officePhone", "officeAddress", "registerNumber", "receivedOn", "correctedOn", "requested", "firstRequested",
        "applicants", "you", "addressee", "variant", "feeYuan", "feeUnit", "feeMonth", "feeLines",
    ];

    /// <summary>The template in the file.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="content">The file's bytes, UTF-8.</param>
    /// <exception cref="TemplateFileException">It is not a template, or contradicts itself.</exception>
    public static ReplyTemplate Read(string file, ReadOnlySpan<byte> content)
    {
        var faults = new FaultList(file);
        return Read(faults, content)
            ?? throw new TemplateFileException(file, string.Join(" ", faults.All.Select(fault => fault.Say(Texts.English))));
    }

    /// <summary>The template in the file, or null and every fault for which it cannot be one.</summary>
    internal static ReplyTemplate? Read(FaultList faults, ReadOnlySpan<byte> content)
    {
        if (TemplateText.Of(content) is not { } text)
        {
            faults.Add(null, "lint.notUtf8");
            return null;
        }

        foreach (var (line, index) in text.Whole.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, index)))
        {
            // They have a meaning of their own while a letter is filled in.
            foreach (var mark in line.Where(mark => mark is >= '\uE000' and <= '\uF8FF').Distinct())
            {
                faults.Add(index + 1, "lint.privateUse", $"U+{(int)mark:X4}");
            }
        }

        if (text.Yaml is not { } yaml)
        {
            faults.Add(1, "lint.noFrontMatter");
            return null;
        }

        try
        {
            faults.Know(yaml);
            var template = Build(
                faults,
                StrictYaml.Read<TemplateFrontMatter>(yaml) ?? new TemplateFrontMatter(),
                text,
                Convert.ToHexStringLower(SHA256.HashData(content)));
            return faults.All.Any(fault => fault.IsError) ? null : template;
        }
        catch (YamlDotNet.Core.YamlException exception)
        {
            faults.Add(
                (int)exception.Start.Line + TemplateText.YamlLine - 1,
                "lint.yaml",
                exception.InnerException?.Message ?? Place().Replace(exception.Message, ""));
            return null;
        }
    }

    private static ReplyTemplate Build(FaultList faults, TemplateFrontMatter yaml, TemplateText text, string version)
    {
        var template = new ReplyTemplate
        {
            No = yaml.No,
            Code = Needed(faults, "code", yaml.Code),
            Title = Needed(faults, "title", yaml.Title),
            Kind = Word<TemplateKind>(faults, "kind", yaml.Kind),
            Series = yaml.Series is null or "none" ? null : Word<SeriesKind>(faults, "series", yaml.Series),
            Row = yaml.Row,
            Articles = yaml.Articles ?? [],
            Remedy = Word<Remedy>(faults, "remedy", yaml.Remedy),
            Effect = Word<ServiceEffect>(faults, "effect", yaml.Effect),
            Step = Word<ReplyStep>(faults, "step", yaml.Step),
            Addressee = Word<AddresseeKind>(faults, "addressee", yaml.Addressee),
            NeedsApproval = yaml.Approval ?? Missing(faults),
            Facts = [.. (yaml.Facts ?? []).Select(pair => Fact(faults, pair.Key, pair.Value ?? new FactYaml()))],
            Variants = [.. (yaml.Variants ?? []).Select(pair => Variant(faults, pair.Key, pair.Value ?? new VariantYaml()))],
            Body = text.Body.Trim() + "\n",
            Version = version,
            Source = text.Whole,
        };
        Agree(faults, template);
        return template;
    }

    private static bool Missing(FaultList faults)
    {
        faults.OfField("approval", "lint.missing", "approval");
        return true;
    }

    private static TemplateVariant Variant(FaultList faults, string code, VariantYaml yaml) =>
        new(code, Needed(faults, $"variants.{code}.label", yaml.Label))
        {
            LabelEn = yaml.LabelEn,
            Articles = yaml.Articles,
            Row = yaml.Row,
            Remedy = yaml.Remedy is null ? null : Word<Remedy>(faults, $"variants.{code}.remedy", yaml.Remedy),
            Effect = yaml.Effect is null ? null : Word<ServiceEffect>(faults, $"variants.{code}.effect", yaml.Effect),
        };

    private static TemplateFact Fact(FaultList faults, string key, FactYaml yaml) =>
        new(
            key,
            Needed(faults, $"facts.{key}.label", yaml.Label),
            Word<FactKind>(faults, $"facts.{key}.kind", yaml.Kind == "integer" ? "number" : yaml.Kind))
        {
            LabelEn = yaml.LabelEn,
            Optional = yaml.Optional,
            When = yaml.When ?? [],
            Help = yaml.Help,
            Suggestion = yaml.Suggestion,
            Suggestions = yaml.Suggestions ?? [],
            Options = [.. (yaml.Options ?? []).Select(option => new FactOption(option.Key, option.Value))],
            Of = yaml.Of ?? [],
            Min = yaml.Min,
            Max = yaml.Max,
        };

    private static void Agree(FaultList faults, ReplyTemplate template)
    {
        void Unless(bool holds, string field, string code, params object?[] arguments)
        {
            if (!holds)
            {
                faults.OfField(field, code, arguments);
            }
        }

        Unless((template.Kind == TemplateKind.Companion) == (template.No is null), "no", "lint.companionNumber");
        Unless(template.No is null or (>= 1 and <= 26), "no", "lint.numberRange");
        Unless(template.Series != SeriesKind.Register, "series", "lint.registerSeries");
        foreach (var fact in template.Facts)
        {
            var field = $"facts.{fact.Key}";
            Unless(FactKey().IsMatch(fact.Key), field, "lint.factKey", fact.Key);
            Unless(!Bound.Contains(fact.Key), field, "lint.boundName", fact.Key);
            Unless(fact.When.All(template.HasVariant), $"{field}.when", "lint.factVariant", fact.Key);
            Unless(fact.Suggestions.Keys.All(template.HasVariant), $"{field}.suggestions", "lint.factVariant", fact.Key);
            Unless(fact.Kind != FactKind.Choice || fact.Options.Count > 0, field, "lint.factOptions", fact.Key);
            Unless(
                fact.Kind != FactKind.Sections || (fact.Of.Count > 0 && fact.Of.All(ground => WithholdingGround.Find(ground) is not null)),
                field,
                "lint.factGround",
                fact.Key);
        }

        Unless(
            template.Addressee == AddresseeKind.Applicant || (Has("recipient", FactKind.Text) && Has("recipientKind", FactKind.Choice)),
            "addressee",
            "lint.noRecipient");

        bool Has(string key, FactKind kind) => template.Facts.Any(fact => fact.Key == key && fact.Kind == kind);
    }

    // "reconsideration-first" is written for the stored name ReconsiderationFirst.
    private static T Word<T>(FaultList faults, string field, string? word)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            Needed(faults, field, word);
            return default;
        }

        var written = word.Replace("-", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(StoredNames.Of(value), written, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        faults.OfField(field, "lint.notAWord", field, word);
        return default;
    }

    private static string Needed(FaultList faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.OfField(field, "lint.missing", field);
            return "";
        }

        return value;
    }

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z")]
    private static partial Regex FactKey();

    // The place that the YAML reader names counts from the front matter, not from the file.
    [GeneratedRegex(@"\A\(Line: .*?\): ")]
    private static partial Regex Place();
}
