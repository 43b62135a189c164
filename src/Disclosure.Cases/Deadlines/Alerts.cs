using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Deadlines;

/// <summary>A deadline that an agency still owes something for.</summary>
public sealed record OwedDeadline(Guid CaseId, Guid AgencyId, DeadlineKind Kind, DateOnly DueOn);

/// <summary>What became of an alert.</summary>
public enum AlertState
{
    /// <summary>It was raised and holds.</summary>
    Raised,

    /// <summary>A tighter one was reached before it could be raised, or since.</summary>
    Superseded,

    /// <summary>The due date moved, or what was owed is done.</summary>
    Withdrawn,
}

/// <summary>An entry of the durable alert ledger, unique by case, deadline, due date and threshold.</summary>
/// <param name="Threshold">Working days left when it is raised: 10, 5, 3, 1, 0, then −1, −2 … for each working day late.</param>
/// <param name="RaisedAt">When the sweep recorded it, UTC.</param>
public sealed record Alert(Guid Id, Guid CaseId, DeadlineKind Kind, DateOnly DueOn, int Threshold, AlertState State, DateTimeOffset RaisedAt);

/// <summary>The alert ledger.</summary>
public interface IAlerts
{
    /// <summary>Every deadline that is owed, over all agencies.</summary>
    Task<IReadOnlyList<OwedDeadline>> Owed();

    /// <summary>The entries that hold (raised), and every entry of a deadline that is owed, whatever became of it.</summary>
    Task<IReadOnlyList<Alert>> Recorded();

    /// <summary>Records an alert.</summary>
    Task Add(Alert alert);

    /// <summary>Changes what became of a raised alert.</summary>
    Task Mark(Guid alertId, AlertState state);
}
