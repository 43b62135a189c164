using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Storage.CaseFiles;

namespace Disclosure.Cases.Storage.Maintenance;

// Cases, the texts and files that their events name, and the numbers that they hold.
public sealed partial class Verification
{
    private sealed record Stored(string Type, string Data);

    private sealed record Text(Guid Id, string Salt, string Body);

    private sealed record Entry(Guid Id, Guid AgencyId, string Series, int Year, int Ordinal, string Number, Guid CaseId, bool IsVoid);

    private sealed record Series(Guid AgencyId, string Name, int Year, int FirstOrdinal, int LastOrdinal);

    private sealed record Holder(Guid CaseId, string Number, bool IsVoid);

    private async Task<List<Finding>> OfCases(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var holders = new Dictionary<Guid, Holder>();
        var ids = await work.Query<Guid>(
            "SELECT case_id FROM case_events UNION SELECT case_id FROM case_files UNION SELECT case_id FROM number_ledger",
            null,
            cancellation);
        foreach (var id in ids.Order())
        {
            findings.AddRange(await OfCase(id, holders, cancellation));
        }

        findings.AddRange(await OfNumbers(holders, cancellation));
        return findings;
    }

    private async Task<List<Finding>> OfCase(Guid id, Dictionary<Guid, Holder> holders, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var events = await work.Query<Stored>(
            "SELECT type, data FROM case_events WHERE case_id = @id ORDER BY seq", new { id }, cancellation);
        if (events.Count == 0)
        {
            return [new Finding("case.unreadable", $"Case {id}: it has no events.")];
        }

        try
        {
            var file = CaseFile.Fold(id, events.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
            if (projections.Derive(file) != await projections.Stored(id, cancellation))
            {
                findings.Add(new Finding("case.columns", $"Case {id}: the stored columns are not those that its events make."));
            }

            findings.AddRange(events.Where(stored => stored.Type == CaseEventJson.TypeOf<DeadlinesMoved>())
                .Select(stored => CaseEventJson.Read<DeadlinesMoved>(stored.Data))
                .Where(moved => calendars.Snapshot.Of(file.AgencyId, moved.Edition).Version != moved.CalendarAfter)
                .Select(moved =>
                    new Finding("calendar.changed", $"Case {id}: the calendar of edition {moved.Edition} is not the one that moved it.")));

            holders[file.RegisterNumberId] = new Holder(id, file.RegisterNumber, file.IsVoided);
            foreach (var document in file.Documents.Where(document => document.NumberId is not null))
            {
                holders[document.NumberId!.Value] = new Holder(
                    id,
                    document.Number!,
                    document.Status == DocumentStatus.Withdrawn || (file.IsVoided && document.Status == DocumentStatus.Approved));
            }
        }
        catch (Exception problem)
            when (problem is InvalidDataException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            findings.Add(new Finding("case.unreadable", $"Case {id}: {problem.Message}"));
        }

        findings.AddRange(await OfTexts(id, events, cancellation));
        findings.AddRange(await OfFiles(id, events, cancellation));
        return findings;
    }

    private async Task<IEnumerable<Finding>> OfTexts(Guid caseId, IReadOnlyList<Stored> events, CancellationToken cancellation)
    {
        var texts = (await work.Query<Text>("SELECT id, salt, body FROM case_texts WHERE case_id = @caseId", new { caseId }, cancellation))
            .ToDictionary(text => text.Id);
        return events.SelectMany(stored => Named(stored.Data, "Id", "Hash"))
            .Where(reference => !texts.TryGetValue(reference.Id, out var text)
                || (text.Body.Length > 0 && CaseTextStore.HashOf(text.Salt, text.Body) != reference.Hash))
            .Select(reference => texts.ContainsKey(reference.Id)
                ? new Finding("text.changed", $"Case {caseId}: the text {reference.Id} is not the one that was recorded.")
                : new Finding("text.missing", $"Case {caseId}: the text {reference.Id} is not there."));
    }

    private async Task<List<Finding>> OfFiles(Guid caseId, IReadOnlyList<Stored> events, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (id, sha256) in events.SelectMany(stored => Named(stored.Data, "FileId", "Sha256")))
        {
            // An emptied file is one whose retention period has ended.
            var content = await work.Single<byte[]>(
                "SELECT content FROM case_contents WHERE id = @id AND case_id = @caseId", new { id, caseId }, cancellation);
            if (content is null)
            {
                findings.Add(new Finding("file.missing", $"Case {caseId}: the file {id} is not there."));
            }
            else if (content.Length > 0 && Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
            {
                findings.Add(new Finding("file.changed", $"Case {caseId}: the file {id} is not the one that was recorded."));
            }
        }

        return findings;
    }

    private async Task<List<Finding>> OfNumbers(Dictionary<Guid, Holder> holders, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var entries = await work.Query<Entry>(
            """
            SELECT id, agency_id, series, year, ordinal, number, case_id, CASE WHEN voided_at IS NULL THEN 0 ELSE 1 END AS is_void
            FROM number_ledger ORDER BY agency_id, series, year, ordinal
            """, null, cancellation);
        var given = entries.ToLookup(entry => (entry.AgencyId, entry.Series, entry.Year), entry => entry.Ordinal);
        var series = await work.Query<Series>(
            "SELECT agency_id, series AS name, year, first_ordinal, last_ordinal FROM number_series", null, cancellation);
        findings.AddRange(
            from one in series
            where !given[(one.AgencyId, one.Name, one.Year)].SequenceEqual(Enumerable.Range(
                one.FirstOrdinal, one.LastOrdinal - one.FirstOrdinal + 1))
            select new Finding("number.gap", $"Series {one.Name} {one.Year} of agency {one.AgencyId}: "
                + $"the numbers from {one.FirstOrdinal} to {one.LastOrdinal} are not all there once."));
        foreach (var entry in entries)
        {
            if (!holders.TryGetValue(entry.Id, out var holder) || holder.CaseId != entry.CaseId || holder.Number != entry.Number)
            {
                findings.Add(
                    new Finding("number.unused", $"The number {entry.Number} belongs to nothing that case {entry.CaseId} recorded."));
            }
            else if (holder.IsVoid != entry.IsVoid)
            {
                findings.Add(new Finding("number.void", $"The number {entry.Number} is {(entry.IsVoid ? "" : "not ")}void in the ledger, "
                    + $"but case {entry.CaseId} says otherwise."));
            }
        }

        var known = entries.Select(entry => entry.Id).ToHashSet();
        findings.AddRange(holders.Where(holder => !known.Contains(holder.Key))
            .Select(holder =>
                new Finding("number.unknown", $"The number {holder.Value.Number} of case {holder.Value.CaseId} is not in the ledger.")));
        return findings;
    }

    // Wherever an event names a row by id and hash, under the stored names of these.
    private static IEnumerable<(Guid Id, string Hash)> Named(string data, string idName, string hashName)
    {
        using var document = JsonDocument.Parse(data);
        return [.. Named(document.RootElement, idName, hashName)];
    }

    private static IEnumerable<(Guid Id, string Hash)> Named(JsonElement element, string idName, string hashName) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Named(item, idName, hashName)),
            JsonValueKind.Object => (element.TryGetProperty(idName, out var id)
                && element.TryGetProperty(hashName, out var hash)
                && id.TryGetGuid(out var value)
                    ? new[] { (value, hash.GetString() ?? "") }
                    : []).Concat(element.EnumerateObject().SelectMany(property => Named(property.Value, idName, hashName))),
            _ => [],
        };
}
