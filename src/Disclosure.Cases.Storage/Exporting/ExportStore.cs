using Disclosure.Cases.Exporting;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Exporting;

/// <summary>Exports and their files. The files are in the database, so that each server hands out what any server made.</summary>
internal sealed class ExportStore(UnitOfWork work) : IExports
{
    private const string Columns =
        """
        id, kind, agency_id, from_on AS "from", until_on AS "until", requested_by, requested_at, state, done, total, attempts, next_attempt_at, problem, finished_at, file_name
        """;

    private const string IsUnfinished = "state IN ('Waiting', 'Running')";

    // Every attempt has its number: a server that was given up for dead and is back finds another one.
    private const string IsOurs = "id = @Id AND state = 'Running' AND attempts = @Attempts";

    public Task<bool> Add(Export export, int mostUnfinished, CancellationToken cancellation) => work.Write(async () =>
    {
        // Two requests of one person at once: the second one counts when the first is in.
        await work.Execute("UPDATE users SET roles = roles WHERE id = @RequestedBy", new { export.RequestedBy }, cancellation);
        return await work.Execute(
            $"""
            INSERT INTO exports (id, kind, agency_id, from_on, until_on, requested_by, requested_at, state, done, total, attempts)
            SELECT @Id, @kind, @AgencyId, @From, @Until, @RequestedBy, @RequestedAt, @state, 0, NULL, 0
            WHERE (SELECT COUNT(*) FROM exports WHERE requested_by = @RequestedBy AND {IsUnfinished}) < @mostUnfinished
            """,
            new
            {
                export.Id, kind = StoredNames.Of(export.Kind), export.AgencyId, export.From, export.Until, export.RequestedBy,
                export.RequestedAt, state = StoredNames.Of(export.State), mostUnfinished,
            }, cancellation) > 0;
    }, cancellation);

    public Task<IReadOnlyList<Export>> Of(Guid requesterId, int most, CancellationToken cancellation) => work.Query<Export>(
        $"SELECT {Columns} FROM exports WHERE requested_by = @requesterId ORDER BY requested_at DESC, id DESC {work.Dialect.Page}",
        new { requesterId, skip = 0, take = most }, cancellation);

    public Task<Export?> Find(Guid id, CancellationToken cancellation) =>
        work.Single<Export>($"SELECT {Columns} FROM exports WHERE id = @id", new { id }, cancellation);

    public Task<ExportFile?> File(Guid id, CancellationToken cancellation) =>
        work.Single<ExportFile>(
            "SELECT file_name AS name, content FROM exports WHERE id = @id AND file_name IS NOT NULL AND content IS NOT NULL",
            new { id },
            cancellation);

    public Task<IReadOnlyList<Export>> Unfinished(DateTimeOffset at, int most, CancellationToken cancellation) => work.Query<Export>(
        $"""
        SELECT {Columns} FROM exports
        WHERE {IsUnfinished} AND (next_attempt_at IS NULL OR next_attempt_at <= @at) ORDER BY requested_at, id {work.Dialect.Page}
        """,
        new { at, skip = 0, take = most }, cancellation);

    public Task<Export?> Begin(Guid id, DateTimeOffset? dueAt, CancellationToken cancellation) => work.Write(async () => await work.Execute(
        $"""
        UPDATE exports
        SET attempts = CASE WHEN state = 'Failed' THEN 1 ELSE attempts + 1 END, state = 'Running', next_attempt_at = NULL, finished_at = NULL, done = 0, total = NULL
        WHERE id = @id AND {(dueAt is null ? "state IN ('Waiting', 'Running', 'Failed')" : $"{IsUnfinished} AND (next_attempt_at IS NULL OR next_attempt_at <= @dueAt)")}
        """,
        new { id, dueAt }, cancellation) > 0 ? await Find(id, cancellation) : null, cancellation);

    public Task<bool> PutBack(Export export, CancellationToken cancellation) => work.Write(async () => await work.Execute(
        $"UPDATE exports SET state = 'Waiting', attempts = attempts - 1 WHERE {IsOurs}",
        new { export.Id, export.Attempts },
        cancellation) > 0, cancellation);

    public Task<bool> Report(Export export, CancellationToken cancellation) => work.Write(async () => await work.Execute(
        $"UPDATE exports SET done = @Done, total = @Total WHERE {IsOurs}",
        new { export.Id, export.Attempts, export.Done, export.Total }, cancellation) > 0, cancellation);

    public Task<bool> Settle(Export export, byte[]? content, CancellationToken cancellation) => work.Write(async () => await work.Execute(
        $"""
        UPDATE exports
        SET state = @state, next_attempt_at = @NextAttemptAt, problem = @Problem, finished_at = @FinishedAt{(content is null ? "" : ", file_name = @FileName, content = @content")}
        WHERE {IsOurs}
        """,
        new
        {
            export.Id, export.Attempts, state = StoredNames.Of(export.State), export.NextAttemptAt, export.Problem, export.FinishedAt,
            export.FileName, content,
        }, cancellation) > 0, cancellation);

    public Task<int> CountFailed(DateTimeOffset since, CancellationToken cancellation) =>
        work.Single<int>("SELECT COUNT(*) FROM exports WHERE state = 'Failed' AND finished_at >= @since", new { since }, cancellation);

    public Task<int> DeleteFiles(DateTimeOffset madeBefore, CancellationToken cancellation) => work.Write(() => work.Execute(
        "UPDATE exports SET state = 'Deleted', content = NULL WHERE state = 'Done' AND finished_at <= @madeBefore",
        new { madeBefore },
        cancellation), cancellation);
}
