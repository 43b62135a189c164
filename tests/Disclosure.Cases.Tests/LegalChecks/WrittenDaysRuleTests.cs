using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class WrittenDaysRuleTests
{
    [TestCase("本机关于2025年9月22日收到您提交的政府信息公开申请。", null, TestName = "the day of receipt")]
    [TestCase("本机关于２０２５年９月２１日收到您提交的政府信息公开申请。", "check.writtenDayDiffers", TestName = "another day, in full-width digits")]
    [TestCase("此前，本机关于2024年3月1日收到您提交的申请。", null, TestName = "the day of another application")]
    [TestCase("申请人称“本机关于2024年3月1日收到您提交的申请”。", null, TestName = "another day, quoted")]
    [TestCase("本机关于9月21日收到申请。", "check.writtenDayDiffers", TestName = "another day without its year")]
    [TestCase("9月21日，本机关收到您的申请。", "check.writtenDayDiffers", TestName = "another day, said first")]
    [TestCase("9月22日，本机关收到您的申请。", null, TestName = "the day, said first")]
    public void Sentence_NamesTheCasesDay(string text, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotExisting).WithFact("search", text).Findings(new WrittenDaysRule()),
            Is.EqualTo(Judged.Expected(code, "search")));
}
