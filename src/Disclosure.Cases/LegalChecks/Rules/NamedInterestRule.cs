using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Whoever withholds names what is really at stake (art. 15: 商业秘密 or 个人隐私), and whoever points to a register, which one (art. 36(7)):
/// the reasons speak of that, not of the other.
/// </summary>
internal sealed class NamedInterestRule : ILegalRule<JudgedPart>
{
    private static readonly (string Template, string Field, string Choice, string[] Own, string[] Others)[] Choices =
    [
        (TemplateCodes.RefusedThirdPartyRights, "interest", "trade-secret", ["商业秘密"], ["个人隐私"]),
        (TemplateCodes.RefusedThirdPartyRights, "interest", "privacy", ["个人隐私"], ["商业秘密"]),
        (TemplateCodes.SpecialAccessRegime, "register", "market-entity", ["工商", "企业", "公司", "经营主体", "市场主体"], ["不动产", "房屋登记", "房产登记"]),
        (TemplateCodes.SpecialAccessRegime, "register", "real-estate", ["不动产", "房屋", "房产", "土地"], ["工商登记", "经营主体", "市场主体"]),
    ];

    private static readonly string[] Reasons = ["finding", "harm", "specialLaw"];

    public string Name => "Interest and register named";

    public IReadOnlyList<string> Articles => ["第十五条", "第三十六条第七项"];

    public string Judges => "The reasons speak of the interest, or of the register, that the letter names, not of another alone.";

    public IEnumerable<Refusal> Check(JudgedPart part) =>
        from choice in Choices
        where part.Template == choice.Template && part.Text(choice.Field) == choice.Choice
        let said = string.Concat(Reasons.Select(part.Text))
        let other = Array.Find(choice.Others, word => said.Contains(word, StringComparison.Ordinal))
        where other is not null && !choice.Own.Any(word => said.Contains(word, StringComparison.Ordinal))
        select new Refusal("check.otherIsNamed", other) { Field = choice.Field };
}
