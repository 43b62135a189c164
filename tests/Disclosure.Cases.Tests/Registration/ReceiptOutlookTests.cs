using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Tests.Registration;

public sealed class ReceiptOutlookTests
{
    private static readonly DateOnly Monday = new(2025, 11, 3);

    [Test]
    public void Of_HandedOver_IsReceivedThatDay() =>
        Assert.That(
            Of(Channel.InPerson, null),
            Is.EqualTo(new ReceiptOutlook(Monday, new DateOnly(2025, 12, 1), new DateOnly(2025, 11, 12), false, null)));

    [Test]
    public void Of_OrdinaryPostNotConfirmed_HasNoClockAndIsWarnedOf() =>
        Assert.That(
            Of(Channel.OrdinaryPost, null),
            Is.EqualTo(new ReceiptOutlook(null, null, null, false, new LateConfirmation(4, new DateOnly(2025, 12, 1)))));

    [Test]
    public void Of_ConfirmedLater_IsReckonedFromTheConfirmationAndSaysWhatArrivalWouldGive() =>
        Assert.That(Of(Channel.Internet, Monday.AddDays(2)), Is.EqualTo(
            new ReceiptOutlook(
                Monday.AddDays(2),
                new DateOnly(2025, 12, 3),
                new DateOnly(2025, 11, 14),
                false,
                new LateConfirmation(2, new DateOnly(2025, 12, 1)))));

    [Test]
    public void Of_DueInAYearWithoutNotice_IsProvisional() =>
        Assert.That(
            ReceiptOutlook.Of(
                Channel.InPerson, new DateOnly(2026, 12, 21), null, new DateOnly(2026, 12, 21), WorkingDayCalendar.Official).IsProvisional,
            Is.True);

    private static ReceiptOutlook Of(Channel channel, DateOnly? confirmedOn) =>
        ReceiptOutlook.Of(channel, Monday, confirmedOn, Monday.AddDays(4), WorkingDayCalendar.Official);
}
