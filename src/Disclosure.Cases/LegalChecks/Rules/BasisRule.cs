using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Articles other than the text's: a sentence that decides on another ground's article makes a letter with two grounds, one of
/// which nobody checked (art. 14–16, 35, 36, 38, 39).
/// </summary>
internal sealed partial class BasisRule(IReplyTemplates templates) : ILegalRule<JudgedPart>
{
    // The articles that by themselves name a ground of decision; the others (2, 13, 32, 33 …) may stand beside any.
    private static readonly string[] Grounds = ["第十四条", "第十五条", "第十六条", "第三十五条", "第三十六条", "第三十八条", "第三十九条"];

    public string Name => "Basis of the decision";

    public IReadOnlyList<string> Articles => [.. Grounds, "《行政诉讼法》第七十条"];

    public string Judges => "A sentence that decides rests on the articles of the text and of its grounds, and on no other ground's.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if ((templates.Find(part.Template) ?? templates.OfPart(part.Template)?.Template)
            is not { Kind: TemplateKind.Substantive } template || !template.HasVariant(part.Variant))
        {
            yield break;
        }

        var basis = template.For(part.Variant).Articles
            .Concat(part.Grounds.SelectMany(ground => templates.OfPart(ground)?.Articles ?? []))
            .Concat(part.Template == TemplateCodes.PartlyDisclosed ? ["第三十六条第二项"] : []).ToList();
        foreach (var (field, text) in part.Texts.Where(each => !VerbatimFacts.Has(each.Field)))
        {
            foreach (var article in DecidedOn(text).Where(article => IsGround(article) && !basis.Exists(own => Overlap(own, article))))
            {
                yield return new Refusal("check.otherGround", article, string.Join('、', basis.Distinct())) { Field = field };
            }
        }
    }

    private static IEnumerable<string> DecidedOn(string text) =>
        from decision in Decides().Matches(WrittenText.WithoutQuotations(text))
        from article in Cited().Matches(decision.Groups["cited"].Value)
        select article.Value.Replace("（", "", StringComparison.Ordinal).Replace("）", "", StringComparison.Ordinal);

    private static bool IsGround(string article) => Grounds.Any(ground => article.StartsWith(ground, StringComparison.Ordinal));

    // 第三十六条 and 第三十六条第四项.
    private static bool Overlap(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private const string Article = "第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?(?:第[（]?[一二三四五六七八九十]+[）]?项)?";

    [GeneratedRegex("(?:根据|依照|依据|按照|属于|符合)《?(?:中华人民共和国)?(?:政府信息公开)?条例》?(?<cited>" + Article + "(?:(?:[、和及以]|以及)" + Article + ")*)"
        + "[^。；！？]{0,40}?(?:不予公开|予以公开|不予提供|不予处理|不予重复处理|不作为政府信息公开申请)")]
    private static partial Regex Decides();

    [GeneratedRegex(Article)]
    private static partial Regex Cited();
}
