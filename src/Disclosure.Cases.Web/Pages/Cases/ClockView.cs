using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>One day of the little calendar.</summary>
/// <param name="Tone">A class of the style sheet; empty for days that mean nothing.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Title">The day in full and what it is.</param>
internal sealed record CalendarDay(string Tone, string Text, string Title);

/// <summary>The clock of a case as a page shows it: the days left, a calendar, and the ledger that says why.</summary>
internal sealed class ClockView
{
    private const int LongestInWeeks = 10;

    private ClockView(Reckoning reckoning, DateOnly today, WorkingDayCalendar calendar, IStringLocalizer<Words> words)
    {
        Reckoning = reckoning;
        Today = today;
        Urgency = Tell(reckoning, today, calendar, words);
        Excluded = reckoning.Ledger.Count(day => day.Kind == LedgerKind.Excluded && day.Date > reckoning.ClockStartsOn);
        DaysLeft = reckoning.ReplyDueOn is { } due ? calendar.WorkingDaysLeft(due, today) : null;
        Weeks = [.. Calendar(reckoning, today, words).Chunk(7)];
    }

    /// <summary>Everything that the clock says.</summary>
    public Reckoning Reckoning { get; }

    /// <summary>The day on which one looks.</summary>
    public DateOnly Today { get; }

    /// <summary>Tone and words.</summary>
    public Urgency Urgency { get; }

    /// <summary>Working days left, negative when late; null without a due date.</summary>
    public int? DaysLeft { get; }

    /// <summary>Working days left out for consultations in the running period.</summary>
    public int Excluded { get; }

    /// <summary>The calendar, a week a row from Monday.</summary>
    public IReadOnlyList<CalendarDay[]> Weeks { get; }

    /// <summary>The clock of a case on a day; null while the day of receipt is not confirmed.</summary>
    public static ClockView? Of(CaseFile file, DateOnly today, CalendarSnapshot calendars, IStringLocalizer<Words> words) =>
        CaseReckoning.Of(file, calendars, today, withLedger: true) is { } reckoning
            ? new ClockView(reckoning, today, calendars.For(file), words)
            : null;

    private static Urgency Tell(Reckoning reckoning, DateOnly today, WorkingDayCalendar calendar, IStringLocalizer<Words> words) =>
        reckoning.State switch
        {
            ClockState.Withdrawn => new("still", words["已撤回"]),
            ClockState.Replied => reckoning.OnTime == true ? new("calm", words["按期答复"]) : new("late", words["逾期答复"]),
            ClockState.AwaitingCorrection => new("still", words["等补正"]),
            ClockState.AwaitingPayment => new("still", words["等缴费"]),
            ClockState.Consulting or ClockState.Running => Urgency.Of(reckoning.ReplyDueOn!.Value, today, calendar, words),
        };

    private static IEnumerable<CalendarDay> Calendar(Reckoning reckoning, DateOnly today, IStringLocalizer<Words> words)
    {
        var ledger = reckoning.Ledger.ToDictionary(day => day.Date);
        var first = Monday(reckoning.Ledger[0].Date);
        var last = Monday(reckoning.Ledger[^1].Date).AddDays(6);

        // A case that waited for months: the last weeks are what matters, the list below has every day.
        var earliest = last.AddDays(1 - (LongestInWeeks * 7));
        for (var day = first < earliest ? earliest : first; day <= last; day = day.AddDays(1))
        {
            yield return ledger.TryGetValue(day, out var entry)
                ? Cell(entry, reckoning.ReplyDueOn, today, words)
                : new("", Text(day), day.Long());
        }
    }

    // Dates throughout: which working day of the period it is stands in the title, and in the list below.
    private static string Text(DateOnly day) => day.Day == 1 ? $"{day.Month}/1" : $"{day.Day}";

    private static CalendarDay Cell(LedgerDay day, DateOnly? dueOn, DateOnly today, IStringLocalizer<Words> words)
    {
        var title = $"{day.Date.WithWeekDay()} · {Texts.Name(day.Kind, Texts.CurrentLanguage)}{(day.Name is null ? "" : $"（{day.Name}）")}"
            + (day.Number is { } number ? " · " + words["第 {0} 个工作日", number] : "");
        var mark = day.Date == today ? " w" : "";
        var tone = day.Date == dueOn ? "d" : day.Kind switch
        {
            LedgerKind.Start => "s",
            LedgerKind.Standing or LedgerKind.Excluded => "x",
            LedgerKind.Counted => dueOn < day.Date ? "o" : "n",
            LedgerKind.Weekend or LedgerKind.Holiday => "",
        };
        return new((tone + mark).Trim(), Text(day.Date), title);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
