using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Bulletins;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>A bulletin as it is shown and printed.</summary>
/// <param name="NumberLine">Its number; null while it is not issued.</param>
/// <param name="TabledBy">制表人.</param>
/// <param name="On">The day of the table, and of issue.</param>
/// <param name="AddressOf">Where a cell leads; null where nowhere.</param>
internal sealed record BulletinView(
    BulletinFigures Figures, IReadOnlyDictionary<BulletinPart, string> Parts, string? NumberLine, string Organ, string TabledBy,
    DateOnly On, Func<GridCell, string?> AddressOf)
{
    /// <summary>
    /// Where a case is opened, by whoever sees it: a bulletin goes to all, and names those of others by their numbers alone.
    /// </summary>
    public static string? CaseOf(GridCell cell, Actor reader) =>
        cell is { Figure: BulletinSection.Case, Agency: { } agency } && reader.Is(Role.Clerk | Role.Reviewer | Role.Manager)
            && reader.Sees(agency)
            ? $"/cases/{cell.Subject}"
            : null;
}

/// <summary>An interview that a bulletin proposes, with what can be recorded of it.</summary>
/// <param name="Forms">A form for each step that can be recorded now; none for whoever may not.</param>
internal sealed record ProposedInterview(
    Guid AgencyId, string AgencyName, string Reasons, Interview Interview,
    IReadOnlyList<(InterviewStep Step, Acting.FieldSet Fields)> Forms);
