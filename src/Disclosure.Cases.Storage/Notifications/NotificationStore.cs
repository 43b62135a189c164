using Disclosure.Cases.Notifications;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Notifications;

/// <summary>What is to be told outside, and what became of it.</summary>
internal sealed class NotificationStore(UnitOfWork work) : INotifications
{
    private const string Columns =
        "id, kind, subject_id, case_id, agency_id, channel, state, attempts, created_at, next_attempt_at, problem";

    private sealed record StateCount(NotificationState State, int Notifications);

    public Task<bool> Add(Notification notification, CancellationToken cancellation) => work.Write(async () =>
    {
        var row = new
        {
            notification.Id, kind = StoredNames.Of(notification.Kind), notification.SubjectId, notification.CaseId, notification.AgencyId,
            notification.Channel, state = StoredNames.Of(notification.State), notification.Attempts, notification.CreatedAt,
            notification.NextAttemptAt, notification.Problem,
        };
        if (await work.Single<int>(
            "SELECT COUNT(*) FROM notifications WHERE kind = @kind AND subject_id = @SubjectId AND channel = @Channel",
            row,
            cancellation) > 0)
        {
            return false;
        }

        // Another server may put it down in between.
        return await work.TryInsert(
            $"""
            INSERT INTO notifications ({Columns})
            VALUES (@Id, @kind, @SubjectId, @CaseId, @AgencyId, @Channel, @state, @Attempts, @CreatedAt, @NextAttemptAt, @Problem)
            """,
            row, cancellation);
    }, cancellation);

    public Task<IReadOnlyList<Guid>> Revive(Guid subjectId, DateTimeOffset at, CancellationToken cancellation) =>
        WaitAgain("state = 'Dropped' AND subject_id = @subjectId", new { subjectId, at }, cancellation);

    public Task<Notification?> Find(Guid id, CancellationToken cancellation) =>
        work.Single<Notification>($"SELECT {Columns} FROM notifications WHERE id = @id", new { id }, cancellation);

    public Task<IReadOnlyList<Notification>> Due(DateTimeOffset at, int most, CancellationToken cancellation) => work.Query<Notification>(
        $"SELECT {Columns} FROM notifications WHERE state = 'Waiting' AND next_attempt_at <= @at "
            + $"ORDER BY created_at, id {work.Dialect.Page}",
        new { at, skip = 0, take = most }, cancellation);

    public Task Settle(Notification notification, CancellationToken cancellation) => work.Write(() => work.Execute(
        """
        UPDATE notifications SET state = @state, attempts = @Attempts, next_attempt_at = @NextAttemptAt, problem = @Problem
        WHERE id = @Id AND state IN ('Waiting', 'Undeliverable')
        """,
        new
        {
            notification.Id, state = StoredNames.Of(notification.State), notification.Attempts, notification.NextAttemptAt,
            notification.Problem,
        }, cancellation), cancellation);

    public async Task<IReadOnlyDictionary<NotificationState, int>> CountByState(CancellationToken cancellation) =>
        (await work.Query<StateCount>("SELECT state, COUNT(*) AS notifications FROM notifications GROUP BY state", null, cancellation))
            .ToDictionary(count => count.State, count => count.Notifications);

    public Task<IReadOnlyList<Notification>> Undeliverable(int most, CancellationToken cancellation) => work.Query<Notification>(
        $"SELECT {Columns} FROM notifications WHERE state = 'Undeliverable' ORDER BY created_at DESC, id {work.Dialect.Page}",
        new { skip = 0, take = most }, cancellation);

    public Task<IReadOnlyList<Guid>> Resend(Guid? id, DateTimeOffset at, CancellationToken cancellation) =>
        WaitAgain($"state = 'Undeliverable'{(id is null ? "" : " AND id = @id")}", new { id, at }, cancellation);

    private Task<IReadOnlyList<Guid>> WaitAgain(string condition, object arguments, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            var ids = await work.Query<Guid>($"SELECT id FROM notifications WHERE {condition}", arguments, cancellation);
            await work.Execute(
                $"UPDATE notifications SET state = 'Waiting', attempts = 0, next_attempt_at = @at, problem = NULL WHERE {condition}",
                arguments, cancellation);
            return ids;
        }, cancellation);
}
