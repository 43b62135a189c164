using System.Globalization;

namespace Disclosure.Cases.Clock;

/// <summary>
/// Official notices as comma-separated lines <c>date,kind,holiday</c> (<c>2025-10-11,work,国庆节</c>), with that header.
/// </summary>
public static class NoticeFile
{
    private const string Header = "date,kind,holiday";

    /// <summary>Reads every line of <paramref name="text"/>; empty lines are passed over.</summary>
    /// <exception cref="FormatException">The header, a date or a kind is not as it must be, or a day is named twice;
    /// the message names the line, from 1.</exception>
    public static IReadOnlyList<DayException> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.ReadLine()?.Trim() != Header)
        {
            throw new FormatException($"Line 1 must be '{Header}'.");
        }

        var exceptions = new List<DayException>();
        var days = new HashSet<DateOnly>();
        var number = 1;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var exception = Parse(line) ?? throw new FormatException($"Line {number} is not '{Header}': {line}");
            if (!days.Add(exception.Date))
            {
                throw new FormatException($"Line {number} names {exception.Date:yyyy-MM-dd} a second time.");
            }

            exceptions.Add(exception);
        }

        return exceptions;
    }

    private static DayException? Parse(string line)
    {
        if (line.Split(',') is not [var date, var kind, var name]
            || !DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        return kind.Trim() switch
        {
            "off" => new DayException(day, DayExceptionKind.Off, name.Trim()),
            "work" => new DayException(day, DayExceptionKind.Work, name.Trim()),
            _ => null,
        };
    }
}
