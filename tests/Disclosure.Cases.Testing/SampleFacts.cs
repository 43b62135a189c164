using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Testing;

/// <summary>The facts of the samples beside the templates, put into a case.</summary>
internal static partial class SampleFacts
{
    /// <summary>The facts of a template's sample.</summary>
    /// <param name="template">The template's code.</param>
    /// <param name="variant">Its variant; the sample of the template itself where the variant has none.</param>
    /// <param name="caseNumber">What stands in place of the numbers that the sample cites: a letter may only cite its own case's.</param>
    public static JsonObject Of(string template, string? variant, string caseNumber)
    {
        static string? File(string name) => Directory.GetFiles(Path.Combine(Repository.Root, "templates", "samples"), "*.json")
            .FirstOrDefault(file => Path.GetFileName(file).TrimStart([.. "0123456789-"]) == name + ".json");
        var sample = File($"{template}.{variant}") ?? File(template)
            ?? throw new InvalidOperationException($"There is no sample of {template}.");
        return JsonNode.Parse(CitedNumber().Replace(System.IO.File.ReadAllText(sample), caseNumber))!["facts"]!.DeepClone().AsObject();
    }

    /// <summary>Puts in the numbers of the letters that the case sent, where the facts ask for them.</summary>
    public static void PutInNumbers(JsonObject facts, CaseFile file)
    {
        foreach (var (field, number) in new[]
        {
            ("noticeNumber", file.CorrectionNotice?.Number),
            ("feeNoticeNumber", file.FeeNotice?.Number),
            ("explanationNumber", file.ExplanationNotice?.Number),
        })
        {
            facts[field] = facts.ContainsKey(field) && number is not null ? number : facts[field]?.DeepClone();
        }
    }

    [GeneratedRegex("示范府依申请[复告函]?〔[0-9]{4}〕[0-9]+号")]
    private static partial Regex CitedNumber();
}
