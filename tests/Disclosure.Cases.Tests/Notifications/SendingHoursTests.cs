using Disclosure.Cases.Clock;
using Disclosure.Cases.Notifications;

namespace Disclosure.Cases.Tests.Notifications;

public sealed class SendingHoursTests
{
    [TestCase("2025-10-24T08:29:59+08:00", ExpectedResult = false)]
    [TestCase("2025-10-24T08:30:00+08:00", ExpectedResult = true)]
    [TestCase("2025-10-24T17:30:00+08:00", ExpectedResult = true)]
    [TestCase("2025-10-24T17:31:00+08:00", ExpectedResult = false)]
    [TestCase("2025-10-24T01:00:00Z", ExpectedResult = true, Description = "nine in the morning in China")]
    [TestCase("2025-10-24T16:30:00Z", ExpectedResult = false, Description = "half past midnight of a Saturday in China")]
    [TestCase("2025-10-25T10:00:00+08:00", ExpectedResult = false, Description = "a Saturday")]
    [TestCase("2025-10-11T10:00:00+08:00", ExpectedResult = true, Description = "a Saturday that is a working day")]
    [TestCase("2025-10-06T10:00:00+08:00", ExpectedResult = false, Description = "a Monday in Golden Week")]
    public bool Include_ByTimeAndDayInChina(string at) =>
        SendingHours.Default.Include(DateTimeOffset.Parse(at), WorkingDayCalendar.Official);
}
