using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Reporting;

/// <summary>月度定格: an agency's replies of a month as they stood once it was over. It never changes, whatever is put right later.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="TakenAt">When it was taken.</param>
public sealed record RateSnapshot(Guid AgencyId, DateOnly Month, ReplyFigures Figures, DateTimeOffset TakenAt);

/// <summary>Keeps the snapshots.</summary>
public interface IRateSnapshots
{
    /// <summary>The snapshots of months, both included.</summary>
    /// <param name="from">The first day of the first month.</param>
    /// <param name="until">The first day of the last month.</param>
    /// <param name="agencyId">The agency, or null for all.</param>
    Task<IReadOnlyList<RateSnapshot>> Of(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation);

    /// <summary>Keeps a snapshot, unless the agency has one of that month.</summary>
    Task Add(RateSnapshot snapshot, CancellationToken cancellation);
}

/// <summary>Takes the snapshots of the month that ended last, of the agencies that have none yet.</summary>
public sealed record TakeSnapshots : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class TakeSnapshotsHandler(IRateSnapshots snapshots, ICaseQueries queries, IAgencies agencies, TimeProvider time)
    : ICommandHandler<TakeSnapshots, Unit>
{
    public async Task<Result<Unit>> Handle(TakeSnapshots request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var until = today.AddDays(-today.Day);
        var month = until.AddDays(1 - until.Day);
        var taken = (await snapshots.Of(month, month, null, cancellationToken)).Select(snapshot => snapshot.AgencyId).ToHashSet();
        var missing = (await agencies.AllOn(until, cancellationToken)).Where(agency => !taken.Contains(agency.Id)).ToList();
        if (missing.Count > 0)
        {
            var cases = (await queries.RateCases(month, until, null, cancellationToken)).ToLookup(row => row.AgencyId);
            foreach (var agency in missing)
            {
                var figures = ReplyFigures.Of(cases[agency.Id], month, until);
                await snapshots.Add(new RateSnapshot(agency.Id, month, figures, time.GetUtcNow()), cancellationToken);
            }
        }

        return new Unit();
    }
}
