using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>
/// What cases are found by (<c>case_search</c>): the parts folded as <see cref="ComparedText.Of"/> folds names, a part a
/// line. Any two characters of it can be looked for, so a scan of this one narrow table does it; no index of words knows
/// where a Chinese word ends.
/// </summary>
internal sealed class SearchTextStore(UnitOfWork work, CaseTextStore texts)
{
    private const string Parts = """
        SELECT c.case_id, c.agency_id, 1 AS kind, 0 AS ordinal, c.register_number AS part FROM case_files c WHERE c.case_id IN @some
        UNION ALL SELECT c.case_id, c.agency_id, 2, d.ordinal, d.number FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE d.case_id IN @some AND d.number IS NOT NULL
        UNION ALL SELECT c.case_id, c.agency_id, 3, a.ordinal, a.name FROM applicants a JOIN case_files c ON c.case_id = a.case_id WHERE a.case_id IN @some
        """;

    private const string Insert = "INSERT INTO case_search (agency_id, case_id, body) VALUES (@AgencyId, @CaseId, @Body)";

    private sealed record Part(Guid CaseId, Guid AgencyId, int Kind, int Ordinal, string Text);

    private sealed record Line(Guid CaseId, Guid AgencyId, string Body);

    /// <summary>Whether a case's line is as it should be.</summary>
    public async Task<bool> IsRight(Guid caseId, CancellationToken cancellation) => StoredText.AreSame(
        await LinesOf([caseId], cancellation),
        await work.Raw("SELECT case_id, agency_id, body FROM case_search WHERE case_id = @caseId", new { caseId }, cancellation));

    /// <summary>Puts a case's line together anew; false when it was as it should be.</summary>
    public async Task<bool> Refresh(Guid caseId, CancellationToken cancellation)
    {
        if (await LinesOf([caseId], cancellation) is not [var line])
        {
            return false;
        }

        if (await work.Single<Line>(
            "SELECT case_id, agency_id, body FROM case_search WHERE case_id = @caseId", new { caseId }, cancellation) is not { } stored)
        {
            await work.Execute(Insert, line, cancellation);
            return true;
        }

        return line != stored
            && await work.Execute(
                "UPDATE case_search SET agency_id = @AgencyId, body = @Body WHERE case_id = @CaseId", line, cancellation) > 0;
    }

    /// <summary>Fills the table anew from what is there, in the transaction under way.</summary>
    public async Task Fill(CancellationToken cancellation)
    {
        await work.Execute("DELETE FROM case_search", null, cancellation);
        var ids = await work.Query<Guid>("SELECT case_id FROM case_files ORDER BY case_id", null, cancellation);
        foreach (var some in ids.Chunk(RowMapping.MostInList))
        {
            await work.Execute(Insert, await LinesOf(some, cancellation), cancellation);
        }
    }

    // No part contains a line break once it is folded: nothing is found across two of them.
    private async Task<List<Line>> LinesOf(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
    {
        var parts = await work.Query<Part>(
            $"SELECT p.case_id, p.agency_id, p.kind, p.ordinal, p.part AS text FROM ({Parts}) p ORDER BY p.case_id, p.kind, p.ordinal",
            new { some = RowMapping.List(caseIds) }, cancellation);
        var items = await texts.ItemsOf(caseIds, cancellation);
        return [.. parts.GroupBy(part => (part.CaseId, part.AgencyId)).Select(of => new Line(
            of.Key.CaseId, of.Key.AgencyId,
            string.Join('\n', of.Select(part => part.Text).Concat(items[of.Key.CaseId]).Select(ComparedText.Of))))];
    }
}
