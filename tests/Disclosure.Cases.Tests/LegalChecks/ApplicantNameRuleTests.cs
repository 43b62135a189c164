using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ApplicantNameRuleTests
{
    [TestCase("申请人𠮷田某要求提供的文件未检索到。", "check.applicantDiffers", TestName = "another case's applicant called the applicant")]
    [TestCase("申请人：王某某，未检索到文件。", "check.applicantDiffers", TestName = "a name after a colon")]
    [TestCase("申请人：陈某，未检索到文件。", null, TestName = "the own applicant after a colon")]
    [TestCase("档案管理员𠮷田某进行检索。", null, TestName = "the name of somebody else")]
    [TestCase("申请人称“𠮷田某提出的申请已有结果”。", null, TestName = "somebody else's own words")]
    public void Applicant_IsTheCases(string text, string? code)
    {
        var draft = new Judged(TemplateCodes.NotExisting).WithFact("search", text)
            .WithSurroundings(around => around with { Strangers = ["𠮷田某"] });
        Assert.That(draft.Findings(new ApplicantNameRule()), Is.EqualTo(Judged.Expected(code, "search")));
    }

    [Test]
    public void Applicant_InWordsGivenAsTheyAre_IsLeftAlone()
    {
        var draft = new Judged(TemplateCodes.Disclosed, "over-objection").WithFact("objection", "申请人：王某某不得知悉。");
        Assert.That(draft.Findings(new ApplicantNameRule()), Is.Empty);
    }
}
