using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The texts that events refer to, encrypted, each with a salt of its own so that its hash tells nothing.</summary>
internal sealed class CaseTextStore(UnitOfWork work, IIds ids, PersonalData personal) : ICaseTexts
{
    private const int SaltLength = 16;

    private sealed record Stored(Guid Id, string Body);

    private sealed record Item(Guid CaseId, string Body);

    public TextRef Keep(Guid caseId, string text)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltLength));
        var id = ids.Next();
        work.ExecuteNow(
            "INSERT INTO case_texts (id, case_id, salt, body, mail_hash) VALUES (@id, @caseId, @salt, @body, @mail)",
            new { id, caseId, salt, body = personal.Encrypt(text), mail = MailHash(text, personal.InUse) });
        return new TextRef(id, TextRef.HashOf(salt, text));
    }

    public async Task<string> Read(TextRef reference, CancellationToken cancellation) =>
        await personal.Decrypt(
            await work.Single<string>("SELECT body FROM case_texts WHERE id = @Id", new { reference.Id }, cancellation), cancellation)
        ?? throw new InvalidOperationException($"The text {reference.Id} is not there.");

    public async Task<IReadOnlyDictionary<Guid, string>> OfCase(Guid caseId, CancellationToken cancellation)
    {
        var texts = new Dictionary<Guid, string>();
        foreach (var (id, body) in await work.Query<Stored>(
            "SELECT id, body FROM case_texts WHERE case_id = @caseId", new { caseId }, cancellation))
        {
            if (await personal.DecryptIfWhole(body, cancellation) is { } text)
            {
                texts.Add(id, text);
            }
        }

        return texts;
    }

    /// <summary>The items of cases, each case's in their order; one that somebody damaged is empty.</summary>
    public async Task<ILookup<Guid, string>> ItemsOf(IEnumerable<Guid> caseIds, CancellationToken cancellation)
    {
        var items = new List<Item>();
        foreach (var some in caseIds.Distinct().Chunk(RowMapping.MostInList))
        {
            foreach (var item in await work.Query<Item>(
                "SELECT i.case_id, t.body FROM case_items i JOIN case_texts t ON t.id = i.text_id "
                    + "WHERE i.case_id IN @some ORDER BY i.case_id, i.ordinal",
                new { some = RowMapping.List(some) }, cancellation))
            {
                items.Add(item with { Body = await personal.DecryptIfWhole(item.Body, cancellation) ?? "" });
            }
        }

        return items.ToLookup(item => item.CaseId, item => item.Body);
    }

    /// <summary>By which the particulars of a service are found again; null of any other text.</summary>
    public static string? MailHash(string text, DataKeys keys) =>
        ServiceParticulars.MailNumberIn(text) is { } number ? keys.Hash(number) : null;
}
