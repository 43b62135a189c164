using System.Text.Json.Nodes;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The catalogue, and one letter for each template and variant, as they lie in the repository.</summary>
public static class Samples
{
    public static readonly EmbeddedReplyTemplates Templates = new();

    public static readonly LetterRenderer Letters = new(Templates);

    public static string Folder { get; } = Path.Combine(Repository.Root, "templates");

    /// <summary>Every sample by its file's name, which NUnit shows.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Folder, "samples"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    /// <summary>The letter of a sample: NN-code, NN-code.variant, code or code.variant.</summary>
    public static Letter Read(string name)
    {
        var code = CodeOf(name);
        var reading = LetterJson.Read(code, File.ReadAllText(Path.Combine(Folder, "samples", name + ".json")));
        return reading.Letter ?? throw new InvalidDataException($"{name}: {string.Join(" ", reading.Refusals)}");
    }

    public static string CodeOf(string name)
    {
        var code = name.Split('.')[0];
        return char.IsAsciiDigit(code[0]) ? code[3..] : code;
    }

    /// <summary>The same letter with one fact changed; null takes it away.</summary>
    public static Letter WithFact(this Letter letter, string key, JsonNode? value)
    {
        var facts = (JsonObject)letter.Facts.DeepClone();
        facts[key] = value;
        return letter with { Facts = facts };
    }

    /// <summary>A part withheld within 10, as the sample of the whole refusal on the same ground says it.</summary>
    public static JsonObject Part(string ground, params (string Key, JsonNode? Value)[] changes)
    {
        var part = ground == WithholdingGround.NotGovernmentInformation
            ? new JsonObject
            {
                ["information"] = "案卷中夹存的施工单位内部宣传册，共6页",
                ["finding"] = "该宣传册系施工单位自行印制，不是本机关在履行行政管理职能过程中制作或者获取的信息。",
            }
            : (JsonObject)Read($"{Templates.Find(ground)!.No:00}-{ground}").Facts.DeepClone();
        (part["ground"], part[PartTexts.Content]) = (ground, $"{part["information"]}。");
        part.Remove("information");
        if (part["severability"] is not null)
        {
            part["severability"] = "该部分信息均属于上述不予公开的情形，不能再作区分处理。";
        }

        foreach (var (key, value) in changes)
        {
            part[key] = value;
        }

        return part;
    }
}
