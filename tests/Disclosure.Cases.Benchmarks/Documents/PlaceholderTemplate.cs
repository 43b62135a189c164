using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Benchmarks.Documents;

/// <summary>
/// A template for docxtemplater, made from our own letter: where the letter says something of the case there stands a
/// placeholder instead, so that both fill the same facts into a text of the same length.
/// </summary>
internal static class PlaceholderTemplate
{
    private const string Main = "word/document.xml";
    private const int Shortest = 4;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <returns>The template, the facts by placeholder as JSON, and how many there are.</returns>
    public static (byte[] Docx, string Facts, int Count) Of(Letter letter)
    {
        var parts = DocumentWork.PartsOf(DocumentWork.Render(letter));
        var index = parts.FindIndex(part => part.Name == Main);
        var document = XDocument.Parse(Encoding.UTF8.GetString(parts[index].Content), LoadOptions.PreserveWhitespace);
        var facts = new Dictionary<string, string>();
        var values = Values(letter);
        foreach (var text in document.Descendants(W + "t"))
        {
            foreach (var value in values.Where(value => text.Value.Contains(value, StringComparison.Ordinal)))
            {
                var name = $"f{values.IndexOf(value)}";
                facts[name] = value;
                text.Value = text.Value.Replace(value, $"{{{name}}}", StringComparison.Ordinal);
            }
        }

        parts[index] = (Main, Encoding.UTF8.GetBytes(document.Declaration + document.ToString(SaveOptions.DisableFormatting)));
        return (DocumentWork.Pack(parts), JsonSerializer.Serialize(facts), facts.Count);
    }

    /// <summary>The letter's text, to see that both wrote the same.</summary>
    public static string TextOf(byte[] docx) =>
        XDocument.Parse(Encoding.UTF8.GetString(DocumentWork.PartsOf(docx).Find(part => part.Name == Main).Content)).Root!.Value;

    // Whatever the letter was given, the longest first: one may hold another. What is shorter is left standing.
    private static List<string> Values(Letter letter) =>
        [.. Leaves(JsonNode.Parse(LetterJson.Write(letter))).SelectMany(value => value.Split('\n')).Concat(Dates(letter))
            .Where(value => value.Length >= Shortest).Distinct()
            .OrderByDescending(value => value.Length)
            .ThenBy(value => value, StringComparer.Ordinal)];

    private static IEnumerable<string> Dates(Letter letter) =>
        Leaves(JsonNode.Parse(LetterJson.Write(letter)))
            .Select(value => DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? $"{day.Year}年{day.Month}月{day.Day}日" : "");

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
