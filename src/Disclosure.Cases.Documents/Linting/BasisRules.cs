using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Law;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>
/// The articles: those that the front matter names are cited in the wording of each variant, those that the wording cites
/// are named, and what stands in quotation marks after them is what the regulation says.
/// </summary>
internal static partial class BasisRules
{
    private const string OwnRegulation = "《中华人民共和国政府信息公开条例》";

    public static void Judge(ReplyTemplate template, TemplateText text, FaultList faults)
    {
        foreach (var (field, article) in Declared(template).Where(named => Match(named.Article) is not { } match || !Regulation.Has(match)))
        {
            faults.OfField(field, "lint.noSuchArticle", article);
        }

        var cited = Cited(template, text, faults);
        foreach (var variant in BodyScan.Readings(template))
        {
            var effective = BodyScan.In(template, variant);
            var field = effective.Variant?.Articles is null ? "articles" : $"variants.{variant}.articles";
            var here = cited.Where(citation => citation.Variants.Contains(variant)).ToList();
            foreach (var article in effective.Articles.Where(article => here.TrueForAll(citation => citation.Article != article)))
            {
                faults.OfField(field, "lint.articleNotCited", article);
            }

            foreach (var citation in here.Where(citation => !effective.Articles.Contains(citation.Article)))
            {
                faults.Add(citation.Line, "lint.articleNotDeclared", citation.Article);
            }
        }
    }

    private static IEnumerable<(string Field, string Article)> Declared(ReplyTemplate template) =>
        template.Articles.Select(article => ("articles", article))
            .Concat(template.Variants.SelectMany(variant =>
                (variant.Articles ?? []).Select(article => ($"variants.{variant.Code}.articles", article))));

    private static string? Match(string article) =>
        Whole().Match(article) is { Success: true } match ? match.Groups["article"].Value : null;

    private sealed record Citation(string Article, int Line, IReadOnlySet<string> Variants);

    // Within a line a citation belongs to the law named last; 第三款 alone goes on from the article before it.
    private static List<Citation> Cited(ReplyTemplate template, TemplateText text, FaultList faults)
    {
        var found = new List<Citation>();
        var variants = new Stack<IReadOnlySet<string>>([BodyScan.Readings(template)]);
        var lines = text.Body.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var (isOwn, article) = (false, "");
            foreach (Match match in Piece().Matches(lines[index]))
            {
                var line = text.BodyLine + index;
                if (match.Groups["open"].Success)
                {
                    variants.Push(Within(variants.Peek(), match));
                }
                else if (match.Groups["close"].Success && variants.Count > 1)
                {
                    variants.Pop();
                }
                else if (match.Groups["law"].Success)
                {
                    isOwn = match.Value == OwnRegulation;
                }
                else if (match.Groups["quote"].Success)
                {
                    if (isOwn && article.Length > 0 && !match.Value.Contains("{{", StringComparison.Ordinal)
                        && Says().IsMatch(lines[index].AsSpan(0, match.Index)) && !Regulation.Says(article, match.Value[1..^1]))
                    {
                        faults.Add(line, "lint.quotation", article, match.Value);
                    }
                }
                else if (match.Groups["cite"].Success && isOwn)
                {
                    article = match.Groups["article"].Success ? match.Groups["article"].Value : article;
                    if (!Regulation.Has(article))
                    {
                        faults.Add(line, "lint.noSuchArticle", match.Value);
                    }

                    found.Add(new Citation(article + match.Groups["part"].Value, line, variants.Peek()));
                }
            }
        }

        return found;
    }

    private static HashSet<string> Within(IReadOnlySet<string> around, Match open) => open.Groups["block"].Value switch
    {
        "variant" => around.Intersect(Code().Matches(open.Value).Select(code => code.Groups[1].Value)).ToHashSet(),
        "part" => around.Intersect([BodyScan.Part]).ToHashSet(),
        _ => around.Except([BodyScan.Part]).ToHashSet(),
    };

    [GeneratedRegex(@"\A(?<article>第[一二三四五六七八九十]+条)(第[一二三四五六七八九十]+款)?(第[一二三四五六七八九十]+项)?\z")]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"(?<open>\{\{#(?<block>variant|part|whole)[^}]*\}\})|(?<close>\{\{/(?:variant|part|whole)\}\})|(?<law>《[^》]*》)|(?<quote>“[^”]*”)"
        + "|(?<cite>(?<article>第[一二三四五六七八九十]+条)(?<part>(第[一二三四五六七八九十]+款)?(第[一二三四五六七八九十]+项)?)|(?<part>第[一二三四五六七八九十]+[款项]))")]
    private static partial Regex Piece();

    // Only what a provision is said to provide is a quotation of it.
    [GeneratedRegex(@"第[一二三四五六七八九十]+[条款项]规定：\z")]
    private static partial Regex Says();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Code();
}
