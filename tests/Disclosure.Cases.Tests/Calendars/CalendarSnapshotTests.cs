using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Calendars;

internal sealed class CalendarSnapshotTests
{
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly CalendarChange First = Notice(1, 2027, "2027-01-01,off,元旦\n2027-01-02,work,元旦");
    private static readonly CalendarChange Second = Notice(2, 2027, "2027-01-01,off,元旦");
    private static readonly CalendarChange Flood = Closure(3, Agency, "2027-07-01,off,洪水");

    [Test]
    public void Calendar_WithoutChanges_IsTheShippedOne() =>
        Assert.That(CalendarSnapshot.Shipped.Of(Agency), Is.SameAs(WorkingDayCalendar.Official));

    [Test]
    public void Notice_ImportedAgain_ReplacesTheEarlierOne_WhichStaysReadable()
    {
        var calendars = new CalendarSnapshot([First, Second]);
        Assert.Multiple(() =>
        {
            Assert.That(calendars.Of(null).IsProvisional(2027), Is.False);
            Assert.That(calendars.Of(null).IsWorkingDay(Day("2027-01-02")), Is.False);
            Assert.That(calendars.Of(null, 1).IsWorkingDay(Day("2027-01-02")), Is.True);
            Assert.That(calendars.Of(null, 0).IsProvisional(2027), Is.True);
            Assert.That(calendars.Edition, Is.EqualTo(2));
        });
    }

    [Test]
    public void Notice_OfTheYearBeforeImportedLater_LeavesWhatTheNextYearsNoticeSaysOfIt()
    {
        var next = Notice(1, 2027, "2026-12-27,work,元旦\n2027-01-01,off,元旦");
        var again = Notice(2, 2026, "2026-10-01,off,国庆节");
        Assert.That(new CalendarSnapshot([next, again]).Of(null).IsWorkingDay(Day("2026-12-27")), Is.True);
    }

    [Test]
    public void Closure_OfAnAgency_LeavesTheOthersAsTheyAre()
    {
        var calendars = new CalendarSnapshot([First, Second, Flood]);
        Assert.Multiple(() =>
        {
            Assert.That(calendars.Of(Agency).IsWorkingDay(Day("2027-07-01")), Is.False);
            Assert.That(calendars.Of(Agency).NameOf(Day("2027-07-01")), Is.EqualTo("洪水"));
            Assert.That(calendars.Of(Other).IsWorkingDay(Day("2027-07-01")), Is.True);
            Assert.That(calendars.Of(Other), Is.SameAs(calendars.Of(null)));
        });
    }

    [Test]
    public void Closure_UnderANoticeImportedLater_StillCounts()
    {
        var calendars = new CalendarSnapshot([Closure(1, null, "2027-07-01,off,洪水"), Notice(2, 2027, "2027-01-01,off,元旦")]);
        Assert.That(calendars.Of(null).IsWorkingDay(Day("2027-07-01")), Is.False);
    }

    [Test]
    public void Closure_Revoked_NoLongerCounts_ButDidThen()
    {
        var calendars = new CalendarSnapshot(
            [First, Second, Flood, new CalendarChange(4, CalendarChangeKind.Revocation, null, Agency, 3, "", "误录", default, default)]);
        Assert.Multiple(() =>
        {
            Assert.That(calendars.Of(Agency).IsWorkingDay(Day("2027-07-01")), Is.True);
            Assert.That(calendars.Of(Agency, 3).IsWorkingDay(Day("2027-07-01")), Is.False);
            Assert.That(calendars.Closures, Is.Empty);
            Assert.That(calendars.Of(Agency).Version, Is.EqualTo(calendars.Of(Other).Version));
        });
    }

    [TestCase("2026-10-31", null)]
    [TestCase("2026-11-01", 2027)]
    [TestCase("2027-01-04", 2027)]
    public void Reminder_FromNovember_NamesTheYearWithoutANotice(string today, int? wanted) =>
        Assert.That(NextNotice.Wanted(WorkingDayCalendar.Official, Day(today)), Is.EqualTo(wanted));

    [Test]
    public void Reminder_OnceTheNoticeIsImported_IsGone() =>
        Assert.That(NextNotice.Wanted(new CalendarSnapshot([First]).Of(null), Day("2026-11-22")), Is.Null);

    private static DateOnly Day(string iso) => DateOnly.Parse(iso);

    private static CalendarChange Notice(int ordinal, int year, string days) =>
        new(ordinal, CalendarChangeKind.Notice, year, null, null, $"{NoticeFile.Header}\n{days}\n", "", default, default);

    private static CalendarChange Closure(int ordinal, Guid? agency, string days) =>
        new(ordinal, CalendarChangeKind.Closure, null, agency, null, $"{NoticeFile.Header}\n{days}\n", "", default, default);
}
