using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class SetDatesRuleTests
{
    [TestCase(TemplateCodes.CorrectionNotice, "2025-10-13", null, TestName = "ten working days for a correction")]
    [TestCase(TemplateCodes.CorrectionNotice, "2025-09-28", null, TestName = "a Sunday that is a working day")]
    [TestCase(TemplateCodes.CorrectionNotice, "2025-10-05", "check.notAWorkingDay", TestName = "a day of a holiday")]
    [TestCase(TemplateCodes.CorrectionNotice, "2025-09-25", "check.correctionTooShort", TestName = "three working days for a correction")]
    [TestCase(TemplateCodes.CorrectionNotice, "2026-09-22", "check.correctionTooLong", TestName = "a year for a correction")]
    [TestCase(TemplateCodes.ExplanationNotice, "2025-10-10", null, TestName = "an explanation before the reply is due")]
    [TestCase(TemplateCodes.ExplanationNotice, "2025-10-24", "check.explanationTooLate", TestName = "an explanation on the due date")]
    public void DateSet_IsAWorkingDay_AndLeavesTime(string template, string respondBy, string? code) =>
        Assert.That(
            new Judged(template).WithFact("respondBy", respondBy).Findings(new SetDatesRule()),
            Is.EqualTo(Judged.Expected(code, "respondBy")));
}
