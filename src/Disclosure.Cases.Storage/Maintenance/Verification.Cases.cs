using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

// Cases: what is derived from their events, and the texts and files that these name.
public sealed partial class Verification
{
    // Everything that belongs to a case, so that what belongs to none is looked at too.
    private const string CaseIds = """
        SELECT case_id FROM case_events
        UNION SELECT case_id FROM case_files
        UNION SELECT case_id FROM case_items
        UNION SELECT case_id FROM case_texts
        UNION SELECT case_id FROM case_contents
        UNION SELECT case_id FROM case_search
        UNION SELECT case_id FROM deadlines
        UNION SELECT case_id FROM replies
        UNION SELECT case_id FROM documents
        UNION SELECT case_id FROM inquiries
        UNION SELECT case_id FROM disputes
        UNION SELECT case_id FROM applicants
        UNION SELECT case_id FROM number_ledger
        """;

    private async Task OfCases(List<Finding> findings, CancellationToken cancellation)
    {
        var holders = new Dictionary<string, Holder>();
        var ids = (await work.Raw(CaseIds, null, cancellation)).Select(row => row["case_id"] ?? "");
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            await Look(findings, $"case_events {id}", () => OfCase(id, holders, cancellation));
        }

        await Look(findings, "number_ledger", () => OfNumbers(holders, cancellation));
    }

    private async Task<IEnumerable<Finding>> OfCase(string id, Dictionary<string, Holder> holders, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var key = new { caseId = id };
        var rows = await work.Raw("SELECT type, data FROM case_events WHERE case_id = @caseId ORDER BY seq", key, cancellation);
        if (rows.Count == 0)
        {
            return [new Finding("case.empty", id)];
        }

        var events = rows.Select(row => (Type: row["type"] ?? "", Data: row["data"] ?? "")).ToList();
        var texts = hasTexts ? await TextsOf(id, cancellation) : [];
        await Look(findings, $"case_events {id}", async () =>
        {
            var file = CaseFile.Fold(Guid.Parse(id), events.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
            Hold(file, holders);
            return await OfColumns(file, events, texts, cancellation);
        });
        if (hasTexts)
        {
            await Look(findings, $"case_texts {id}", () => Task.FromResult(OfTexts(id, events, texts)));
        }

        await Look(findings, $"case_contents {id}", () => OfFiles(id, events, cancellation));
        return findings;
    }

    private sealed record KeptText(string Salt, string? Body, bool HasMail);

    // Null for a body that cannot be read any more.
    private async Task<Dictionary<string, KeptText>> TextsOf(string caseId, CancellationToken cancellation)
    {
        var open = await personal.Keys(cancellation);
        var texts = new Dictionary<string, KeptText>();
        foreach (var text in await work.Raw(
            "SELECT id, salt, body, mail_hash FROM case_texts WHERE case_id = @caseId", new { caseId }, cancellation))
        {
            var body = await personal.DecryptIfWhole(text["body"], cancellation);
            texts.Add(text["id"]!, new KeptText(
                text["salt"] ?? "", body, text["mail_hash"] == (body is null ? null : CaseTextStore.MailHash(body, open))));
        }

        return texts;
    }

    private async Task<IEnumerable<Finding>> OfColumns(
        CaseFile file, IReadOnlyList<(string Type, string Data)> events, Dictionary<string, KeptText> texts,
        CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        findings.AddRange((await projections.Differing(file, cancellation))
            .Select(table => new Finding("case.columns", file.RegisterNumber, file.Id, table)));
        var bodies = texts.Where(text => Guid.TryParse(text.Key, out _))
            .ToDictionary(text => Guid.Parse(text.Key), text => text.Value.Body ?? "");
        if (hasTexts && await applicants.Differing(file, bodies, cancellation) is not null)
        {
            findings.Add(new Finding("case.columns", file.RegisterNumber, file.Id, "applicants"));
        }

        if (hasTexts && !await search.IsRight(file.Id, cancellation))
        {
            findings.Add(new Finding("case.columns", file.RegisterNumber, file.Id, "case_search"));
        }

        findings.AddRange(events.Where(stored => stored.Type == CaseEventJson.TypeOf<DeadlinesMoved>())
            .Select(stored => CaseEventJson.Read<DeadlinesMoved>(stored.Data))
            .Where(moved => calendars.Snapshot.Of(file.AgencyId, moved.Edition).Version != moved.CalendarAfter)
            .Select(moved => new Finding("calendar.other", file.RegisterNumber, file.Id, moved.Edition)));
        return findings;
    }

    private static IEnumerable<Finding> OfTexts(
        string caseId, IReadOnlyList<(string Type, string Data)> events, Dictionary<string, KeptText> texts)
    {
        var named = events.SelectMany(stored => EventReferences.Texts(stored.Data)).ToList();
        var erased = Erased(events);
        foreach (var (id, hash) in named)
        {
            if (!texts.TryGetValue(id, out var text))
            {
                yield return new Finding("text.missing", caseId, id);
            }
            else if (erased.Contains(id))
            {
                // With the salt, whoever guesses a text could prove it by the hash that stays in the event.
                if (text is not { Salt: "", Body: "", HasMail: true })
                {
                    yield return new Finding("text.kept", caseId, id);
                }
            }
            else if (text.Body is null || !text.HasMail || TextRef.HashOf(text.Salt, text.Body) != hash)
            {
                yield return new Finding(text.Body is "" ? "text.emptied" : "text.changed", caseId, id);
            }
        }

        foreach (var id in texts.Keys.Except(named.Select(reference => reference.Id)))
        {
            yield return new Finding("text.unknown", caseId, id);
        }
    }

    private async Task<IEnumerable<Finding>> OfFiles(
        string caseId, IReadOnlyList<(string Type, string Data)> events, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var named = events.SelectMany(stored => EventReferences.Files(stored.Data)).Distinct().ToList();
        var erased = Erased(events);
        foreach (var (id, sha256) in named)
        {
            // One at a time: a scan may be large.
            var content = await work.Single<byte[]>(
                "SELECT content FROM case_contents WHERE id = @id AND case_id = @caseId", new { id, caseId }, cancellation);
            if (content is null)
            {
                findings.Add(new Finding("file.missing", caseId, id));
            }
            else if (erased.Contains(id))
            {
                if (content.Length > 0)
                {
                    findings.Add(new Finding("file.kept", caseId, id));
                }
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
            {
                findings.Add(new Finding(content.Length == 0 ? "file.emptied" : "file.changed", caseId, id));
            }
        }

        findings.AddRange((await work.Raw("SELECT id FROM case_contents WHERE case_id = @caseId", new { caseId }, cancellation))
            .Select(row => row["id"]!).Except(named.Select(reference => reference.Id))
            .Select(id => new Finding("file.unknown", caseId, id)));
        return findings;
    }

    // What the events of a case say was emptied.
    private static HashSet<string> Erased(IEnumerable<(string Type, string Data)> events) =>
    [
        .. events.Where(stored => stored.Type == CaseEventJson.TypeOf<RecordsErased>())
            .Select(stored => CaseEventJson.Read<RecordsErased>(stored.Data))
            .SelectMany(emptied => emptied.Texts.Concat(emptied.Files)).Select(id => RowMapping.Text(id)),
    ];
}
