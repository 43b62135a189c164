using Disclosure.Cases.Numbering;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Numbering;

/// <summary>
/// The number series. A number is taken by an UPDATE of its series' row, which keeps others waiting until the
/// transaction ends: a rollback gives it back, and nobody can take it twice.
/// </summary>
internal sealed class NumberSeriesStore(UnitOfWork work, CurrentActor actor, TimeProvider time) : INumberSeries, IPastNumbers
{
    private sealed record State(int FirstOrdinal, int LastOrdinal);

    private const string Insert =
        "INSERT INTO number_series (agency_id, series, year, first_ordinal, last_ordinal) VALUES (@AgencyId, @kind, @Year, 1, 0)";

    public async Task<int> Next(NumberSeries series, CancellationToken cancellation)
    {
        var key = Key(series);
        await work.UpdateOrInsert(
            "UPDATE number_series SET last_ordinal = last_ordinal + 1 WHERE agency_id = @AgencyId AND series = @kind AND year = @Year",
            Insert,
            key, cancellation);
        var next = await work.Single<int>(
            "SELECT last_ordinal FROM number_series WHERE agency_id = @AgencyId AND series = @kind AND year = @Year", key, cancellation);
        if (next == 1)
        {
            Changed(series);
        }

        return next;
    }

    public Task Enter(NumberSeries series, ReplyNumber number, Guid caseId, CancellationToken cancellation)
    {
        work.Changed(SealedTable.NumberLedger, number.Id);
        return work.Execute(
            """
            INSERT INTO number_ledger (id, agency_id, series, year, ordinal, number, case_id, taken_at, taken_by)
            VALUES (@Id, @AgencyId, @kind, @Year, @Ordinal, @Text, @caseId, @now, @by)
            """,
            new
            {
                number.Id,
                series.AgencyId,
                kind = StoredNames.Of(series.Kind),
                series.Year,
                number.Ordinal,
                number.Text,
                caseId,
                now = time.GetUtcNow(),
                by = actor.Value.Id,
            }, cancellation);
    }

    public async Task Void(Guid numberId, string reason, CancellationToken cancellation)
    {
        work.Changed(SealedTable.NumberLedger, numberId);
        var voided = await work.Execute(
            "UPDATE number_ledger SET voided_at = @now, voided_by = @by, void_reason = @reason WHERE id = @numberId AND voided_at IS NULL",
            new { numberId, reason, now = time.GetUtcNow(), by = actor.Value.Id }, cancellation);
        if (voided == 0)
        {
            throw new InvalidOperationException($"The number {numberId} was never given, or is void already.");
        }
    }

    public Task Begin(NumberSeries series, CancellationToken cancellation) => work.Write(() =>
    {
        Changed(series);
        return work.UpdateOrInsert(
            "UPDATE number_series SET last_ordinal = last_ordinal WHERE agency_id = @AgencyId AND series = @kind AND year = @Year",
            Insert,
            Key(series), cancellation);
    }, cancellation);

    public Task<bool> Open(NumberSeries series, int firstOrdinal, CancellationToken cancellation) => work.Write(async () =>
    {
        await Begin(series, cancellation);
        return await work.Execute(
            """
            UPDATE number_series SET first_ordinal = @firstOrdinal, last_ordinal = @firstOrdinal - 1
            WHERE agency_id = @AgencyId AND series = @kind AND year = @Year AND last_ordinal = first_ordinal - 1
            """,
            new { series.AgencyId, kind = StoredNames.Of(series.Kind), series.Year, firstOrdinal }, cancellation) > 0;
    }, cancellation);

    async Task<IReadOnlySet<string>> IPastNumbers.Taken(IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var taken = new HashSet<string>();
        foreach (var some in numbers.Chunk(RowMapping.MostInList))
        {
            taken.UnionWith(await work.Query<string>(
                "SELECT number FROM number_ledger WHERE number IN @some", new { some = RowMapping.List(some) }, cancellation));
        }

        return taken;
    }

    async Task<(int First, int Last)> IPastNumbers.StateOf(NumberSeries series, CancellationToken cancellation) =>
        await work.Single<State>(
            "SELECT first_ordinal, last_ordinal FROM number_series WHERE agency_id = @AgencyId AND series = @kind AND year = @Year",
            Key(series), cancellation) is { } state ? (state.FirstOrdinal, state.LastOrdinal) : (1, 0);

    async Task<int> IPastNumbers.LowestOf(NumberSeries series, CancellationToken cancellation) =>
        await work.Single<int?>(
            "SELECT MIN(ordinal) FROM number_ledger WHERE agency_id = @AgencyId AND series = @kind AND year = @Year",
            Key(series), cancellation) is { } lowest ? Math.Min(1, lowest) : 1;

    private void Changed(NumberSeries series) =>
        work.Changed(SealedTable.NumberSeries, series.AgencyId, StoredNames.Of(series.Kind), series.Year);

    private static object Key(NumberSeries series) => new { series.AgencyId, kind = StoredNames.Of(series.Kind), series.Year };
}
