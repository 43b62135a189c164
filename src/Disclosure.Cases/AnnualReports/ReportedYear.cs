namespace Disclosure.Cases.AnnualReports;

/// <summary>What the annual report of a year counts, of one agency or several.</summary>
/// <param name="Outside">What each of these agencies handled outside.</param>
public sealed record ReportedYear(
    IReadOnlyList<ReportedCase> Cases, IReadOnlyList<ReportedDispute> Disputes, IReadOnlyList<ReportedFee> Fees,
    IReadOnlyList<OutsideFigures> Outside)
{
    /// <summary>What of it was handled outside alone.</summary>
    public ReportedYear Outsiders => this with { Cases = [], Disputes = [], Fees = [] };

    /// <summary>The same of one agency.</summary>
    public ReportedYear Of(Guid agencyId, OutsideFigures outside) => new(
        [.. Cases.Where(each => each.AgencyId == agencyId)],
        [.. Disputes.Where(each => each.AgencyId == agencyId)],
        [.. Fees.Where(each => each.AgencyId == agencyId)],
        [outside]);
}

/// <summary>Reads what annual reports are made of, and keeps what is handed in.</summary>
public interface IAnnualReports
{
    /// <summary>Everything that counts in a year, in any line.</summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    Task<ReportedYear> Read(int year, Guid? agencyId, CancellationToken cancellation);

    /// <summary>What agencies handled outside, in all years.</summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    Task<IReadOnlyList<OutsideFigure>> Outside(Guid? agencyId, CancellationToken cancellation);

    /// <summary>Puts what an agency handled outside in a year in the place of what was on record.</summary>
    Task SetOutside(Guid agencyId, int year, IReadOnlyList<OutsideFigure> figures, CancellationToken cancellation);

    /// <summary>The text of a report as it stands, by chapter.</summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    Task<IReadOnlyDictionary<ReportChapter, string>> Chapters(int year, Guid? agencyId, CancellationToken cancellation);

    /// <summary>Keeps the text of a chapter.</summary>
    Task SetChapter(int year, Guid? agencyId, ReportChapter chapter, string text, CancellationToken cancellation);

    /// <summary>Keeps a version that is handed in.</summary>
    /// <returns>Whether no other one took its number meanwhile.</returns>
    Task<bool> Add(HandedInReport report, CancellationToken cancellation);

    /// <summary>The versions handed in for a year, the last one first.</summary>
    Task<IReadOnlyList<HandedInReport>> HandedIn(int year, CancellationToken cancellation);
}

/// <summary>The chapters of an annual report in which somebody writes; the tables stand between them.</summary>
[StoredName("ReportChapter")]
public enum ReportChapter
{
    /// <summary>一、总体情况.</summary>
    [StoredName("Overview")]
    Overview,

    /// <summary>二、主动公开政府信息情况.</summary>
    [StoredName("ProactiveDisclosure")]
    ProactiveDisclosure,

    /// <summary>五、存在的主要问题及改进情况.</summary>
    [StoredName("Problems")]
    Problems,

    /// <summary>六、其他需要报告的事项.</summary>
    [StoredName("OtherMatters")]
    OtherMatters,
}

/// <summary>A version of an annual report that was handed in: it never changes.</summary>
/// <param name="AgencyId">Whose; null for the district's own.</param>
/// <param name="Version">1 for the first of its agency and year.</param>
/// <param name="HandedInBy">Who handed it in.</param>
public sealed record HandedInReport(
    Guid Id, Guid? AgencyId, int Year, int Version, AnnualFigures Figures, IReadOnlyDictionary<ReportChapter, string> Chapters,
    DateTimeOffset HandedInAt, Guid HandedInBy, string HandedInByName);
