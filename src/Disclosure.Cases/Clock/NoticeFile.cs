using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Clock;

/// <summary>
/// Official notices as comma-separated lines <c>date,kind,holiday</c> (<c>2025-10-11,work,国庆节</c>), with that header.
/// </summary>
public static class NoticeFile
{
    /// <summary>The first line.</summary>
    public const string Header = "date,kind,holiday";

    /// <summary>The longest name of a holiday, in characters (runes).</summary>
    public const int LongestName = 40;

    // 全国年节及纪念日放假办法 as amended from 2025; the holidays of earlier years were others.
    private const int StatutoryHolidaysKnownFrom = 2025;

    /// <summary>Reads every line of <paramref name="text"/>; empty lines are passed over.</summary>
    /// <exception cref="FormatException">The header, a date or a kind is not as it must be, or a day is named twice;
    /// the message names the line, from 1.</exception>
    public static IReadOnlyList<DayException> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var exceptions = Parse(text, year: null, out var findings);
        return findings.Count == 0 ? exceptions : throw new FormatException(findings[0].Say(Texts.English));
    }

    /// <summary>
    /// Reads a notice that somebody wrote for <paramref name="year"/>: what can be read of it, and everything that is
    /// wrong, each finding with its line.
    /// </summary>
    public static IReadOnlyList<DayException> Check(string text, int year, out IReadOnlyList<Refusal> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        var exceptions = Parse(reader, year, out var found);
        if (found.Count == 0 && exceptions.Count == 0)
        {
            found.Add(new Refusal("notice.empty"));
        }

        findings = found;
        return exceptions;
    }

    /// <summary>
    /// What looks odd in a notice that can be read: statutory holidays that are not off (全国年节及纪念日放假办法). It may
    /// be right all the same.
    /// </summary>
    public static IReadOnlyList<Refusal> Doubts(int year, IReadOnlyList<DayException> exceptions)
    {
        ArgumentNullException.ThrowIfNull(exceptions);
        var off = exceptions.Where(exception => exception.Kind == DayExceptionKind.Off).Select(exception => exception.Date).ToHashSet();
        return year < StatutoryHolidaysKnownFrom ? [] :
        [
            .. StatutoryHolidays.Of(year)
                .Where(holiday => !CalendarYear.IsWeekend(holiday.Date) && !off.Contains(holiday.Date))
                .Select(holiday => new Refusal("notice.holidayMissing", holiday.Date, holiday.Name)),
        ];
    }

    /// <summary>The statutory holidays themselves as a draft of a year's notice: what the calendar goes by until then.</summary>
    public static string Draft(int year) =>
        Write([.. StatutoryHolidays.Of(year).DistinctBy(holiday => holiday.Date)
            .Select(holiday => new DayException(holiday.Date, DayExceptionKind.Off, holiday.Name))]);

    /// <summary>The days as such a file, by date.</summary>
    public static string Write(IEnumerable<DayException> exceptions)
    {
        ArgumentNullException.ThrowIfNull(exceptions);
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (date, kind, name) in exceptions.OrderBy(exception => exception.Date))
        {
            text.Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{StoredNames.Of(kind)},{name}\n");
        }

        return text.ToString();
    }

    private static List<DayException> Parse(TextReader text, int? year, out List<Refusal> findings)
    {
        findings = [];
        var exceptions = new List<DayException>();
        if (text.ReadLine()?.Trim() != Header)
        {
            findings.Add(new Refusal("notice.header", 1, Header));
        }

        var days = new HashSet<DateOnly>();
        var number = 1;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is not { } exception)
            {
                findings.Add(new Refusal("notice.line", number, Header, line.Trim()));
            }
            else if (!days.Add(exception.Date))
            {
                findings.Add(new Refusal("notice.twice", number, exception.Date));
            }
            else
            {
                exceptions.Add(exception);
                findings.AddRange(year is null ? [] : OddIn(exception, year.Value, number));
            }
        }

        return exceptions;
    }

    // A notice may also change days at the end of the year before (2011-12-31 was a working day for the New Year of 2012).
    private static IEnumerable<Refusal> OddIn(DayException exception, int year, int line)
    {
        if (exception.Date.Year != year && (exception.Date.Year != year - 1 || exception.Date.Month != 12))
        {
            yield return new Refusal("notice.otherYear", line, exception.Date, year);
        }

        if (exception.Kind == DayExceptionKind.Work && !CalendarYear.IsWeekend(exception.Date))
        {
            yield return new Refusal("notice.workOnWorkingDay", line, exception.Date);
        }

        if (PrintedText.Fault(exception.Name, lines: false, LongestName) is not null)
        {
            yield return new Refusal("notice.name", line, LongestName);
        }
    }

    private static DayException? Parse(string line)
    {
        return line.Split(',') is [var date, var kind, var name]
            && DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && StoredNames.TryRead<DayExceptionKind>(kind.Trim(), out var known)
            ? new DayException(day, known, name.Trim())
            : null;
    }
}
