using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class FeeRuleTests
{
    [TestCase("per-application", 12, null)]
    [TestCase("per-application", 15, "check.countDiffers")]
    [TestCase("per-page", 31, null)]
    [TestCase("per-page", 30, "check.feeFree.PerPage")]
    public void Fee_OfAnApplication_IsChargedByItsOwnPlaceOrPages(string basis, int count, string? code) =>
        Assert.That(Notice(basis, count, place: 12).Findings(new FeeRule()), Is.EqualTo(Judged.Expected(code, "count")));

    [Test]
    public void Fee_OfTheTenthApplication_IsNone() =>
        Assert.That(
            Notice("per-application", 10, place: 10).Findings(new FeeRule()),
            Is.EqualTo(Judged.Expected("check.feeFree.PerApplication", "count")));

    // The case is the 12th of 14 of September 2025.
    [TestCase("2025年9月，申请人累计向本机关提出政府信息公开申请12件，明显超过合理范围。", null)]
    [TestCase("2025年9月内申请人累计向本机关提出申请１４件。", null)]
    [TestCase("2025年9月，申请人累计向本机关提出政府信息公开申请15件。", "check.monthCountDiffers")]
    [TestCase("2025年9月，申请人累计向本机关提出政府信息公开申请11件。", "check.monthCountDiffers")]
    [TestCase("2025年8月，申请人累计向本机关提出政府信息公开申请12件。", "check.monthDiffers")]
    [TestCase("申请人本月已向本机关提出申请9件。", "check.monthCountDiffers")]
    [TestCase("申请人2024年提出申请300件，内容相近。", null)]
    public void Grounds_SayTheMonthAndHowManyThereAre(string finding, string? code) =>
        Assert.That(
            Notice("per-application", 12, place: 12, count: 14).WithFact("finding", finding).Findings(new FeeRule()),
            Is.EqualTo(Judged.Expected(code, "finding")));

    // 68 pages cost 380 yuan.
    [TestCase("本次申请涉及可以公开的政府信息共68页，应收费380元。", null)]
    [TestCase("每页收取10元。", null)]
    [TestCase("本次申请涉及可以公开的政府信息共70页。", "check.feePagesDiffer")]
    [TestCase("应当缴纳人民币500元。", "check.feeSumDiffers")]
    [TestCase("请于2025年12月5日前缴纳。", "check.feeDeadlineTyped")]
    [TestCase("请在十日内缴清。", "check.feeDeadlineTyped")]
    public void Notice_SaysNoOtherSumPagesOrPeriod(string payment, string? code) =>
        Assert.That(
            Notice("per-page", 68, place: 12, count: 14).WithFact("payment", payment).Findings(new FeeRule()),
            Is.EqualTo(Judged.Expected(code, "payment")));

    [TestCase(31, 30, "check.feeLess")]
    [TestCase(11, 10, "check.feeLess")]
    [TestCase(30, 29, null)]
    [TestCase(30, 31, null)]
    public void Closing_IsOnlyForAFeeThatIsOwedStill(int charged, int place, string? code)
    {
        var builder = CaseBuilder.Received("2025-09-22")
            .WithServed(out var notice, TemplateCodes.FeeNotice, ServiceEffect.AwaitsPayment, "2025-09-24");
        Assert.That(
            new Judged(TemplateCodes.ClosingNotice, VariantCodes.FeeUnpaid).WithCase(builder)
                .WithSurroundings(around => around with
                {
                    InMonth = new ApplicationsInMonth(40, place),
                    FactsOf = new Dictionary<Guid, JsonObject> { [notice] = new() { ["basis"] = "per-application", ["count"] = charged } },
                })
                .Findings(new FeeRule()),
            Is.EqualTo(Judged.Expected(code, null)));
    }

    private static Judged Notice(string basis, int written, int place, int? count = null) =>
        new Judged(TemplateCodes.FeeNotice).WithFact("basis", basis).WithFact("count", written)
            .WithSurroundings(around => around with { InMonth = new ApplicationsInMonth(count ?? place, place) });
}
