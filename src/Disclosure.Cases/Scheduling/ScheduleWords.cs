using System.Globalization;

namespace Disclosure.Cases.Scheduling;

/// <summary>Schedules as people say them.</summary>
public static class ScheduleWords
{
    /// <summary>A schedule in words, where it is of one of the shapes in use; another one as it is written.</summary>
    /// <param name="schedule">A cron expression (<see cref="RecurringJob.Schedule"/>).</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Say(string schedule, string language) => schedule.Split(' ') switch
    {
        ["*", "*", "*", "*", "*"] => Texts.Say(language, "schedule.everyMinute"),
        [['*', '/', .. var minutes], "*", "*", "*", "*"] => Texts.Say(language, "schedule.everyMinutes", minutes),
        [var minute, var hour, "*", "*", "*"] when TimeOf(hour, minute) is { } time => Texts.Say(language, "schedule.everyDay", time),
        [var minute, var hour, var day, var month, "*"] when TimeOf(hour, minute) is { } time && IsNumber(day) && IsNumber(month) =>
            Texts.Say(language, "schedule.everyYear", month, day, time),
        _ => schedule,
    };

    private static string? TimeOf(string hour, string minute) =>
        IsNumber(hour) && IsNumber(minute) ? $"{hour.PadLeft(2, '0')}:{minute.PadLeft(2, '0')}" : null;

    private static bool IsNumber(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
