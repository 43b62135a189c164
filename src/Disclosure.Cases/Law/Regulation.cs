using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Law;

/// <summary>An article of the regulation.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">As it is cited: 第三十一条.</param>
/// <param name="Paragraphs">Its paragraphs and items (款、项), in order, as printed.</param>
public sealed record Article(int Number, string Name, IReadOnlyList<string> Paragraphs);

/// <summary>
/// 《中华人民共和国政府信息公开条例》 (State Council Order 711), article by article: to be read beside a field, and to compare quotations with.
/// </summary>
public static partial class Regulation
{
    private static readonly Lazy<IReadOnlyList<Article>> All = new(Load);

    private static readonly Lazy<Dictionary<string, string>> Words = new(() =>
        All.Value.ToDictionary(article => article.Name, article => Plain(string.Concat(article.Paragraphs)), StringComparer.Ordinal));

    /// <summary>An article by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such article.</exception>
    public static Article Find(int number) =>
        number >= 1 && number <= All.Value.Count
            ? All.Value[number - 1]
            : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such article.");

    /// <summary>Whether there is an article, named as it is cited: 第三十六条.</summary>
    public static bool Has(string article) => Words.Value.ContainsKey(article);

    /// <summary>Whether an article says these very words; white space and the width of brackets make no difference.</summary>
    public static bool Says(string article, string words) =>
        Words.Value.TryGetValue(article, out var text) && text.Contains(Plain(words), StringComparison.Ordinal);

    private static string Plain(string text) =>
        WhiteSpace().Replace(text, "").Replace('（', '(').Replace('）', ')').Trim('；', '。');

    // The regulation names its articles in order: the first one is number 1.
    private static List<Article> Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("order-711.md")!, Encoding.UTF8);
        var text = Heading().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), "");
        return [.. Articles().Matches(text).Select((match, index) => new Article(
            index + 1,
            match.Groups["name"].Value,
            match.Groups["text"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("^#.*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^(?<name>第[一二三四五六七八九十]+条)[ \u3000](?<text>.*?)(?=^第[一二三四五六七八九十]+条[ \u3000]|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Articles();
}
