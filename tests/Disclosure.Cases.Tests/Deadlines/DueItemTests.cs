using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Tests.Deadlines;

public sealed class DueItemTests
{
    // Due on Friday 2025-10-24.
    [TestCase(DueKind.Reply, "2025-10-19", ExpectedResult = AgendaSection.Later, Description = "the Sunday before: next week")]
    [TestCase(DueKind.Reply, "2025-10-20", ExpectedResult = AgendaSection.ThisWeek)]
    [TestCase(DueKind.Reply, "2025-10-24", ExpectedResult = AgendaSection.Today)]
    [TestCase(DueKind.Reply, "2025-10-25", ExpectedResult = AgendaSection.Late)]
    [TestCase(DueKind.Correction, "2025-10-24", ExpectedResult = AgendaSection.Waiting, Description = "the applicant still has today")]
    [TestCase(DueKind.Correction, "2025-10-25", ExpectedResult = AgendaSection.Today)]
    [TestCase(DueKind.DraftTarget, "2025-10-23", ExpectedResult = AgendaSection.ThisWeek)]
    [TestCase(
        DueKind.DraftTarget, "2025-10-27", ExpectedResult = AgendaSection.Today,
        Description = "a target of the office is not the law's lateness")]
    public AgendaSection Section_ByKindAndDay(DueKind kind, string today) =>
        new DueItem(kind, "", new DateOnly(2025, 9, 22), new DateOnly(2025, 10, 24)).SectionOn(DateOnly.Parse(today));

    [Test]
    public void Section_OfADateOnSunday_IsThisWeeksUntilThen() =>
        Assert.That(
            new DueItem(DueKind.Reply, "", new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 28)).SectionOn(new DateOnly(2025, 9, 22)),
            Is.EqualTo(AgendaSection.ThisWeek),
            "28 September 2025 is a working Sunday");
}
