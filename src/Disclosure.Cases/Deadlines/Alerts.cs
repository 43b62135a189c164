using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Deadlines;

/// <summary>What became of an alert.</summary>
[StoredName("AlertState")]
public enum AlertState
{
    /// <summary>It was raised and holds.</summary>
    [StoredName("Raised")]
    Raised,

    /// <summary>A tighter one was reached before it could be raised, or since.</summary>
    [StoredName("Superseded")]
    Superseded,

    /// <summary>The due date moved, or what was due is done.</summary>
    [StoredName("Withdrawn")]
    Withdrawn,
}

/// <summary>An entry of the durable alert ledger, unique by case, kind and reference, due date and threshold.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="Reference">
/// The consultation's document, the inquiry, or the colleague who was asked and is told; empty for what can be due but once in a case.
/// </param>
/// <param name="DueOn">The due date that it warns of.</param>
/// <param name="Threshold">Working days left when it is raised; −1, −2 … for each working day late.</param>
/// <param name="Told">Who is told, by the rules when it was raised; <see cref="Role.Clerk"/> is the officer in charge.</param>
/// <param name="RaisedAt">When the sweep recorded it, UTC.</param>
public sealed record Alert(
    Guid Id, Guid CaseId, DueKind Kind, string Reference, DateOnly DueOn,
    int Threshold, AlertState State, Role Told, DateTimeOffset RaisedAt);

/// <summary>The alert ledger.</summary>
public interface IAlerts
{
    /// <summary>Every entry of these cases, in the order of their recording within a case.</summary>
    Task<IReadOnlyList<Alert>> Recorded(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation);

    /// <summary>An alert by its id, or null.</summary>
    Task<Alert?> Find(Guid alertId, CancellationToken cancellation);

    /// <summary>Records an alert.</summary>
    Task Add(Alert alert, CancellationToken cancellation);

    /// <summary>Changes what became of an alert.</summary>
    Task Mark(Guid alertId, AlertState state, CancellationToken cancellation);
}

/// <summary>Is told of alerts, in the transaction that records them.</summary>
public interface IAlertListener
{
    /// <summary>An alert was raised.</summary>
    Task Raised(Alert alert, Guid agencyId, CancellationToken cancellation);

    /// <summary>An alert that was superseded or withdrawn holds again.</summary>
    Task RaisedAgain(Guid alertId, CancellationToken cancellation);
}
