using System.Globalization;

namespace Disclosure.Cases.Clock;

/// <summary>
/// The statutory holidays themselves (全国年节及纪念日放假办法, as amended from 2025), for years whose official notice is
/// not yet published. Nothing is transferred in such a year.
/// </summary>
internal static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The holidays of <paramref name="year"/>, a day once for each holiday that falls on it.</summary>
    public static IEnumerable<(DateOnly Date, string Name)> Of(int year)
    {
        yield return (new DateOnly(year, 1, 1), "元旦");
        yield return (Qingming(year), "清明节");
        yield return (new DateOnly(year, 5, 1), "劳动节");
        yield return (new DateOnly(year, 5, 2), "劳动节");
        yield return (new DateOnly(year, 10, 1), "国庆节");
        yield return (new DateOnly(year, 10, 2), "国庆节");
        yield return (new DateOnly(year, 10, 3), "国庆节");

        // The runtime's lunar tables reach from 1901 to 2100; outside them only the solar holidays are known,
        // and every year so far off is provisional anyway.
        if (year < Lunar.MinSupportedDateTime.Year || year >= Lunar.MaxSupportedDateTime.Year)
        {
            yield break;
        }

        var newYear = LunarDay(year, 1, 1);
        for (var day = -1; day < 3; day++)
        {
            yield return (newYear.AddDays(day), "春节");
        }

        yield return (LunarDay(year, 5, 5), "端午节");
        yield return (LunarDay(year, 8, 15), "中秋节");
    }

    // The sun reaches 15° on 4, 5 or 6 April: the usual formula of the 21st century, with all leap days since 2000
    // counted so that it holds beyond 2099 too.
    private static DateOnly Qingming(int year)
    {
        var solarDays = (int)Math.Floor(((year - 2000) * 0.2422) + 4.81);
        return new DateOnly(year, 4, solarDays - (LeapDays(year) - LeapDays(2000)));
    }

    private static int LeapDays(int year) => (year / 4) - (year / 100) + (year / 400);

    // A leap month stands after the month whose number it repeats and pushes the later ones back by one.
    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leapMonth = Lunar.GetLeapMonth(year);
        var position = leapMonth > 0 && month >= leapMonth ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }
}
