using System.Text.Json.Nodes;
using Disclosure.Cases.LegalChecks;
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
    [TestCase("agency-unknown", "不能确定由示范区规划局制作还是由上级机关制作。", null)]
    [TestCase("agency-known", "申请公开的政府信息由示范区住房和城乡建设委员会负责公开。", null)]
    public void Agency_ThatTheReasonsName_IsTold(string variant, string finding, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotThisAgency, variant).WithFact("finding", finding).Findings(new ResponsibleAgencyRule()),
            Is.EqualTo(Judged.Expected(code, "finding")));

    [TestCase("《中华人民共和国档案法》", null)]
    [TestCase("《不动产登记暂行条例》", null)]
    [TestCase("《住房公积金管理条例》（国务院令第262号）", null)]
    [TestCase("《国家科学技术秘密定密管理办法》", "check.notTellingALaw")]
    [TestCase("《不动产登记资料查询暂行办法》", "check.notTellingALaw")]
    [TestCase("《婚姻登记档案管理办法》", "check.notTellingALaw")]
    [TestCase("《某某管理暂行办法》（国务院令第123号）", null)]
    [TestCase("《全国人民代表大会常务委员会关于加强网络信息保护的决定》", null)]
    [TestCase("《重庆市档案条例》", "check.notASpecialLaw")]
    [TestCase("本机关档案管理规定", "check.notASpecialLaw")]
    [TestCase("《关于档案查阅的通知》", "check.notASpecialLaw")]
    public void SpecialProvision_IsOneOfALawOrAnAdministrativeRegulation(string law, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, "archives").WithFact("specialLaw", law).Findings(new SpecialLawRule()),
            Is.EqualTo(Judged.Expected(code, "specialLaw")));

    [TestCase(TemplateCodes.AlreadyPublic, "accessPath", "已公开。", "check.wayNotSaid")]
    [TestCase(TemplateCodes.AlreadyPublic, "accessPath", "登录门户网站（网址：www.shifanqu.example）查找。", null)]
    [TestCase(TemplateCodes.AlreadyPublic, "accessPath", "可以到示范区图书馆查阅。", null)]
    [TestCase(TemplateCodes.PublicPublication, "availability", "请自行购买。", "check.wayNotSaid")]
    [TestCase(TemplateCodes.PublicPublication, "availability", "示范路12号示范大楼3楼。", null)]
    [TestCase(TemplateCodes.SpecialAccessRegime, "howToObtain", "请依法查询。", "check.wayNotSaid")]
    [TestCase(TemplateCodes.SpecialAccessRegime, "howToObtain", "持身份证件到示范区档案馆查询。", null)]
    [TestCase(TemplateCodes.NotThisAgency, "publicAt", "该政府信息已经在网上公开。", "check.wayNotSaid")]
    [TestCase(TemplateCodes.NotThisAgency, "otherAgencyContact", "同上", "check.contactNotSaid")]
    [TestCase(TemplateCodes.NotThisAgency, "otherAgencyContact", "办公室", "check.contactNotSaid")]
    [TestCase(TemplateCodes.NotThisAgency, "leadAgencyContact", "023-00000103", null)]
    [TestCase(TemplateCodes.NotThisAgency, "leadAgencyContact", "示范市示范区规划路3号", null)]
    [TestCase(TemplateCodes.NotExisting, "accessPath", "已公开。", null)]
    public void Applicant_SentElsewhere_IsToldWhere(string template, string field, string text, string? code) =>
        Assert.That(
            new Judged(template).WithFact(field, text).Findings(new WayToObtainRule()), Is.EqualTo(Judged.Expected(code, field)));

    [TestCase("《甲合同》第三条", "《甲合同》第3条的价格", true)]
    [TestCase("《甲合同》第三条", "《乙合同》第3条的价格", false)]
    [TestCase("《甲合同》第三条", "《甲合同》第13条", false)]
    [TestCase("《甲合同》全文", "《甲合同》第3条的价格", true)]
    [TestCase("《甲合同》全文，第3条除外", "《甲合同》第3条的价格", false)]
    [TestCase("《甲合同》全文", "《乙合同》第3条的价格", false)]
    [TestCase("《甲合同》第一条", "《甲合同》全文", true)]
    [TestCase("《甲合同》共20页，其中监理范围、期限和价款部分予以公开", "监理范围、期限和价款部分", true)]
    [TestCase("《甲合同》共20页，其中监理范围、期限和价款部分予以公开", "《甲合同》中的监理范围、期限和价款部分", true)]
    [TestCase("《甲合同》中除监理范围、期限和价款以外的内容", "监理范围、期限和价款部分", false)]
    [TestCase("《甲合同》", "《甲合同》第3条的价格", false)]
    [TestCase("《甲合同》第3条第二款", "《甲合同》第3条", false)]
    [TestCase("《甲合同》第3条", "《甲合同》第三条第二款", true)]
    [TestCase("《甲合同》第一至五页、第七页", "《甲合同》第4页第2行的账号", true)]
    [TestCase("《甲合同》第一至五页、第七页", "《甲合同》第6页的账号", false)]
    [TestCase("《甲合同》第十二条", "《甲合同》第12条", true)]
    [TestCase("《甲合同》第3页", "《甲合同》第3条的价格", false)]
    public void Passage_InOtherWords_IsTheSame(string disclosed, string withheld, bool isFound)
    {
        var part = new JsonObject { ["ground"] = TemplateCodes.RefusedInternalAffairs, ["text"] = withheld };
        Assert.That(
            new Judged(TemplateCodes.PartlyDisclosed).WithFact("withheld", new JsonArray(part)).WithFact("disclosed", disclosed)
                .Findings(new GivenAndWithheldRule()),
            Is.EqualTo(Judged.Expected(isFound ? "check.givenAndWithheld" : null, "withheld[0].text")));
    }

    [TestCase("三", 3)]
    [TestCase("十", 10)]
    [TestCase("十二", 12)]
    [TestCase("二十", 20)]
    [TestCase("五十六", 56)]
    [TestCase("一百零三", 103)]
    [TestCase("二百三十", 230)]
    [TestCase("二〇", 20)]
    [TestCase("56", 56)]
    [TestCase("", null)]
    [TestCase("甲", null)]
    public void Number_IsReadAsItIsWritten(string numeral, int? number) =>
        Assert.That(ChineseNumber.Parse(numeral), Is.EqualTo(number));

    [TestCase("验收报告第1至4页；第3页的批注", "check.givenAndWithheld")]
    [TestCase("第3页的批注予以公开。", "check.givenAndWithheld")]
    [TestCase("验收报告，除第3页的批注外。", null)]
    public void Passage_IsNotBothGivenAndWithheld(string disclosed, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.PartlyDisclosed).WithPart(TemplateCodes.RefusedInternalAffairs).WithFact("disclosed", disclosed)
                .Findings(new GivenAndWithheldRule()),
            Is.EqualTo(Judged.Expected(code, "withheld[0].text")));
}
