using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Official = WorkingDayCalendar.Official;

    [TestCase("2025-10-10", true, null)]
    [TestCase("2025-10-11", true, "国庆节、中秋节", Description = "A Saturday worked")]
    [TestCase("2025-10-12", false, null)]
    [TestCase("2025-10-08", false, "国庆节、中秋节")]
    [TestCase("2025-10-04", false, null, Description = "A Saturday within the holiday stays a Saturday")]
    [TestCase("2025-01-26", true, "春节", Description = "A Sunday worked")]
    [TestCase("2024-02-29", true, null)]
    [TestCase("2008-05-04", true, "劳动节")]
    public void IsWorkingDay_UnderANotice_FollowsTheNotice(string day, bool isWorkingDay, string? name)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Official.IsWorkingDay(TimelineBuilder.Day(day)), Is.EqualTo(isWorkingDay));
            Assert.That(Official.NameOf(TimelineBuilder.Day(day)), Is.EqualTo(name));
        });
    }

    [Test]
    public void IsWorkingDay_In2027WithoutNotice_IsTheWeekLessTheStatutoryHolidays()
    {
        var off = Enumerable.Range(0, 365).Select(day => new DateOnly(2027, 1, 1).AddDays(day))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Official.IsWorkingDay(day))
            .Select(day => $"{day:MM-dd} {Official.NameOf(day)}");
        Assert.That(off, Is.EqualTo(new[]
        {
            "01-01 元旦", "02-05 春节", "02-08 春节", "04-05 清明节", "06-09 端午节", "09-15 中秋节", "10-01 国庆节",
        }));
    }

    [TestCase("2028-10-03", "国庆节、中秋节", Description = "Two holidays on one day")]
    [TestCase("2031-10-01", "国庆节、中秋节")]
    [TestCase("2028-04-04", "清明节")]
    [TestCase("2033-01-31", "春节", Description = "After a leap month")]
    [TestCase("2100-04-05", "清明节")]
    [TestCase("9999-10-01", "国庆节")]
    public void NameOf_InAYearWithoutNotice_IsTheStatutoryHoliday(string day, string name) =>
        Assert.That(Official.NameOf(TimelineBuilder.Day(day)), Is.EqualTo(name));

    // Leap months among them: 2012 and 2020 before Dragon Boat; 2009, 2017 and 2025 between it and Mid-Autumn; 2014 after both.
    [Test]
    public void NameOf_ComputedForYearsPast_AgreesWithTheNotices()
    {
        var computed = WorkingDayCalendar.From([], []);
        string[] names = ["清明节", "端午节", "中秋节"];
        var days = Enumerable.Range(0, 19 * 365).Select(day => new DateOnly(2008, 1, 1).AddDays(day))
            .Where(day => names.Contains(computed.NameOf(day))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(days, Has.Count.GreaterThan(35));
            foreach (var day in days)
            {
                Assert.That(Official.IsWorkingDay(day), Is.False, $"{day:yyyy-MM-dd}");
            }
        });
    }

    [Test]
    public void IsWorkingDay_OnEveryDayThereIs_Answers()
    {
        var days = Official.WorkingDaysBetween(new DateOnly(2008, 1, 1), DateOnly.MaxValue);
        Assert.That(days, Is.InRange(2_000_000, 2_090_000));
    }

    [TestCase(2007, true)]
    [TestCase(2008, false)]
    [TestCase(2026, false)]
    [TestCase(2027, true)]
    public void IsProvisional_ByYear_IsWhereThereIsNoNotice(int year, bool expected) =>
        Assert.That(Official.IsProvisional(year), Is.EqualTo(expected));

    [TestCase("2025-03-03", 0, "2025-03-03")]
    [TestCase("2025-03-07", 1, "2025-03-10", Description = "From a Friday")]
    [TestCase("2025-03-08", 1, "2025-03-10", Description = "From a Saturday")]
    [TestCase("2025-09-30", 1, "2025-10-09", Description = "Over the National Day")]
    [TestCase("2025-10-10", 1, "2025-10-11", Description = "To a Saturday worked")]
    [TestCase("2024-02-28", 1, "2024-02-29")]
    [TestCase("2025-12-31", 1, "2026-01-04", Description = "A Sunday worked after the New Year")]
    public void AddWorkingDays_FromADay_DoesNotCountIt(string start, int count, string expected)
    {
        var (from, to) = (TimelineBuilder.Day(start), TimelineBuilder.Day(expected));
        Assert.Multiple(() =>
        {
            Assert.That(Official.AddWorkingDays(from, count), Is.EqualTo(to));
            Assert.That(Official.WorkingDaysBetween(from, to), Is.EqualTo(count));
        });
    }

    [Test]
    public void AddWorkingDays_BeyondTheCalendar_IsOutOfRange()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Official.AddWorkingDays(DateOnly.MaxValue, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Official.AddWorkingDays(new DateOnly(2025, 1, 1), -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(Official.AddWorkingDays(DateOnly.MaxValue.AddDays(-1), 1), Is.EqualTo(DateOnly.MaxValue));
        });
    }

    [Test]
    public void WithNotice_ForANewYear_ReplacesTheProvisionalYear()
    {
        var imported = Official.WithNotice(2027, [new DayException(new DateOnly(2027, 2, 9), DayExceptionKind.Off, "春节")]);
        Assert.Multiple(() =>
        {
            Assert.That(imported.IsProvisional(2027), Is.False);
            Assert.That(imported.IsWorkingDay(new DateOnly(2027, 2, 9)), Is.False);
            Assert.That(imported.IsWorkingDay(new DateOnly(2027, 2, 8)), Is.True, "no longer by computation");
            Assert.That(imported.IsWorkingDay(new DateOnly(2026, 2, 28)), Is.True, "other years stay");
            Assert.That(Official.IsProvisional(2027), Is.True, "the old calendar stays as it was");
        });
    }

    [Test]
    public void Version_OfEqualContent_IsEqual()
    {
        var day = new DayException(new DateOnly(2026, 3, 2), DayExceptionKind.Off, "试");
        Assert.Multiple(() =>
        {
            Assert.That(Official.With(day).Version, Is.Not.EqualTo(Official.Version));
            Assert.That(WorkingDayCalendar.From(Official.Exceptions, Official.NoticeYears).Version, Is.EqualTo(Official.Version));
            Assert.That(Official.With(day).NameOf(day.Date), Is.EqualTo("试"));
        });
    }

    [TestCase("date,kind\n", 1)]
    [TestCase("date,kind,holiday\n2027-02-30,off,x\n", 2)]
    [TestCase("date,kind,holiday\n2027-02-20,half,x\n", 2)]
    [TestCase("date,kind,holiday\n\n2027-02-20,off,x\n2027-02-20,work,x\n", 4)]
    public void Read_OfABrokenNotice_NamesTheLine(string text, int line) =>
        Assert.That(
            () => NoticeFile.Read(new StringReader(text)),
            Throws.InstanceOf<FormatException>().With.Message.Contains($"Line {line} "));
}
