using System.Text.Json.Nodes;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;

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
}
