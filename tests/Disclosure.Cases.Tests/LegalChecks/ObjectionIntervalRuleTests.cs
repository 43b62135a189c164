using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ObjectionIntervalRuleTests
{
    // From Monday 20 October 2025 the fifth working day is Monday the 27th.
    [TestCase(5, "2025-10-27", "check.givenTooSoon")]
    [TestCase(5, "2025-10-28", null)]
    [TestCase(0, "2025-10-20", "check.givenTooSoon")]
    [TestCase(0, "2025-10-21", null)]
    public void DayOfGiving_BeforeTheIntervalHasPassed_IsRefused(int interval, string givenOn, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.ThirdPartyDisclosureNotice).On("2025-10-20").WithFact("givenOn", givenOn)
                .Findings(new ObjectionIntervalRule(new ObjectionInterval(interval))),
            Is.EqualTo(Judged.Expected(code, "givenOn")));
}
