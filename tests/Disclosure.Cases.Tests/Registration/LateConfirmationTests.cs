using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.Registration;

public sealed class LateConfirmationTests
{
    // Monday 2025-11-03 arrived.
    [TestCase("2025-11-03", null)]
    [TestCase("2025-11-04", null)]
    [TestCase("2025-11-05", 2)]
    [TestCase("2025-11-10", 5)]
    public void Of_ConfirmedSoManyDaysLater_WarnsFromTheSecondWorkingDay(string confirmedOn, int? days)
    {
        var file = CaseBuilder.Received("2025-11-03", channel: Channel.Internet)
            .With(new ReceiptConfirmed(DateOnly.Parse(confirmedOn))).Build();
        var warning = LateConfirmation.Of(file, DateOnly.Parse("2025-11-20"), Cases.Clock.WorkingDayCalendar.Official);
        Assert.Multiple(() =>
        {
            Assert.That(warning?.WorkingDays, Is.EqualTo(days));
            Assert.That(warning?.DueOnFromArrival, Is.EqualTo(days is null ? (DateOnly?)null : new DateOnly(2025, 12, 1)));
        });
    }

    [Test]
    public void Of_HandedOver_NeedsNoConfirmation() =>
        Assert.That(
            LateConfirmation.Of(
                CaseBuilder.Received("2025-11-03").Build(), DateOnly.Parse("2025-11-20"), Cases.Clock.WorkingDayCalendar.Official),
            Is.Null);
}
