using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 获取该政府信息的方式、途径 (art. 36(1), 39 ¶2), 负责公开的机关的名称、联系方式 (art. 36(5)): what is told so that somebody finds it has to
/// name a place, an address or a telephone. 同上 and 已公开 name none.
/// </summary>
internal sealed partial class WayToObtainRule : ILegalRule<JudgedPart>
{
    private static readonly Dictionary<string, string[]> Ways = new()
    {
        [TemplateCodes.AlreadyPublic] = ["accessPath"],
        [TemplateCodes.PublicPublication] = ["availability"],
        [TemplateCodes.SpecialAccessRegime] = ["howToObtain"],
        [TemplateCodes.NotThisAgency] = ["publicAt"],
    };

    private static readonly string[] Contacts = ["otherAgencyContact", "leadAgencyContact"];

    public string Name => "Way to obtain it";

    public IReadOnlyList<string> Articles => ["第三十六条第一项", "第三十六条第五项", "第三十六条第七项", "第三十九条第二款"];

    public string Judges => "Where the letter tells the applicant to go elsewhere, it names a site, a place, an address or a telephone.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        foreach (var field in Ways.GetValueOrDefault(part.Template) ?? [])
        {
            if (part.Text(field)?.Trim() is { Length: > 0 } way && !Place().IsMatch(way) && !Reached().IsMatch(way))
            {
                yield return new Refusal("check.wayNotSaid", way) { Field = field };
            }
        }

        foreach (var field in part.Template == TemplateCodes.NotThisAgency ? Contacts : [])
        {
            if (part.Text(field)?.Trim() is { Length: > 0 } contact && !Reached().IsMatch(contact))
            {
                yield return new Refusal("check.contactNotSaid", contact) { Field = field };
            }
        }
    }

    [GeneratedRegex("栏目|专栏|频道|板块|公众号|客户端|公告栏|公示栏|图书馆|档案馆|书店|出版社|公报|大厅|中心|窗口|查阅点|查阅场所")]
    private static partial Regex Place();

    // A telephone number, an address with a number, a site.
    [GeneratedRegex(@"\d[\d\s\-–—－()（）]{5,}\d|(?:路|街|道|巷|里|村|镇|乡|区|园)[^，。；]{0,12}\d+\s*(?:号|室|楼|层|栋|幢)|[\w-]+\.[a-z]{2,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Reached();
}
