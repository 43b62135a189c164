using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class NumberRuleTests
{
    private static readonly NumberRule Rule = new(NumberPatterns.Default);

    [TestCase("登记编号为示范府依申请〔2025〕1号。", null, TestName = "the register number")]
    [TestCase("登记编号为示范府依申请[2025]1号。", "check.numberForm", TestName = "the register number in other brackets")]
    [TestCase("此前已以示范府依申请复〔2026〕99号答复。", "check.numberNotInCase", TestName = "a number that is not in the case")]
    [TestCase("本机关以示范建依申请复〔2025〕3号答复。", "check.otherAgencysNumber", TestName = "another agency's number as ours")]
    [TestCase("该委以示范建依申请复〔2025〕3号答复。", null, TestName = "another agency's number as its own")]
    [TestCase("《答复》（示范府依申请复〔2023〕8号）无该内容。", null, TestName = "a document that is named")]
    public void Text_CitesNumbersOfTheCase(string text, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotExisting).WithFact("search", text).Findings(Rule),
            Is.EqualTo(Judged.Expected(code, "search")));

    [TestCase("示范府依申请告〔2025〕1号", null)]
    [TestCase("示范府依申请告〔2025〕7号", "check.numberDiffers")]
    public void Notice_IsCitedByItsNumber(string written, string? code)
    {
        var terms = new DocumentTerms(new DateOnly(2025, 10, 13), null, null);
        var noticed = CaseBuilder.Received("2025-09-22").WithServed(
            out _, TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-22", terms, number: "示范府依申请告〔2025〕1号");
        Assert.That(
            new Judged(TemplateCodes.StillUnclear).WithFact("noticeNumber", written).WithCase(noticed).Findings(Rule),
            Is.EqualTo(Judged.Expected(code, "noticeNumber")));
    }

    [TestCase(TemplateCodes.RepeatRequest, null)]
    [TestCase(TemplateCodes.NotExisting, "check.numberNotInCase")]
    public void EarlierApplication_IsCitedWhereTheTextIsAboutIt(string template, string? code)
    {
        var draft = new Judged(template).WithFact("comparison", "此前的申请（示范府依申请〔2024〕5号）已答复。").WithSurroundings(around => around with
        {
            Earlier = [new EarlierApplication(Guid.NewGuid(), "示范府依申请〔2024〕5号", null, [])],
        });
        Assert.That(draft.Findings(Rule), Is.EqualTo(Judged.Expected(code, "comparison")));
    }
}
