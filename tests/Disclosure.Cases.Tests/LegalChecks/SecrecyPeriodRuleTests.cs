using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class SecrecyPeriodRuleTests
{
    [TestCase("2019-11-08", "10年", null)]
    [TestCase("2013-11-08", "10年", "check.secrecyOver")]
    [TestCase("2015-09-22", "10年", "check.secrecyOver")]
    [TestCase("2015-09-22", "十年", "check.secrecyOver")]
    [TestCase("2015-09-22", "120个月", "check.secrecyOver")]
    [TestCase("2015-09-22", "10年6个月", null)]
    [TestCase("2015-09-22", "二十年", null)]
    [TestCase("2015-09-22", "至2025年9月22日", "check.secrecyOver")]
    [TestCase("2015-09-22", "2026年3月1日解密", null)]
    [TestCase("1999-11-08", "长期", null)]
    public void Secret_WhosePeriodIsOver_IsNone(string classifiedOn, string period, string? code)
    {
        var draft = new Judged(TemplateCodes.RefusedStateSecret).WithFact("classifiedOn", classifiedOn).WithFact("secrecyPeriod", period);
        Assert.That(draft.Findings(new SecrecyPeriodRule()), Is.EqualTo(Judged.Expected(code, "secrecyPeriod")));
    }
}
