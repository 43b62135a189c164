using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ExistingDatesRuleTests
{
    [TestCase("检索于2026年2月30日完成。", "check.dateImpossible")]
    [TestCase("检索于2026年2月28日完成。", null)]
    [TestCase("根据《条例》第五十七条。", "check.noSuchArticle")]
    [TestCase("根据《条例》第一百条。", "check.noSuchArticle")]
    [TestCase("根据《条例》第五十六条、《条例》第十条。", null)]
    [TestCase("根据《档案法》第九十九条。", null)]
    public void Text_NamesDatesAndArticlesThatExist(string text, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotExisting).WithFact("search", text).Findings(new ExistingDatesRule()),
            Is.EqualTo(Judged.Expected(code, "search")));
}
