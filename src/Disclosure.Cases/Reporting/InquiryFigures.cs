namespace Disclosure.Cases.Reporting;

/// <summary>
/// Inquiries (督办) in a period. Each inquiry counts once in each figure, in the period to which its day belongs: opened
/// when it was asked, answered in time when the answer came, overdue when its date passed without one. So none falls
/// between two periods, quarters add up to their year, and the figures of a past period are the same whenever they are
/// made: an answer that comes after the date set takes nothing back. Voided cases count nowhere.
/// </summary>
/// <param name="Opened">Asked in the period.</param>
/// <param name="AnsweredInTime">Answered in the period, on or before the date set.</param>
/// <param name="Overdue">The date set lies in the period and has passed, and no answer came by then: it came
/// late, or is still owed.</param>
public sealed record InquiryFigures(int Opened, int AnsweredInTime, int Overdue)
{
    /// <summary>The figures of a period, both days included, on a day on which one looks.</summary>
    public static InquiryFigures Of(IReadOnlyCollection<InquiryCase> inquiries, DateOnly from, DateOnly until, DateOnly today)
    {
        int Count(InquiryFigure figure) => inquiries.Count(inquiry => inquiry.CountsAs(figure, from, until, today));
        return new InquiryFigures(Count(InquiryFigure.Opened), Count(InquiryFigure.AnsweredInTime), Count(InquiryFigure.Overdue));
    }

    /// <summary>The figures of several agencies together.</summary>
    public static InquiryFigures Sum(IReadOnlyCollection<InquiryFigures> figures) =>
        new(figures.Sum(each => each.Opened), figures.Sum(each => each.AnsweredInTime), figures.Sum(each => each.Overdue));
}

/// <summary>One of the <see cref="InquiryFigures"/>.</summary>
public enum InquiryFigure
{
    /// <summary>督办.</summary>
    Opened,

    /// <summary>按期答复.</summary>
    AnsweredInTime,

    /// <summary>逾期未答复: by the date set; an answer may have come later.</summary>
    Overdue,
}

/// <summary>An inquiry behind a figure.</summary>
/// <param name="RespondBy">The last day for the answer.</param>
/// <param name="AnsweredOn">Null while the answer is owed.</param>
public sealed record InquiryCase(
    Guid CaseId, Guid AgencyId, string AgencyName, string RegisterNumber, DateOnly OpenedOn, DateOnly RespondBy, DateOnly? AnsweredOn)
{
    /// <summary>Whether its date passed without an answer, as one knows on a day.</summary>
    public bool IsOverdueOn(DateOnly today) => (AnsweredOn ?? today) > RespondBy;

    /// <summary>Whether it counts in a figure of a period, both days included, on a day on which one looks.</summary>
    public bool CountsAs(InquiryFigure figure, DateOnly from, DateOnly until, DateOnly today)
    {
        bool IsWithin(DateOnly day) => day >= from && day <= until;
        return figure switch
        {
            InquiryFigure.Opened => IsWithin(OpenedOn),
            InquiryFigure.AnsweredInTime => AnsweredOn is { } on && IsWithin(on) && !IsOverdueOn(today),
            InquiryFigure.Overdue => IsWithin(RespondBy) && IsOverdueOn(today),
        };
    }
}
