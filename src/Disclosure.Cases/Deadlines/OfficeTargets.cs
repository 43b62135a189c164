using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// The office's own targets: by which counted day of the running reply period each is to be reached. They move with the
/// clock: days that do not count to the reply do not count here. One beyond the period's end is no target.
/// </summary>
/// <param name="Completeness">补不补 answered, counted day from 1; null: no target.</param>
/// <param name="Competence">该不该 answered.</param>
/// <param name="Existence">有没有 answered.</param>
/// <param name="Disclosure">给不给 answered.</param>
/// <param name="Draft">The reply is before its approver.</param>
/// <param name="Approval">The reply is approved.</param>
public sealed record OfficeTargets(
    int? Completeness = null,
    int? Competence = null,
    int? Existence = null,
    int? Disclosure = null,
    int? Draft = 10,
    int? Approval = 15)
{
    /// <summary>Each target with its counted day, from the first step to the last.</summary>
    public IEnumerable<(DueKind Kind, int Day)> All =>
        from target in new (DueKind Kind, int? Day)[]
        {
            (DueKind.CompletenessTarget, Completeness), (DueKind.CompetenceTarget, Competence), (DueKind.ExistenceTarget, Existence),
            (DueKind.DisclosureTarget, Disclosure), (DueKind.DraftTarget, Draft), (DueKind.ApprovalTarget, Approval),
        }
        where target.Day is not null
        select (target.Kind, target.Day!.Value);
}
