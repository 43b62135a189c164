using System.Globalization;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Importing;

/// <summary>What a ledger says became of a case.</summary>
/// <param name="Letter">The text that answered it; null where none did.</param>
/// <param name="IsWithdrawn">Whether the applicant withdrew.</param>
public sealed record PastOutcome(EffectiveTemplate? Letter, bool IsWithdrawn)
{
    /// <summary>在办: it is still to be answered.</summary>
    public static PastOutcome Open { get; } = new(null, false);

    /// <summary>撤回.</summary>
    public static PastOutcome Withdrawn { get; } = new(null, true);
}

/// <summary>Knows the outcomes by the words of ledgers, by number, title and code of a text, and by the row of table 3.</summary>
public sealed class PastOutcomes
{
    private static readonly string[] OpenWords = ["在办", "办理中", "正在办理", "未办结", "未答复", "处理中", "待答复", "结转"];
    private static readonly string[] WithdrawnWords = ["撤回", "撤回申请", "主动撤回", "申请人撤回", "撤销申请", "申请人主动撤回", "撤回申请终止"];

    private static readonly (string Template, string? Variant, string[] Words)[] Known =
    [
        (TemplateCodes.Disclosed, null, ["公开", "予以公开", "同意公开", "全部公开", "已公开", "予公开"]),
        (TemplateCodes.AlreadyPublic, null, ["主动公开", "已主动公开", "属于主动公开", "已经主动公开", "告知获取方式和途径"]),
        (TemplateCodes.PartlyDisclosed, null, ["部分公开", "同意部分公开", "予以部分公开", "区分处理"]),
        (TemplateCodes.RefusedStateSecret, null, ["国家秘密", "属于国家秘密", "不予公开国家秘密", "涉及国家秘密"]),
        (TemplateCodes.RefusedProhibitedByLaw, null,
            ["法律、行政法规禁止公开", "其他法律行政法规禁止公开", "其他法律、行政法规禁止公开", "法律法规禁止公开", "法律行政法规禁止公开"]),
        (TemplateCodes.RefusedSecurityAndStability, null,
            ["危及三安全一稳定", "危及“三安全一稳定”", "危及\"三安全一稳定\"", "三安全一稳定", "危及国家安全、公共安全、经济安全、社会稳定"]),
        (TemplateCodes.RefusedThirdPartyRights, null,
            ["保护第三方合法权益", "第三方合法权益", "商业秘密", "个人隐私", "涉及商业秘密", "涉及个人隐私", "商业秘密、个人隐私"]),
        (TemplateCodes.RefusedInternalAffairs, null, ["内部事务信息", "属于三类内部事务信息", "内部事务", "内部管理信息", "三类内部事务信息"]),
        (TemplateCodes.RefusedDeliberativeProcess, null, ["过程性信息", "属于四类过程性信息", "四类过程性信息"]),
        (TemplateCodes.RefusedEnforcementFile, null, ["行政执法案卷", "属于行政执法案卷", "行政执法案卷信息"]),
        (TemplateCodes.SpecialAccessRegime, null, ["行政查询事项", "属于行政查询事项", "行政查询"]),
        (TemplateCodes.NotExisting, null, ["信息不存在", "政府信息不存在", "不存在", "本机关不掌握相关政府信息", "不掌握"]),
        (TemplateCodes.NotThisAgency, null,
            ["非本机关负责公开", "不属于本机关公开", "不属于本机关负责公开", "不属于本行政机关公开", "非本机关公开", "非本机关"]),
        (TemplateCodes.NeedsCreation, null, ["没有现成信息需要另行制作", "没有现成信息", "无现成信息", "需要另行制作", "需要加工、分析", "需加工汇总"]),
        (TemplateCodes.StillUnclear, null, ["补正后申请内容仍不明确", "补正后仍不明确", "申请内容不明确", "补正后申请内容仍不明"]),
        (TemplateCodes.NotAnApplication, "petition", ["信访举报投诉类申请", "信访举报投诉类", "信访", "信访类申请", "信访举报投诉"]),
        (TemplateCodes.NotAnApplication, "complaint", ["投诉", "投诉类申请"]),
        (TemplateCodes.NotAnApplication, "report", ["举报", "举报类申请"]),
        (TemplateCodes.NotAnApplication, "consultation", ["咨询", "咨询类申请"]),
        (TemplateCodes.NotAnApplication, "not-government-information", ["不属于政府信息", "非政府信息"]),
        (TemplateCodes.RepeatRequest, null, ["重复申请", "重复申请公开", "不予重复处理"]),
        (TemplateCodes.RepeatRequest, VariantCodes.ConfirmOrReissue,
            ["要求行政机关确认或重新出具已获取信息", "确认或重新出具已获取信息", "要求确认或者重新出具已获取的信息"]),
        (TemplateCodes.PublicPublication, null, ["要求提供公开出版物", "公开出版物", "提供公开出版物"]),
        (TemplateCodes.ExcessiveRequests, null, ["无正当理由大量反复申请", "大量反复申请", "频次数量超过合理范围"]),
        (TemplateCodes.ClosingNotice, "not-corrected",
            ["申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "逾期不补正", "无正当理由逾期不补正", "申请人无正当理由逾期不补正", "未补正", "逾期未补正"]),
        (TemplateCodes.ClosingNotice, VariantCodes.FeeUnpaid,
            ["申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "逾期未缴费", "未缴费", "逾期未缴纳费用", "申请人逾期未按收费通知要求缴纳费用"]),
    ];

    private readonly Dictionary<string, PastOutcome> outcomes = [];

    /// <summary>With the texts in force.</summary>
    public PastOutcomes(IReplyTemplates templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        foreach (var word in OpenWords)
        {
            outcomes.TryAdd(Compared(word), PastOutcome.Open);
        }

        foreach (var word in WithdrawnWords)
        {
            outcomes.TryAdd(Compared(word), PastOutcome.Withdrawn);
        }

        foreach (var (code, variant, words) in Known)
        {
            if (templates.Find(code) is not { } template || !template.HasVariant(variant))
            {
                continue;
            }

            var letter = template.For(variant);
            var outcome = new PastOutcome(letter, false);
            foreach (var word in words)
            {
                outcomes.TryAdd(Compared(word), outcome);
            }

            // (六)3 is of what was withdrawn as well.
            if (letter.Row is { } row and not "(六)3")
            {
                outcomes.TryAdd(Compared(row), outcome);
            }
        }

        foreach (var template in templates.All.Where(template => template.No >= FirstReply))
        {
            var outcome = new PastOutcome(template.For(null), false);
            var number = template.No!.Value;
            foreach (var name in new[] { template.Title, template.Code, number.ToString("00", CultureInfo.InvariantCulture), $"{number}" })
            {
                outcomes.TryAdd(Compared(name), outcome);
            }
        }
    }

    // 01 to 07 answer nothing.
    private const int FirstReply = 8;

    /// <summary>What the words mean: an empty cell, that it is open; null where nobody knows.</summary>
    public PastOutcome? Find(string words)
    {
        var compared = Compared(words);
        return compared.Length == 0 ? PastOutcome.Open : outcomes.GetValueOrDefault(compared);
    }

    // 属于 and 不予公开 before the ground, and brackets around it, make no difference.
    private static string Compared(string words)
    {
        var plain = string.Concat(ComparedText.Of(words).Where(letter => !"()[]〔〕【】“”\"：:，,、。;；—-_/".Contains(letter)));
        foreach (var before in new[] { "政府信息", "不予公开", "属于", "涉及" })
        {
            plain = plain.StartsWith(before, StringComparison.Ordinal) && plain.Length > before.Length ? plain[before.Length..] : plain;
        }

        return plain.EndsWith("告知书", StringComparison.Ordinal) ? plain[..^"告知书".Length] : plain;
    }
}
