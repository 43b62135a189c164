namespace Disclosure.Cases.Clock;

/// <summary>Writes out, day by day, what the clock made of a case.</summary>
internal static class ClockLedger
{
    /// <summary>A row for each day from receipt to <paramref name="lastOn"/>, both included.</summary>
    public static IReadOnlyList<LedgerDay> Write(TimelineState course, DateOnly lastOn)
    {
        var marks = course.Marks;
        var rows = new List<LedgerDay>(lastOn.DayNumber - course.ReceivedOn.DayNumber + 1);
        var next = 0;
        var number = 0;
        CourseMark current = default;
        for (var dayNumber = course.ReceivedOn.DayNumber; dayNumber <= lastOn.DayNumber; dayNumber++)
        {
            var day = DateOnly.FromDayNumber(dayNumber);
            CourseMark? start = null;
            for (; next < marks.Count && marks[next].On <= day; next++)
            {
                current = marks[next];
                start = current.Standing is null ? current : start;
            }

            if (start is { } started)
            {
                number = 0;
                rows.Add(new LedgerDay(day, LedgerKind.Start, started.Article));
            }
            else
            {
                rows.Add(current.Standing is not null
                    ? new LedgerDay(day, LedgerKind.Standing, current.Article, Reason: current.Standing)
                    : Running(course, day, ref number));
            }
        }

        return rows;
    }

    private static LedgerDay Running(TimelineState course, DateOnly day, ref int number)
    {
        var name = course.Calendar.NameOf(day);
        if (!course.Calendar.IsWorkingDay(day))
        {
            return name is null
                ? new LedgerDay(day, LedgerKind.Weekend, RuleArticles.Weekend)
                : new LedgerDay(day, LedgerKind.Holiday, RuleArticles.Holiday, Name: name);
        }

        return course.Consultations.Excluding(day) is { } consultation
            ? new LedgerDay(day, LedgerKind.Excluded, course.Rules.Articles.Exclusion, Consultation: consultation.Id)
            : new LedgerDay(day, LedgerKind.Counted, course.Rules.Articles.Reply, Number: ++number, Name: name);
    }
}
