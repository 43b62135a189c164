using System.Runtime.CompilerServices;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The cases, by their events.</summary>
internal sealed class CaseFileStore(
    UnitOfWork work, EventChain chain, ProjectionStore projections, CalendarsInForce calendars, ICalendarChanges journal) : ICaseFiles
{
    /// <summary>The condition of <see cref="Watched"/>, for <c>case_files c</c>.</summary>
    public const string AreWatched =
        "(c.is_open = 1 OR EXISTS (SELECT 1 FROM inquiries i WHERE i.case_id = c.case_id AND i.answered_on IS NULL) "
        + "OR EXISTS (SELECT 1 FROM disputes d WHERE d.case_id = c.case_id AND d.answered_on IS NULL AND d.decided_on IS NULL))";

    /// <summary>As many cases as are read at once where many are looked through.</summary>
    public const int Some = 200;

    private sealed record Stored(string Type, string Data);

    private sealed record StoredOf(Guid CaseId, string Type, string Data);

    public async Task<CaseFile?> Find(Guid id, CancellationToken cancellation)
    {
        var events = await work.Query<Stored>(
            "SELECT type, data FROM case_events WHERE case_id = @id ORDER BY seq", new { id }, cancellation);
        return events.Count == 0 ? null : CaseFile.Fold(id, events.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
    }

    public async Task Save(CaseFile file, CancellationToken cancellation)
    {
        if (file.Pending.Count == 0)
        {
            return;
        }

        await chain.Append(file, cancellation);

        // The columns are derived here and now: nobody may derive them from a calendar that another server has just changed.
        // Whoever changes it holds all chains; this one is held here, so what is in force now stays so until the commit.
        if (await journal.Edition(cancellation) != calendars.Snapshot.Edition)
        {
            throw new CaseConflictException();
        }

        await projections.Write(file, cancellation);
        file.MarkStored();

        // What the change makes due, or no longer due, is told at once and not with the next sweep.
        work.StartAfterCommit(RequestedJob.SweepDeadlines, file.AgencyId);
    }

    public IAsyncEnumerable<CaseFile> Open(Guid? agencyId, CancellationToken cancellation) =>
        Where($"c.is_open = 1{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}", new { agencyId }, cancellation);

    public IAsyncEnumerable<CaseFile> Watched(Guid agencyId, Guid? officerId, CancellationToken cancellation) =>
        Where(
            $"c.agency_id = @agencyId AND {AreWatched}{(officerId is null ? "" : " AND c.officer_id = @officerId")}",
            new { agencyId, officerId }, cancellation);

    private async IAsyncEnumerable<CaseFile> Where(
        string condition, object arguments, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = await work.Query<Guid>(
            $"SELECT c.case_id FROM case_files c WHERE {condition} ORDER BY c.case_id", arguments, cancellation);
        await foreach (var file in FindAll(ids, cancellation))
        {
            yield return file;
        }
    }

    public async IAsyncEnumerable<CaseFile> FindAll(IReadOnlyList<Guid> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(Some))
        {
            var events = await work.Query<StoredOf>(
                "SELECT case_id, type, data FROM case_events WHERE case_id IN @some ORDER BY case_id, seq",
                new { some = RowMapping.List(some) }, cancellation);
            foreach (var one in events.GroupBy(stored => stored.CaseId))
            {
                yield return CaseFile.Fold(one.Key, one.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
            }
        }
    }

    public async Task Derive(CaseFile file, CancellationToken cancellation)
    {
        if ((await projections.Differing(file, cancellation)).Count > 0)
        {
            await projections.Write(file, cancellation);
        }
    }
}
