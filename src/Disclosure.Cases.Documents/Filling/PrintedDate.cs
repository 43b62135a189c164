using System.Globalization;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>Dates as they stand on paper: Arabic, no leading zeros (GB/T 9704-2012, 7.3.5.4).</summary>
internal static class PrintedDate
{
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
