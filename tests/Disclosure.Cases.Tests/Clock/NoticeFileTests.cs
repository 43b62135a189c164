using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

internal sealed class NoticeFileTests
{
    [Test]
    public void Check_OfANoticeWithSeveralFaults_NamesEachWithItsLineAndRule()
    {
        const string Text = "day,kind\n2027-02-05,off,春节\n2027-02-05,off,春节\n2027-02-30,off,春节\n"
            + "2028-01-01,off,元旦\n2027-02-08,work,春节\n2027-02-09,off,\n2027-02-10,holiday,春节\n";
        NoticeFile.Check(Text, 2027, out var findings);
        Assert.That(findings.Select(finding => (finding.Code, finding.Arguments[0])), Is.EqualTo(new (string, object?)[]
        {
            ("notice.header", 1), ("notice.twice", 3), ("notice.line", 4), ("notice.otherYear", 5),
            ("notice.workOnWorkingDay", 6), ("notice.name", 7), ("notice.line", 8),
        }));
    }

    [TestCase(2025)]
    [TestCase(2026)]
    public void Check_OfTheNoticesShipped_FindsNothing_AndDoubtsNothing(int year)
    {
        var shipped = NoticeFile.Write(WorkingDayCalendar.Official.Exceptions.Where(day => day.Date.Year == year));
        var days = NoticeFile.Check(shipped, year, out var findings);
        Assert.Multiple(() =>
        {
            Assert.That(findings, Is.Empty);
            Assert.That(NoticeFile.Doubts(year, days), Is.Empty);
            Assert.That(NoticeFile.Write(days), Is.EqualTo(shipped));
        });
    }

    [Test]
    public void Check_OfTheHeaderAlone_IsNoNotice()
    {
        NoticeFile.Check(NoticeFile.Header, 2027, out var findings);
        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { "notice.empty" }));
    }

    [Test]
    public void Check_OfDaysAtTheEndOfTheYearBefore_TakesThem()
    {
        NoticeFile.Check($"{NoticeFile.Header}\n2026-12-27,work,元旦\n2026-11-28,work,元旦\n", 2027, out var findings);
        Assert.That(findings.Select(finding => finding.Arguments[0]), Is.EqualTo(new object[] { 3 }));
    }

    [Test]
    public void Doubts_WhereAStatutoryHolidayIsMissing_NameIt()
    {
        var days = NoticeFile.Check(NoticeFile.Draft(2027), 2027, out _).Where(day => day.Date != new DateOnly(2027, 6, 9)).ToList();
        Assert.That(NoticeFile.Doubts(2027, days).Single().Say("en"), Does.Contain("2027-06-09").And.Contain("端午节"));
    }

    [Test]
    public void Draft_OfAYearWithoutANotice_MakesTheCalendarThatProvisionallyHolds()
    {
        var drafted = WorkingDayCalendar.Official.WithNotice(2027, NoticeFile.Check(NoticeFile.Draft(2027), 2027, out _));
        for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
        {
            Assert.That(drafted.IsWorkingDay(day), Is.EqualTo(WorkingDayCalendar.Official.IsWorkingDay(day)), $"{day}");
        }
    }
}
