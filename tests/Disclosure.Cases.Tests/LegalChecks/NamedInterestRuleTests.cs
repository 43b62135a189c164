using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class NamedInterestRuleTests
{
    [TestCase("trade-secret", "单价属于企业的商业秘密。", null)]
    [TestCase("privacy", "单价属于企业的商业秘密。", "check.otherIsNamed")]
    [TestCase("trade-secret", "身份证号码属于个人隐私。", "check.otherIsNamed")]
    [TestCase("privacy", "住址属于个人隐私，不属于商业秘密。", null)]
    [TestCase("other", "单价属于企业的商业秘密。", null)]
    public void Reasons_SpeakOfTheInterestNamed(string interest, string finding, string? code) => Assert.That(
        new Judged(TemplateCodes.RefusedThirdPartyRights).WithFact("interest", interest).WithFact("finding", finding)
            .Findings(new NamedInterestRule()),
        Is.EqualTo(Judged.Expected(code, "interest")));

    [TestCase("market-entity", "申请公开的信息系房屋登记簿。", "《不动产登记暂行条例》", "check.otherIsNamed")]
    [TestCase("real-estate", "申请公开的信息系房屋登记簿。", "《不动产登记暂行条例》", null)]
    [TestCase("real-estate", "申请公开的信息系工商登记资料。", "《市场主体登记管理条例》", "check.otherIsNamed")]
    [TestCase("market-entity", "申请公开的信息系某公司的登记资料。", "《市场主体登记管理条例》", null)]
    public void Reasons_SpeakOfTheRegisterNamed(string register, string finding, string law, string? code) => Assert.That(
        new Judged(TemplateCodes.SpecialAccessRegime, "register").WithFact("register", register).WithFact("finding", finding)
            .WithFact("specialLaw", law).Findings(new NamedInterestRule()),
        Is.EqualTo(Judged.Expected(code, "register")));
}
