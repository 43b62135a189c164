using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.Documents;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class BasisRuleTests
{
    [TestCase(TemplateCodes.NotExisting, "根据《条例》第三十六条第四项的规定，本机关不予提供。", null, TestName = "the text's article")]
    [TestCase(TemplateCodes.NotExisting, "根据《条例》第三十九条第一款的规定，本机关不予处理。", "check.otherGround", TestName = "an article of another ground")]
    [TestCase(TemplateCodes.NotExisting, "根据《条例》第十三条的规定，本机关不予提供。", null, TestName = "an article that names no ground")]
    [TestCase(TemplateCodes.CorrectionNotice, "根据《条例》第三十九条第一款的规定，本机关不予处理。", null, TestName = "a text that decides nothing")]
    public void Decision_RestsOnTheTextsArticles(string template, string text, string? code) =>
        Assert.That(
            new Judged(template).WithFact("search", text).Findings(new BasisRule(Samples.Templates)),
            Is.EqualTo(Judged.Expected(code, "search")));

    [TestCase("根据《条例》第十六条第一款，不予公开。", null)]
    [TestCase("根据《条例》第十五条，不予公开。", "check.otherGround")]
    [TestCase("根据条例第十五条不予公开。", "check.otherGround")]
    [TestCase("依据《中华人民共和国政府信息公开条例》第十五条规定不予公开。", "check.otherGround")]
    [TestCase("属于《条例》第十五条规定的情形，不予公开。", "check.otherGround")]
    [TestCase("根据条例第三十七条和第十五条的规定不予公开。", "check.otherGround")]
    [TestCase("根据《档案管理条例》第十五条不予公开。", null)]
    public void PartWithheld_RestsOnItsGroundsArticles(string text, string? code)
    {
        var around = new Judged(TemplateCodes.PartlyDisclosed).WithPart(TemplateCodes.RefusedInternalAffairs).WithFact("disclosed", text);
        var part = new Judged(TemplateCodes.PartlyDisclosed).WithPart(TemplateCodes.RefusedInternalAffairs, "finding", text);
        Assert.Multiple(() =>
        {
            Assert.That(around.Findings(new BasisRule(Samples.Templates)), Is.EqualTo(Judged.Expected(code, "disclosed")));
            Assert.That(part.FindingsOfParts(new BasisRule(Samples.Templates)), Is.EqualTo(Judged.Expected(code, "finding")));
        });
    }

    [TestCase("根据《条例》第三十七条，不予提供。", null)]
    [TestCase("根据《条例》第十五条，不予公开。", "check.otherGround")]
    public void WhatIsNoGovernmentInformation_RestsOnNoGroundOfTheOthers(string text, string? code)
    {
        var part = new Judged(TemplateCodes.PartlyDisclosed).WithPart(WithholdingGround.NotGovernmentInformation, "finding", text);
        Assert.That(part.FindingsOfParts(new BasisRule(Samples.Templates)), Is.EqualTo(Judged.Expected(code, "finding")));
    }
}
