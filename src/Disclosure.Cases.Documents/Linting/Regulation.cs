using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>《中华人民共和国政府信息公开条例》 (State Council Order 711), article by article, to compare quotations with.</summary>
internal static partial class Regulation
{
    private static readonly Lazy<Dictionary<string, string>> Articles = new(Load);

    /// <summary>Whether there is an article, named as it is cited: 第三十六条.</summary>
    public static bool Has(string article) => Articles.Value.ContainsKey(article);

    /// <summary>Whether an article says these very words; white space and the width of brackets make no difference.</summary>
    public static bool Says(string article, string words) =>
        Articles.Value.TryGetValue(article, out var text) && text.Contains(Plain(words), StringComparison.Ordinal);

    private static string Plain(string text) =>
        WhiteSpace().Replace(text, "").Replace('（', '(').Replace('）', ')').Trim('；', '。');

    private static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("order-711.md")!, Encoding.UTF8);
        var text = Heading().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), "");
        return Article().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => Plain(match.Groups["text"].Value), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("^#.*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<name>第[一二三四五六七八九十]+条)[ \u3000](?<text>.*?)(?=^第[一二三四五六七八九十]+条[ \u3000]|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Article();
}
