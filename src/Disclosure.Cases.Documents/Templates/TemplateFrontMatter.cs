using YamlDotNet.Serialization;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>The YAML between the <c>---</c> lines, as it is written; judged by <see cref="TemplateFile"/>.</summary>
internal sealed class TemplateFrontMatter
{
    public int? No { get; set; }
    public string? Code { get; set; }
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public string? Series { get; set; }
    public string? Row { get; set; }
    public List<string>? Articles { get; set; }
    public string? Remedy { get; set; }
    public string? Effect { get; set; }
    public string? Step { get; set; }
    public string? Addressee { get; set; }
    public bool? Approval { get; set; }
    public Dictionary<string, FactYaml>? Facts { get; set; }
    public Dictionary<string, VariantYaml>? Variants { get; set; }
}

internal sealed class FactYaml
{
    public string? Label { get; set; }
    public string? LabelEn { get; set; }
    public string? Kind { get; set; }
    public bool Optional { get; set; }
    public List<string>? When { get; set; }
    public string? Help { get; set; }
    public string? Suggestion { get; set; }
    public Dictionary<string, string>? Suggestions { get; set; }
    public Dictionary<string, string>? Options { get; set; }
    public List<string>? Of { get; set; }
    public int? Min { get; set; }
    public int? Max { get; set; }
}

internal sealed class VariantYaml
{
    public string? Label { get; set; }
    public string? LabelEn { get; set; }
    public List<string>? Articles { get; set; }
    public string? Row { get; set; }
    public string? Remedy { get; set; }
    public string? Effect { get; set; }
}

/// <summary>Reads YAML strictly: unknown and doubled keys are mistakes, not extras.</summary>
internal static class StrictYaml
{
    public static T Read<T>(string yaml) =>
        new DeserializerBuilder()
            .WithNamingConvention(YamlDotNet.Serialization.NamingConventions.CamelCaseNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build()
            .Deserialize<T>(yaml);
}
