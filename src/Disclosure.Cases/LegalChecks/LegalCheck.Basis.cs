using System.Text.RegularExpressions;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.LegalChecks;

// Articles other than the case's: the letter's basis is the template's. A sentence that decides on another ground's article
// makes a letter with two grounds, one of which nobody checked.
public sealed partial class LegalCheck
{
    // The articles that by themselves name a ground of decision; the others (2, 13, 32, 33 …) may stand beside any.
    private static readonly string[] Grounds = ["第十四条", "第十五条", "第十六条", "第三十五条", "第三十六条", "第三十八条", "第三十九条"];

    private IEnumerable<Refusal> OfBasis(JudgedPart part)
    {
        if (templates.Find(part.Template) is not { } template || !template.HasVariant(part.Variant) || template.Kind != ReplyTemplates.TemplateKind.Substantive)
        {
            yield break;
        }

        var basis = template.For(part.Variant).Articles
            .Concat(FactReading.Grounds(part.Facts).SelectMany(ground => templates.Find(ground)?.Articles ?? ["第二条"]))
            .Concat(part.Template == "partly-disclosed" ? ["第三十六条第二项"] : []).ToList();
        foreach (var (field, typed) in part.Texts.Where(each => !Verbatim.Contains(each.Field)))
        {
            foreach (var decision in Decides().Matches(Quoted().Replace(typed, "“…”")).ToList())
            {
                foreach (var article in Cited().Matches(decision.Groups["cited"].Value).Select(match => match.Value.Replace("（", "", StringComparison.Ordinal).Replace("）", "", StringComparison.Ordinal)))
                {
                    if (Grounds.Any(ground => article.StartsWith(ground, StringComparison.Ordinal))
                        && !basis.Exists(own => own.StartsWith(article, StringComparison.Ordinal) || article.StartsWith(own, StringComparison.Ordinal)))
                    {
                        yield return new Refusal("check.otherGround", article, string.Join('、', basis.Distinct())) { Field = field };
                    }
                }
            }
        }
    }

    [GeneratedRegex("(?:根据|依照|依据|按照)(?:《条例》|《政府信息公开条例》|《中华人民共和国政府信息公开条例》)(?<cited>第[^。；！？]{2,40}?)(?:的?规定)?，[^。；！？]{0,30}(?:不予公开|予以公开|不予提供|不予处理|不予重复处理|不作为政府信息公开申请)")]
    private static partial Regex Decides();

    [GeneratedRegex("第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+款)?(?:第[（]?[一二三四五六七八九十]+[）]?项)?")]
    private static partial Regex Cited();
}
