using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Reporting;

// Letters that are issued and not yet sent.
internal sealed partial class CaseQueries
{
    /// <summary>The condition of <see cref="AwaitingService"/>, for <c>documents d</c> of <c>case_files c</c>.</summary>
    // Numbered ones: forms are nothing to send, and a receipt is handed over when it is made.
    public const string Unserved = "d.status = 'Approved' AND d.number IS NOT NULL AND d.file_id IS NOT NULL AND c.stage <> 'Voided'";

    public async Task<UnservedPage> AwaitingService(QueueFilter filter, CancellationToken cancellation)
    {
        var size = Math.Clamp(filter.PageSize, 1, 200);
        var condition = new QueueCondition(filter, work.Dialect, await personal.Sought(cancellation), isSmall: true);
        var arguments = condition.Arguments;
        var from = $"FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE {Unserved} AND {condition.Sql}";
        var rows = await work.Query<UnservedRow>(
            $"""
            SELECT c.case_id, d.document_id, c.register_number, d.template, d.number, {FirstApplicant} AS applicant_name, d.file_id
            {from}
            ORDER BY c.sort_due, c.sort_received, d.document_id {work.Dialect.Page}
            """,
            arguments, cancellation);
        return new UnservedPage(
            rows, filter.Page <= 1 && rows.Count < size
                ? rows.Count
                : await work.Single<int>($"SELECT COUNT(*) {from}", arguments, cancellation));
    }
}
