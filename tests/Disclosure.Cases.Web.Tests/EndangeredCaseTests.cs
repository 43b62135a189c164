using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Pages.Manager;

namespace Disclosure.Cases.Web.Tests;

internal sealed class ConcernTests
{
    private static readonly DateOnly Today = new(2026, 3, 18);

    [Test]
    public void Concerns_AreOrdered_ByWhatTheLawWouldPunishFirst()
    {
        var calm = Case("calm") with { ReplyDueOn = Today.AddDays(20) };
        var dueLater = Case("due in two days") with { ReplyDueOn = Today.AddDays(2) };
        var dueToday = Case("due today") with { ReplyDueOn = Today };
        var unconfirmed = Case("unconfirmed") with
        {
            ReceivedOn = null,
            ArrivedOn = Today.AddDays(-7),
            Stage = CaseStage.AwaitingConfirmation,
        };
        var noNotice = Case("no notice") with { ReplyDueOn = Today.AddDays(15), NoticeDueOn = Today.AddDays(-1) };
        var late = Case("late") with { ReplyDueOn = Today.AddDays(-1), NoticeDueOn = Today.AddDays(-12) };
        var longLate = Case("long late") with { ReplyDueOn = Today.AddDays(-9) };

        var concerns = EndangeredCase.Of(
            [calm, dueLater, unconfirmed, dueToday, noNotice, late, longLate], Today, CalendarSnapshot.Shipped);
        Assert.Multiple(() =>
        {
            Assert.That(
                concerns.Select(concern => concern.Case.RegisterNumber),
                Is.EqualTo(new[] { "long late", "late", "no notice", "unconfirmed", "due today", "due in two days" }));
            Assert.That(concerns[1].Dangers, Has.Count.EqualTo(2), "both reasons are named");
        });
    }

    [TestCase(
        "2026-01-01", "2026-12-31", "2025-01-01", "2025-03-18",
        TestName = "A year that still runs is held against as much of the year before")]
    [TestCase(
        "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31", TestName = "A year that is over is held against the whole year before")]
    [TestCase("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29", TestName = "A February is held against the whole of a longer one")]
    [TestCase("2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28", TestName = "A February is held against a shorter one")]
    [TestCase("2027-01-01", "2027-12-31", "2026-01-01", "2026-12-31", TestName = "A year to come is held against the whole year before it")]
    public void YearBefore_OfAPeriod_IsTheSameDays(string from, string until, string fromBefore, string untilBefore) => Assert.That(
        new Period(DateOnly.Parse(from), DateOnly.Parse(until)).YearBefore(Today),
        Is.EqualTo(new Period(DateOnly.Parse(fromBefore), DateOnly.Parse(untilBefore))));

    private static OpenCase Case(string number) => new(
        Guid.NewGuid(), Guid.NewGuid(), "示范局", number, Guid.NewGuid(), "王承办",
        CaseStage.Completeness, Today.AddDays(-20), Today.AddDays(-20),
        null, null, false, false, false, false, false);
}
