using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

/// <summary>What may not be typed into a letter, whatever its text: a remedy, a responsible agency left unnamed, a part twice.</summary>
public sealed class TypedTextRulesTests
{
    [TestCase("不服的，可以自收到之日起30日内向示范市司法局申请行政复议。", true)]
    [TestCase("也可以在3个月内向示范区人民法院提起行政诉讼。", true)]
    [TestCase("如有异议，有权向人民法院起诉。", true)]
    [TestCase("申请人已于2024年5月6日提起行政诉讼，示范区人民法院驳回其诉讼请求。", false)]
    [TestCase("该文件系行政复议案件的卷宗材料。", false)]
    [TestCase("《行政复议法》第四十七条规定：“申请人可以查阅、复制，也可以申请行政复议。”", false)]
    public void Remedy_IsNotTyped(string finding, bool isOne) =>
        Assert.That(
            new Judged(TemplateCodes.NotThisAgency, "agency-known").WithFact("finding", finding).Findings(new OtherRemedyRule()),
            Is.EqualTo(Judged.Expected(isOne ? "check.otherRemedy" : null, "finding")));

    [TestCase("agency-unknown", "申请公开的政府信息由示范区住房和城乡建设委员会负责公开。", "check.agencyIsKnown")]
    [TestCase("agency-unknown", "该文件系示范区规划局在履行审批职责过程中制作。", "check.agencyIsKnown")]
    [TestCase("agency-unknown", "经向示范区规划局询问，该局答复未制作，不能确定由哪一机关制作。", null)]
    [TestCase("agency-known", "申请公开的政府信息由示范区住房和城乡建设委员会负责公开。", null)]
    public void Agency_ThatTheReasonsName_IsTold(string variant, string finding, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotThisAgency, variant).WithFact("finding", finding).Findings(new ResponsibleAgencyRule()),
            Is.EqualTo(Judged.Expected(code, "finding")));

    [TestCase("验收报告第1至4页；第3页的批注", "check.givenAndWithheld")]
    [TestCase("第3页的批注予以公开。", "check.givenAndWithheld")]
    [TestCase("验收报告，除第3页的批注外。", null)]
    public void Passage_IsNotBothGivenAndWithheld(string disclosed, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.PartlyDisclosed).WithPart(TemplateCodes.RefusedInternalAffairs).WithFact("disclosed", disclosed)
                .Findings(new GivenAndWithheldRule()),
            Is.EqualTo(Judged.Expected(code, "withheld[0].text")));
}
