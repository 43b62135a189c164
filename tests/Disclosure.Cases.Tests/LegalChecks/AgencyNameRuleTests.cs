using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class AgencyNameRuleTests
{
    [TestCase("示范区住房和城乡建设委员会", null)]
    [TestCase("示范区人民政府办公室", "check.agencyIsOurs")]
    public void OtherAgency_IsAnotherOne(string named, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotThisAgency, "agency-known").WithFact("otherAgency", named).Findings(new AgencyNameRule()),
            Is.EqualTo(Judged.Expected(code, "otherAgency")));

    [TestCase("本机关（示范区人民政府）未检索到。", null)]
    [TestCase("本机关（示范区住房和城乡建设委员会）未检索到。", "check.agencyIsNotOurs")]
    public void OurName_IsOurs(string text, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.NotExisting).WithFact("search", text).Findings(new AgencyNameRule()),
            Is.EqualTo(Judged.Expected(code, "search")));
}
