using System.Globalization;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Numbers as they are written before 条, 页 and 段.</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>
    /// The number that is written in Chinese (up to 九百九十九, or digit by digit: 二〇) or in Arabic digits; null where there is none.
    /// </summary>
    public static int? Parse(string numeral)
    {
        if (int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var (total, digit, isPositional) = (0, 0, true);
        foreach (var letter in numeral.Replace('零', '〇'))
        {
            if (letter is '十' or '百')
            {
                total += Math.Max(digit, 1) * (letter == '十' ? 10 : 100);
                (digit, isPositional) = (0, false);
            }
            else if (Digits.IndexOf(letter, StringComparison.Ordinal) is var value and >= 0)
            {
                digit = isPositional ? (digit * 10) + value : value;
            }
            else
            {
                return null;
            }
        }

        return numeral.Length == 0 || numeral.Length > 7 ? null : total + digit;
    }
}
