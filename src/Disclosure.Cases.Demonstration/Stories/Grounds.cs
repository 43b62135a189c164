using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>On which ground the part of a document that is not for everyone is withheld, told by what it is.</summary>
internal static class Grounds
{
    private static readonly string[] Commercial = ["企业", "供货", "供应商", "报价", "成本", "单价", "商业", "财务", "投资测算", "工艺", "配方", "费率", "租人", "价格"];
    private static readonly string[] Personal =
    [
        "姓名", "身份", "电话", "住址", "账号", "名册", "名单", "人员", "联系方式", "家庭", "工资", "个人", "明细", "证件", "病情", "户",
    ];

    // The first that fits; what is somebody's own comes before what is the agency's.
    private static readonly (string Ground, string[] Words)[] Others =
    [
        (TemplateCodes.RefusedEnforcementFile, ["举报", "笔录", "取证"]),
        (TemplateCodes.RefusedSecurityAndStability, ["位置", "安全", "安防", "网络", "密钥", "涉密", "防护"]),
        (TemplateCodes.RefusedDeliberativeProcess, ["讨论", "会签", "底表", "底价", "底稿", "记录", "过程", "备选", "意见", "预测", "谈判"]),
        (TemplateCodes.RefusedInternalAffairs, ["内部", "考核", "考官", "流程"]),
    ];

    /// <summary>Whether the part is a business's own, so that the business is asked (art. 32).</summary>
    public static bool IsCommercial(Subject subject) => Has(subject, Commercial);

    /// <summary>The ground for withholding the part.</summary>
    public static string Of(Subject subject) =>
        Has(subject, Commercial) || Has(subject, Personal) ? TemplateCodes.RefusedThirdPartyRights
        : Others.FirstOrDefault(other => Has(subject, other.Words)).Ground ?? "not-government-information";

    private static bool Has(Subject subject, string[] words) =>
        words.Any(word => subject.Withheld.Contains(word, StringComparison.Ordinal));
}
