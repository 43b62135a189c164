using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Benchmarks.Clock;

/// <summary>What is measured of the clock: the twentieth working day after each day of a year, and a plain case reckoned.</summary>
internal static class ClockWork
{
    /// <summary>The period of article 33.</summary>
    public const int WorkingDays = 20;

    private static readonly DateOnly FirstDay = new(2025, 1, 1);
    private static readonly Dictionary<DateOnly, bool> Exceptions = WorkingDayCalendar.Official.Exceptions.ToDictionary(
        exception => exception.Date, exception => WorkingDayCalendar.Official.IsWorkingDay(exception.Date));
    private static readonly Timeline[] Plain = [.. Enumerable.Range(0, 365).Select(day => new Timeline(FirstDay.AddDays(day), []))];

    /// <summary>The days from which is reckoned, one after the other.</summary>
    public static IEnumerable<DateOnly> Starts => Plain.Select(timeline => timeline.ReceivedOn);

    public static Reckoning Reckon(int number, bool withLedger) =>
        StatutoryClock.Reckon(Plain[number % Plain.Length], WorkingDayCalendar.Official, withLedger);

    public static DateOnly Add(DateOnly start) => WorkingDayCalendar.Official.AddWorkingDays(start, WorkingDays);

    /// <summary>As one would write it in an afternoon: day by day, asking of each whether it is an exception.</summary>
    public static DateOnly AddNaively(DateOnly start)
    {
        var day = start;
        for (var count = 0; count < WorkingDays;)
        {
            day = day.AddDays(1);
            if (Exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                count++;
            }
        }

        return day;
    }

    public static Action Of(string contender)
    {
        var number = 0;
        var sum = 0L;
        return contender switch
        {
            "add" => () => sum += Add(Next()).DayNumber,
            "naive" => () => sum += AddNaively(Next()).DayNumber,
            "reckon" => () => sum += Reckon(number++, withLedger: false).ReplyDueOn!.Value.DayNumber,
            "ledger" => () => sum += Reckon(number++, withLedger: true).ReplyDueOn!.Value.DayNumber,
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };

        DateOnly Next() => Plain[number++ % Plain.Length].ReceivedOn;
    }
}
