using System.Globalization;

namespace Disclosure.Cases.Web.Localisation;

/// <summary>Dates as the reader's language writes them: 2026年11月22日, in English 2026-11-22.</summary>
internal static class Dates
{
    private static readonly string[] WeekDays = ["日", "一", "二", "三", "四", "五", "六"];

    private static bool InChinese => Texts.CurrentLanguage == Texts.Chinese;

    /// <summary>The day in full.</summary>
    public static string Long(this DateOnly day) => InChinese ? $"{day.Year}年{day.Month}月{day.Day}日" : Iso(day);

    /// <summary>The day in full with its day of the week.</summary>
    public static string WithWeekDay(this DateOnly day) => InChinese
        ? $"{day.Long()} 星期{WeekDays[(int)day.DayOfWeek]}"
        : $"{day.DayOfWeek} {Iso(day)}";

    /// <summary>Without the year where it is this one.</summary>
    public static string Short(this DateOnly day, DateOnly today) =>
        day.Year != today.Year ? day.Long() : InChinese ? $"{day.Month}月{day.Day}日" : day.ToString("MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As forms and addresses carry it: YYYY-MM-DD.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant in China Standard Time, to the minute.</summary>
    public static string InChina(this DateTimeOffset instant) =>
        $"{ChinaTime.DayOf(instant).Long()} {instant.ToOffset(ChinaTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>A day written YYYY-MM-DD, or null for anything else, impossible days included.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
