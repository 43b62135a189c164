namespace Disclosure.Cases.ReplyTemplates;

/// <summary>A ground on which a part of a document is withheld (art. 37).</summary>
/// <param name="Code">The code of the template that would withhold the whole on this ground, or
/// <see cref="NotGovernmentInformation"/>.</param>
/// <param name="Name">Its name in the letter's section headings and remedies.</param>
/// <param name="ReconsiderationFirst">Whether it rests on articles 14, 15 or 16, so that reconsideration must come
/// first (法释〔2025〕8号).</param>
public sealed record WithholdingGround(string Code, string Name, bool ReconsiderationFirst)
{
    /// <summary>What is no government information at all (art. 2, 37): the one ground without a format text of its own.</summary>
    public const string NotGovernmentInformation = "not-government-information";

    /// <summary>The grounds in the order of table 3, rows (三)1–7, then what is no government information at all.</summary>
    public static IReadOnlyList<WithholdingGround> All { get; } =
    [
        new(TemplateCodes.RefusedStateSecret, "国家秘密", true),
        new(TemplateCodes.RefusedProhibitedByLaw, "法律、行政法规禁止公开的信息", true),
        new(TemplateCodes.RefusedSecurityAndStability, "公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息", true)
        {
            AtStake = ("endangered", "公开后可能危及{0}的信息"),
        },
        new(TemplateCodes.RefusedThirdPartyRights, "涉及第三方合法权益的信息", true) { AtStake = ("interest", "涉及第三方{0}的信息") },
        new(TemplateCodes.RefusedInternalAffairs, "内部事务信息", true),
        new(TemplateCodes.RefusedDeliberativeProcess, "过程性信息", true),
        new(TemplateCodes.RefusedEnforcementFile, "行政执法案卷信息", true),
        new(NotGovernmentInformation, "不属于政府信息的内容", false),
    ];

    /// <summary>
    /// The choice that says which of several interests is at stake, and the ground's name with that one; null where the ground has
    /// one alone.
    /// </summary>
    public (string Fact, string Name)? AtStake { get; init; }

    /// <summary>The ground with <paramref name="code"/>, or null.</summary>
    public static WithholdingGround? Find(string? code) => All.FirstOrDefault(ground => ground.Code == code);
}
