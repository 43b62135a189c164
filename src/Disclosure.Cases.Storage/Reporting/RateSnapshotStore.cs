using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>The monthly snapshots of reply rates.</summary>
internal sealed class RateSnapshotStore(UnitOfWork work) : IRateSnapshots
{
    private sealed record Stored(
        Guid AgencyId, DateOnly MonthOn, int Served, int ServedOnTime, int DueUnserved, int DueOrServed, int ServedByEnd,
        DateTimeOffset TakenAt)
    {
        public RateSnapshot ToSnapshot() => new(
            AgencyId, MonthOn, new ReplyFigures(Served, ServedOnTime, DueUnserved, DueOrServed, ServedByEnd), TakenAt);
    }

    public async Task<IReadOnlyList<RateSnapshot>> Of(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation) =>
        [.. (await work.Query<Stored>(
            $"""
            SELECT agency_id, month_on, served, served_on_time, due_unserved, due_or_served, served_by_end, taken_at
            FROM rate_snapshots WHERE month_on BETWEEN @from AND @until{(agencyId is null ? "" : " AND agency_id = @agencyId")}
            ORDER BY month_on, agency_id
            """,
            new { from, until, agencyId }, cancellation)).Select(stored => stored.ToSnapshot())];

    public Task Add(RateSnapshot snapshot, CancellationToken cancellation) => work.Write(
        async () =>
        {
            work.Changed(SealedTable.RateSnapshots, snapshot.AgencyId, snapshot.Month);
            await work.TryInsert(
                """
                INSERT INTO rate_snapshots (agency_id, month_on, served, served_on_time, due_unserved, due_or_served, served_by_end, taken_at)
                VALUES (@AgencyId, @Month, @Served, @ServedOnTime, @DueUnserved, @DueOrServed, @ServedByEnd, @TakenAt)
                """,
                new
                {
                    snapshot.AgencyId, snapshot.Month, snapshot.Figures.Served, snapshot.Figures.ServedOnTime, snapshot.Figures.DueUnserved,
                    snapshot.Figures.DueOrServed, snapshot.Figures.ServedByEnd, snapshot.TakenAt,
                }, cancellation);
        }, cancellation);
}
