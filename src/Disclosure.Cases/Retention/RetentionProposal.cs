using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Retention;

/// <summary>A part of a closed case whose retention period has ended: an administrator and a second person decide on it.</summary>
/// <param name="ClosedAt">When the case was archived, or its registration voided, UTC.</param>
/// <param name="Years">The period by which it was proposed.</param>
/// <param name="RequestedBy">The administrator who asked for it; null: nobody yet.</param>
/// <param name="ErasedBy">Who confirmed it; null: it stands as it was.</param>
public sealed record RetentionProposal(
    Guid Id,
    Guid CaseId,
    RetentionScope Scope,
    DateTimeOffset ClosedAt,
    int Years,
    DateTimeOffset ProposedAt,
    Guid? RequestedBy = null,
    DateTimeOffset? RequestedAt = null,
    Guid? ErasedBy = null,
    DateTimeOffset? ErasedAt = null)
{
    /// <summary>From which day the period ran.</summary>
    public DateOnly ClosedOn => ChinaTime.DayOf(ClosedAt);
}

/// <summary>How far a proposal has come.</summary>
public enum RetentionState
{
    /// <summary>待提出: the period has ended.</summary>
    Proposed,

    /// <summary>待确认: an administrator asked for it.</summary>
    Requested,

    /// <summary>已清除.</summary>
    Erased,
}

/// <summary>Which proposals are looked for.</summary>
/// <param name="AgencyId">Of that agency; null: of all.</param>
public sealed record RetentionFilter(RetentionState State, Guid? AgencyId = null);

/// <summary>A proposal with its case.</summary>
/// <param name="AgencyId">The agency of the case.</param>
/// <param name="Row">The row of table 3 in which it counts.</param>
public sealed record RetentionRow(RetentionProposal Proposal, string RegisterNumber, Guid AgencyId, CaseStage Stage, string? Row)
{
    /// <summary>Of which kind the case is.</summary>
    public RetentionKind Kind => RetentionPeriods.KindOf(Stage, Row);
}

/// <summary>A closed case for which nothing was proposed yet.</summary>
/// <param name="Row">The row of table 3 in which it counts.</param>
/// <param name="ClosedAt">When it was archived, or its registration voided, UTC.</param>
public sealed record ClosedCase(Guid CaseId, CaseStage Stage, string? Row, DateTimeOffset ClosedAt);

/// <summary>The store of proposals. A row stays when it was carried out: it says that nothing is left to propose.</summary>
public interface IRetentionProposals
{
    /// <summary>The closed cases without a proposal for that part since they were closed, in the order of their ids.</summary>
    /// <param name="closedBefore">Closed before that instant.</param>
    /// <param name="after">With a greater id.</param>
    Task<IReadOnlyList<ClosedCase>> Unproposed(
        RetentionScope scope, DateTimeOffset closedBefore, Guid after, int most, CancellationToken cancellation);

    /// <summary>Keeps a proposal.</summary>
    Task Add(RetentionProposal proposal, CancellationToken cancellation);

    /// <summary>Changes a proposal, unless somebody else has changed it since it was read.</summary>
    /// <returns>Whether it was as it had been read.</returns>
    Task<bool> Change(RetentionProposal before, RetentionProposal after, CancellationToken cancellation);

    /// <summary>Takes back a proposal that was not carried out.</summary>
    Task Delete(Guid id, CancellationToken cancellation);

    /// <summary>A proposal, or null.</summary>
    Task<RetentionRow?> Find(Guid id, CancellationToken cancellation);

    /// <summary>The proposals that fit: the longest closed first, those carried out the latest first.</summary>
    Task<IReadOnlyList<RetentionRow>> Find(RetentionFilter filter, int skip, int take, CancellationToken cancellation);

    /// <summary>How many fit.</summary>
    Task<int> Count(RetentionFilter filter, CancellationToken cancellation);
}

/// <summary>Empties what stands outside the events.</summary>
public interface IRecordErasure
{
    /// <summary>
    /// Empties texts and files of a case, and the files of the exports in which it may stand, in the transaction under way.
    /// </summary>
    Task Empty(CaseFile file, RecordsErased emptied, CancellationToken cancellation);
}
