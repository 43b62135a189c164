using Disclosure.Cases.Clock;
using static Disclosure.Cases.Tests.Clock.TimelineBuilder;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>
/// The limits of 7, 15 and 20 working days across every holiday of three days or more since Order 711 came into force:
/// received on the last day before it. The dates were counted by another program from the notices alone.
/// </summary>
public sealed class LongHolidayTests
{
    [TestCase("2019-06-06", "端午节", 3, "2019-06-18", "2019-06-28", "2019-07-05")]
    [TestCase("2019-09-12", "中秋节", 3, "2019-09-24", "2019-10-10", "2019-10-16")]
    [TestCase("2019-09-30", "国庆节", 7, "2019-10-15", "2019-10-25", "2019-11-01")]
    [TestCase("2020-01-23", "春节", 10, "2020-02-11", "2020-02-21", "2020-02-28")]
    [TestCase("2020-04-03", "清明节", 3, "2020-04-15", "2020-04-26", "2020-05-06")]
    [TestCase("2020-04-30", "劳动节", 5, "2020-05-13", "2020-05-25", "2020-06-01")]
    [TestCase("2020-06-24", "端午节", 3, "2020-07-06", "2020-07-16", "2020-07-23")]
    [TestCase("2020-09-30", "国庆节、中秋节", 8, "2020-10-16", "2020-10-28", "2020-11-04")]
    [TestCase("2020-12-31", "元旦", 3, "2021-01-12", "2021-01-22", "2021-01-29")]
    [TestCase("2021-02-10", "春节", 7, "2021-02-25", "2021-03-09", "2021-03-16")]
    [TestCase("2021-04-02", "清明节", 3, "2021-04-14", "2021-04-25", "2021-04-30")]
    [TestCase("2021-04-30", "劳动节", 5, "2021-05-13", "2021-05-25", "2021-06-01")]
    [TestCase("2021-06-11", "端午节", 3, "2021-06-23", "2021-07-05", "2021-07-12")]
    [TestCase("2021-09-18", "中秋节", 3, "2021-09-29", "2021-10-15", "2021-10-22")]
    [TestCase("2021-09-30", "国庆节", 7, "2021-10-15", "2021-10-27", "2021-11-03")]
    [TestCase("2021-12-31", "元旦", 3, "2022-01-12", "2022-01-24", "2022-01-29")]
    [TestCase("2022-01-30", "春节", 7, "2022-02-15", "2022-02-25", "2022-03-04")]
    [TestCase("2022-04-02", "清明节", 3, "2022-04-14", "2022-04-25", "2022-05-05")]
    [TestCase("2022-04-29", "劳动节", 5, "2022-05-12", "2022-05-24", "2022-05-31")]
    [TestCase("2022-06-02", "端午节", 3, "2022-06-14", "2022-06-24", "2022-07-01")]
    [TestCase("2022-09-09", "中秋节", 3, "2022-09-21", "2022-10-08", "2022-10-13")]
    [TestCase("2022-09-30", "国庆节", 7, "2022-10-14", "2022-10-26", "2022-11-02")]
    [TestCase("2022-12-30", "元旦", 3, "2023-01-11", "2023-01-28", "2023-02-02")]
    [TestCase("2023-01-20", "春节", 7, "2023-02-03", "2023-02-15", "2023-02-22")]
    [TestCase("2023-04-28", "劳动节", 5, "2023-05-11", "2023-05-23", "2023-05-30")]
    [TestCase("2023-06-21", "端午节", 3, "2023-07-03", "2023-07-13", "2023-07-20")]
    [TestCase("2023-09-28", "中秋节、国庆节", 8, "2023-10-13", "2023-10-25", "2023-11-01")]
    [TestCase("2023-12-29", "元旦", 3, "2024-01-10", "2024-01-22", "2024-01-29")]
    [TestCase("2024-02-09", "春节", 8, "2024-02-26", "2024-03-07", "2024-03-14")]
    [TestCase("2024-04-03", "清明节", 3, "2024-04-15", "2024-04-25", "2024-05-06")]
    [TestCase("2024-04-30", "劳动节", 5, "2024-05-13", "2024-05-23", "2024-05-30")]
    [TestCase("2024-06-07", "端午节", 3, "2024-06-19", "2024-07-01", "2024-07-08")]
    [TestCase("2024-09-14", "中秋节", 3, "2024-09-26", "2024-10-12", "2024-10-18")]
    [TestCase("2024-09-30", "国庆节", 7, "2024-10-15", "2024-10-25", "2024-11-01")]
    [TestCase("2025-01-27", "春节", 8, "2025-02-12", "2025-02-24", "2025-03-03")]
    [TestCase("2025-04-03", "清明节", 3, "2025-04-15", "2025-04-25", "2025-05-06")]
    [TestCase("2025-04-30", "劳动节", 5, "2025-05-14", "2025-05-26", "2025-06-03")]
    [TestCase("2025-05-30", "端午节", 3, "2025-06-11", "2025-06-23", "2025-06-30")]
    [TestCase("2025-09-30", "国庆节、中秋节", 8, "2025-10-16", "2025-10-28", "2025-11-04")]
    [TestCase("2025-12-31", "元旦", 3, "2026-01-12", "2026-01-22", "2026-01-29")]
    [TestCase("2026-02-14", "春节", 9, "2026-03-03", "2026-03-13", "2026-03-20")]
    [TestCase("2026-04-03", "清明节", 3, "2026-04-15", "2026-04-27", "2026-05-07")]
    [TestCase("2026-04-30", "劳动节", 5, "2026-05-13", "2026-05-25", "2026-06-01")]
    [TestCase("2026-06-18", "端午节", 3, "2026-06-30", "2026-07-10", "2026-07-17")]
    [TestCase("2026-09-24", "中秋节", 3, "2026-10-12", "2026-10-22", "2026-10-29")]
    [TestCase("2026-09-30", "国庆节", 7, "2026-10-15", "2026-10-27", "2026-11-03")]
    public void Limits_AcrossAHoliday_AreCountedByTheNotices(
        string receivedOn, string holiday, int days, string notice, string opinion, string reply)
    {
        var received = Day(receivedOn);
        var calendar = WorkingDayCalendar.Official;
        var reckoning = new TimelineBuilder(receivedOn).WithConsultation(receivedOn).Reckon();
        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(1, days).Select(received.AddDays).Where(calendar.IsWorkingDay), Is.Empty, holiday);
            Assert.That(calendar.IsWorkingDay(received) && calendar.IsWorkingDay(received.AddDays(days + 1)), holiday);
            Assert.That(
                Enumerable.Range(1, days).Select(day => calendar.NameOf(received.AddDays(day))).OfType<string>()
                    .SelectMany(name => name.Split('、')).Distinct(),
                Is.EquivalentTo(holiday.Split('、')));
            Assert.That(Due(DeadlineKind.CorrectionNotice), Is.EqualTo(Day(notice)));
            Assert.That(Due(DeadlineKind.ThirdPartyOpinion), Is.EqualTo(Day(opinion)));
            Assert.That(new TimelineBuilder(receivedOn).Reckon().ReplyDueOn, Is.EqualTo(Day(reply)));
        });
        DateOnly? Due(DeadlineKind kind) => reckoning.Deadlines.Single(deadline => deadline.Kind == kind).DueOn;
    }
}
