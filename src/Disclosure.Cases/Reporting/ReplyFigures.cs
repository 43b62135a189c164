namespace Disclosure.Cases.Reporting;

/// <summary>
/// Replies in a period (docs/domain.md, "Reports"). Every report makes them of the same cases by <see cref="RateCase.CountsAs"/>:
/// the year, its quarters and its months, the district, an agency and an officer go by one rule.
/// </summary>
/// <param name="Served">Replies served in the period.</param>
/// <param name="ServedOnTime">Of these, on or before the due date.</param>
/// <param name="DueUnserved">Fell due in the period and were not served by its end.</param>
/// <param name="DueOrServed">Due in the period or served in it.</param>
/// <param name="ServedByEnd">Of these, served by the period's end.</param>
public sealed record ReplyFigures(int Served, int ServedOnTime, int DueUnserved, int DueOrServed, int ServedByEnd)
{
    /// <summary>Nothing was owed.</summary>
    public static ReplyFigures None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>What the on-time rate is a share of: served in the period, or due in it and not served.</summary>
    public int Owed => Served + DueUnserved;

    /// <summary>On-time reply rate, 0 to 1; null where nothing was owed.</summary>
    public double? OnTimeRate => Owed == 0 ? null : (double)ServedOnTime / Owed;

    /// <summary>Reply rate, 0 to 1; null where nothing was owed.</summary>
    public double? ReplyRate => DueOrServed == 0 ? null : (double)ServedByEnd / DueOrServed;

    /// <summary>The figures of a period, both days included.</summary>
    /// <param name="cases">Cases of that period or of a longer one.</param>
    public static ReplyFigures Of(IEnumerable<RateCase> cases, DateOnly from, DateOnly until)
    {
        // Whatever counts at all counts here; of a longer period that is little.
        var within = cases.Where(row => row.CountsAs(ReplyFigure.DueOrServed, from, until)).ToList();
        int Count(ReplyFigure figure) => within.Count(row => row.CountsAs(figure, from, until));
        return new ReplyFigures(
            Count(ReplyFigure.Served), Count(ReplyFigure.ServedOnTime),
            Count(ReplyFigure.DueUnserved), within.Count, Count(ReplyFigure.ServedByEnd));
    }

    /// <summary>The figures of several agencies together.</summary>
    public static ReplyFigures Sum(IReadOnlyCollection<ReplyFigures> figures) => new(
        figures.Sum(each => each.Served),
        figures.Sum(each => each.ServedOnTime),
        figures.Sum(each => each.DueUnserved),
        figures.Sum(each => each.DueOrServed),
        figures.Sum(each => each.ServedByEnd));
}

/// <summary>One of the <see cref="ReplyFigures"/>.</summary>
public enum ReplyFigure
{
    /// <summary>应当答复或者已答复: due in the period or served in it.</summary>
    DueOrServed,

    /// <summary>应答复: served in the period, or due in it and not served by its end.</summary>
    Owed,

    /// <summary>已答复.</summary>
    Served,

    /// <summary>按期答复.</summary>
    ServedOnTime,

    /// <summary>逾期答复.</summary>
    ServedLate,

    /// <summary>到期未答复: by the period's end.</summary>
    DueUnserved,

    /// <summary>期末前已答复: due in the period or served in it, and served by its end.</summary>
    ServedByEnd,
}

/// <summary>A reply that was served or is owed.</summary>
/// <param name="OfficerId">Who is in charge of the case now.</param>
/// <param name="DueOn">Null for a reply served while the clock stood, which is on time.</param>
/// <param name="ServedOn">Null while it is owed.</param>
public sealed record RateCase(
    Guid CaseId, Guid AgencyId, string AgencyName, string RegisterNumber, Guid OfficerId,
    string OfficerName, DateOnly? DueOn, DateOnly? ServedOn, bool OnTime)
{
    /// <summary>Whether it counts in a figure of a period, both days included.</summary>
    public bool CountsAs(ReplyFigure figure, DateOnly from, DateOnly until)
    {
        bool IsWithin(DateOnly? day) => day >= from && day <= until;
        var isServedByEnd = ServedOn <= until;
        var isUnserved = IsWithin(DueOn) && !isServedByEnd;
        return figure switch
        {
            ReplyFigure.DueOrServed => IsWithin(DueOn) || IsWithin(ServedOn),
            ReplyFigure.Owed => IsWithin(ServedOn) || isUnserved,
            ReplyFigure.Served => IsWithin(ServedOn),
            ReplyFigure.ServedOnTime => IsWithin(ServedOn) && OnTime,
            ReplyFigure.ServedLate => IsWithin(ServedOn) && !OnTime,
            ReplyFigure.DueUnserved => isUnserved,
            ReplyFigure.ServedByEnd => isServedByEnd && (IsWithin(DueOn) || IsWithin(ServedOn)),
        };
    }
}
