namespace Disclosure.Cases.ReplyTemplates;

/// <summary>A ground on which a part of a document is withheld (art. 37), with the sentence that the letter gives for it.</summary>
/// <param name="Code">The code of the template that would withhold the whole on this ground, or <c>not-government-information</c>.</param>
/// <param name="Name">Its name in the letter's section headings and remedies.</param>
/// <param name="Sentence">The statutory sentence.</param>
/// <param name="ReconsiderationFirst">Whether it rests on articles 14, 15 or 16, so that reconsideration must come
/// first (法释〔2025〕8号).</param>
public sealed record WithholdingGround(string Code, string Name, string Sentence, bool ReconsiderationFirst)
{
    /// <summary>The grounds in the order of table 3, rows (三)1–7, then what is no government information at all.</summary>
    public static IReadOnlyList<WithholdingGround> All { get; } =
    [
        Refused(TemplateCodes.RefusedStateSecret, "国家秘密", "该部分信息属于依法确定为国家秘密的政府信息", "第十四条"),
        Refused(TemplateCodes.RefusedProhibitedByLaw, "法律、行政法规禁止公开的信息", "该部分信息属于法律、行政法规禁止公开的政府信息", "第十四条"),
        Refused(TemplateCodes.RefusedSecurityAndStability, "公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息", "该部分信息公开后可能危及国家安全、公共安全、经济安全、社会稳定", "第十四条"),
        Refused(TemplateCodes.RefusedThirdPartyRights, "涉及第三方合法权益的信息", "该部分信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害", "第十五条"),
        Refused(TemplateCodes.RefusedInternalAffairs, "内部事务信息", "该部分信息属于行政机关的内部事务信息", "第十六条第一款"),
        Refused(TemplateCodes.RefusedDeliberativeProcess, "过程性信息", "该部分信息属于行政机关在履行行政管理职能过程中形成的过程性信息", "第十六条第二款"),
        Refused(TemplateCodes.RefusedEnforcementFile, "行政执法案卷信息", "该部分信息属于行政执法案卷信息", "第十六条第二款"),
        new("not-government-information", "不属于政府信息的内容", "该部分内容不属于《中华人民共和国政府信息公开条例》第二条规定的政府信息，根据该条例第三十七条的规定，本机关不予提供。", false),
    ];

    /// <summary>
    /// Whether it rests on art. 16 ¶2, so that the letter must declare that no law, regulation or rule requires disclosure.
    /// </summary>
    public bool NeedsDeclaration => Code is TemplateCodes.RefusedDeliberativeProcess or TemplateCodes.RefusedEnforcementFile;

    /// <summary>The ground with <paramref name="code"/>, or null.</summary>
    public static WithholdingGround? Find(string? code) => All.FirstOrDefault(ground => ground.Code == code);

    private static WithholdingGround Refused(string code, string name, string reason, string article) =>
        new(code, name, $"{reason}，根据《中华人民共和国政府信息公开条例》{article}、第三十六条第三项的规定，本机关不予公开。", true);
}
