using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Reporting;

// Notices that deadlines moved.
internal sealed partial class CaseQueries
{
    /// <summary>The condition of <see cref="MovedDeadlines"/>, for <c>deadline_notices n</c> of <c>case_files c</c>.</summary>
    public const string IsUnseenByReader = "n.seen_at IS NULL AND c.officer_id = @Id";

    private sealed record Noticed(Guid CaseId, int Seq, string RegisterNumber, string Data, DateTimeOffset RaisedAt, string ActorName);

    public async Task<IReadOnlyList<MovedRow>> MovedDeadlines(Actor reader, CancellationToken cancellation)
    {
        var rows = await work.Query<Noticed>(
            $"""
            SELECT n.case_id, n.seq, c.register_number, e.data, n.raised_at, COALESCE(u.name, '') AS actor_name
            FROM deadline_notices n
            JOIN case_files c ON c.case_id = n.case_id
            JOIN case_events e ON e.case_id = n.case_id AND e.seq = n.seq
            LEFT JOIN users u ON u.id = e.actor_id
            WHERE {IsUnseenByReader}
            ORDER BY n.raised_at DESC, n.seq DESC, c.register_number
            """,
            new { reader.Id }, cancellation);
        return [.. rows.Select(row => new MovedRow(
            row.CaseId, row.Seq, row.RegisterNumber, CaseEventJson.Read<DeadlinesMoved>(row.Data), row.RaisedAt, row.ActorName))];
    }
}
