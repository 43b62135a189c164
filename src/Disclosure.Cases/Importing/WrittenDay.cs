using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Importing;

/// <summary>Days as people write them: 2027/1/1, 2027-1-1, 2027.1.1, 2027年1月1日, 20270101, in any width, with a time behind them.</summary>
public static partial class WrittenDay
{
    // The number that a spreadsheet has for 2008-05-01, before which nobody applied, and for 2100-01-01.
    private const int FirstSerial = 39569;
    private const int LastSerial = 73051;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>The day; null for what is none.</summary>
    public static DateOnly? Read(string text)
    {
        var plain = ComparedText.Folded(text).Trim();
        if (Parts().Match(plain) is not { Success: true } match)
        {
            return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
                && serial is >= FirstSerial and <= LastSerial ? DayZero.AddDays(serial) : null;
        }

        var (year, month, day) = (Number("y"), Number("m"), Number("d"));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

        int Number(string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?:(?<y>[0-9]{4})\s*[-/.年]\s*(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})\s*日?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))"
            + @"(?:[\sT]+[0-9]{1,2}[:时][0-9]{1,2}.{0,12})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
