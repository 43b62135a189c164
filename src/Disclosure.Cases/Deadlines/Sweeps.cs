namespace Disclosure.Cases.Deadlines;

/// <summary>
/// What sweeps read and keep beside the alerts: for each case the next day on which it has to be looked at, and for each
/// agency by what it was swept last. Whatever is recorded on a case marks it to be looked at, in the same transaction.
/// </summary>
public interface ISweeps
{
    /// <summary>What a sweep of an agency has to look at on a day; one query by an index, whatever the number of open cases.</summary>
    Task<SweepWork> WorkOf(Guid agencyId, DateOnly today, CancellationToken cancellation);

    /// <summary>
    /// Every case of an agency of which an alert may hold or come: the open ones, those with an inquiry that is not
    /// answered, and those whose alerts are still raised.
    /// </summary>
    Task<IReadOnlyList<Guid>> Watched(Guid agencyId, CancellationToken cancellation);

    /// <summary>Begins a sweep of an agency in the transaction under way: whoever else sweeps it waits until this one ends.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="fingerprint">What it is swept by, see <see cref="SweepFingerprint"/>.</param>
    Task Begin(Guid agencyId, string fingerprint, CancellationToken cancellation);

    /// <summary>
    /// Says when a case has to be looked at again, in the transaction under way, and keeps others from recording anything
    /// on it until that ends.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="version">Its version that was looked at.</param>
    /// <param name="nextOn">The day, or null: not before something is recorded on it.</param>
    /// <returns>False when something was recorded on it meanwhile: then it stays marked for the next sweep.</returns>
    Task<bool> LookAgain(Guid caseId, int version, DateOnly? nextOn, CancellationToken cancellation);

    /// <summary>How many cases of an agency are open, by the day on which their reply is due.</summary>
    Task<IReadOnlyList<OpenOnDueDate>> OpenByDueDate(Guid agencyId, CancellationToken cancellation);
}

/// <summary>What a sweep has to look at.</summary>
/// <param name="SweptBy">The fingerprint of the agency's last sweep; null before the first.</param>
/// <param name="CaseIds">The cases whose day has come, by id.</param>
public sealed record SweepWork(string? SweptBy, IReadOnlyList<Guid> CaseIds);

/// <summary>How many cases are open whose reply is due on one day.</summary>
/// <param name="ReplyDueOn">The day; null while the clock stands or has not begun.</param>
/// <param name="Cases">How many.</param>
public sealed record OpenOnDueDate(DateOnly? ReplyDueOn, int Cases);
