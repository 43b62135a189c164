using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Disputes;

public sealed class AnswerPeriodTests
{
    // Reckoned by hand: 29 September and 12 October 2024 were working Sundays and Saturdays around the holiday of 1 to 7 October.
    [TestCase(DisputeKind.Reconsideration, false, "2024-09-23", "2024-10-11", "ordinary")]
    [TestCase(DisputeKind.Reconsideration, true, "2024-09-23", "2024-09-29", "summary")]
    [TestCase(DisputeKind.Reconsideration, false, "2024-01-01", "2024-01-15", "ordinary")]
    [TestCase(DisputeKind.Reconsideration, false, "2023-12-31", "2024-01-10", "former")]
    [TestCase(DisputeKind.Reconsideration, false, "2023-09-20", "2023-10-07", "former")]
    [TestCase(DisputeKind.DirectAction, false, "2025-09-16", "2025-10-09", "action")]
    [TestCase(DisputeKind.ActionAfterReconsideration, false, "2025-09-15", "2025-09-30", "action")]
    public void Period_RunsFromTheDayAfterTheCopy_ByItsLaw(
        DisputeKind kind, bool isSummary, string receivedOn, string dueOn, string basis)
    {
        var received = DateOnly.Parse(receivedOn);
        var period = AnswerPeriod.Of(kind, isSummary, received);
        Assert.That(
            (period.DueOn(received, WorkingDayCalendar.Official), period.Basis), Is.EqualTo((DateOnly.Parse(dueOn), basis)));
    }

    [TestCase(DisputeKind.Reconsideration, "2024-01-01", true)]
    [TestCase(DisputeKind.Reconsideration, "2023-12-31", false)]
    [TestCase(DisputeKind.DirectAction, "2025-01-01", false)]
    public void ShortRoad_IsKnownToReconsiderationsOfThePresentLaw(DisputeKind kind, string receivedOn, bool isKnown) =>
        Assert.That(AnswerPeriod.KnowsSummary(kind, DateOnly.Parse(receivedOn)), Is.EqualTo(isKnown));

    [Test]
    public void Basis_OfEveryPeriod_HasWords() => Assert.Multiple(() =>
    {
        foreach (var language in new[] { Texts.Chinese, Texts.English })
        {
            foreach (var basis in new[] { "ordinary", "summary", "former", "action" })
            {
                Assert.That(Texts.Say(language, $"dispute.basis.{basis}"), Does.Not.Contain("dispute.basis"));
            }
        }
    });
}
