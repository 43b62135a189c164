using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Numbering;

/// <summary>
/// The number series. A number is taken by an UPDATE of its series' row, which keeps others waiting until the
/// transaction ends: a rollback gives it back, and nobody can take it twice.
/// </summary>
internal sealed class NumberSeriesStore(UnitOfWork work, IAgencies agencies, NumberPatterns patterns, CurrentActor actor, TimeProvider time, IIds ids) : INumberSeries
{
    private const string Insert =
        "INSERT INTO number_series (agency_id, series, year, first_ordinal, last_ordinal) VALUES (@agencyId, @series, @year, 1, 0)";

    public async Task<ReplyNumber> Take(Guid agencyId, SeriesKind series, DateOnly on, Guid caseId)
    {
        var key = new { agencyId, series = StoredNames.Of(series), year = on.Year };
        await work.UpdateOrInsert(
            "UPDATE number_series SET last_ordinal = last_ordinal + 1 WHERE agency_id = @agencyId AND series = @series AND year = @year",
            Insert,
            key);
        var ordinal = await work.Single<int>("SELECT last_ordinal FROM number_series WHERE agency_id = @agencyId AND series = @series AND year = @year", key);
        var agency = await agencies.On(agencyId, on);
        var number = new ReplyNumber(ids.Next(), patterns.Format(series, agency.Code, on.Year, ordinal), ordinal);
        await work.Execute(
            """
            INSERT INTO number_ledger (id, agency_id, series, year, ordinal, number, case_id, taken_at, taken_by)
            VALUES (@Id, @agencyId, @series, @year, @Ordinal, @Text, @caseId, @now, @by)
            """,
            new { number.Id, key.agencyId, key.series, key.year, number.Ordinal, number.Text, caseId, now = time.GetUtcNow(), by = actor.Value.Id });
        return number;
    }

    public async Task Void(Guid numberId, string reason)
    {
        var voided = await work.Execute(
            "UPDATE number_ledger SET voided_at = @now, voided_by = @by, void_reason = @reason WHERE id = @numberId AND voided_at IS NULL",
            new { numberId, reason, now = time.GetUtcNow(), by = actor.Value.Id });
        if (voided == 0)
        {
            throw new InvalidOperationException($"The number {numberId} was never given, or is void already.");
        }
    }

    public Task Begin(Guid agencyId, SeriesKind series, int year) => work.Write(() => work.UpdateOrInsert(
        "UPDATE number_series SET last_ordinal = last_ordinal WHERE agency_id = @agencyId AND series = @series AND year = @year",
        Insert,
        new { agencyId, series = StoredNames.Of(series), year }));

    public Task<bool> Open(Guid agencyId, SeriesKind series, int year, int firstOrdinal) => work.Write(async () =>
    {
        await Begin(agencyId, series, year);
        return await work.Execute(
            """
            UPDATE number_series SET first_ordinal = @firstOrdinal, last_ordinal = @firstOrdinal - 1
            WHERE agency_id = @agencyId AND series = @series AND year = @year AND last_ordinal = first_ordinal - 1
            """,
            new { agencyId, series = StoredNames.Of(series), year, firstOrdinal }) > 0;
    });
}
