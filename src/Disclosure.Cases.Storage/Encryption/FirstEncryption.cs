using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.Encryption;

/// <summary>
/// Makes the data keys of a database, and encrypts with them what an earlier version kept in plain; what is derived from it is derived
/// as today.
/// </summary>
internal sealed class FirstEncryption(UnitOfWork work, PersonalData personal, SearchTextStore search)
{
    // As many rows as are in memory at once.
    private const int Some = 500;

    private interface IRow
    {
        Guid Id { get; }
    }

    private sealed record Kept(Guid Id, string Body) : IRow;

    private sealed record KeptApplicant(
        Guid Id, ApplicantKind Kind, string Name, string? IdentityNumber, string? Contact, string? Address, string? ElectronicAddress,
        IdentityDocumentKind? Document) : IRow;

    /// <summary>Does so, unless it was done; afterwards the keys are known to the program.</summary>
    /// <exception cref="Sealing.SealingKeyException">The key of the records is missing, damaged or another one.</exception>
    public async Task Begin(CancellationToken cancellation)
    {
        if (!await personal.IsMade(cancellation))
        {
            await work.Write(() => EncryptAll(cancellation), cancellation);
        }

        await personal.Refresh(cancellation);
    }

    private async Task EncryptAll(CancellationToken cancellation)
    {
        if (!await personal.Make(cancellation))
        {
            return;
        }

        // Those of this transaction: should it fail, the next attempt makes others.
        var keys = await personal.Refresh(cancellation);
        await Each<Kept>("SELECT id, body FROM case_texts WHERE body <> ''", text => Encrypt(text, keys, cancellation), cancellation);
        await Each<Kept>(
            "SELECT id, content AS body FROM registration_drafts WHERE content <> ''",
            draft => work.Execute(
                "UPDATE registration_drafts SET content = @content WHERE id = @Id",
                new { content = keys.Encrypt(draft.Body), draft.Id }, cancellation),
            cancellation);
        await Each<KeptApplicant>(
            """
            SELECT id, kind, name, identity_number, contact, address, electronic_address, document
            FROM applicants WHERE name <> ''
            """,
            applicant => Encrypt(applicant, keys, cancellation), cancellation);
        await search.Fill(cancellation);
    }

    private async Task Each<T>(string rows, Func<T, Task<int>> change, CancellationToken cancellation)
        where T : IRow
    {
        var after = Guid.Empty;
        while (await work.Query<T>(
            $"{rows} AND id > @after ORDER BY id {work.Dialect.Page}",
            new { after, skip = 0, take = Some },
            cancellation) is { Count: > 0 } some)
        {
            foreach (var row in some)
            {
                await change(row);
            }

            after = some[^1].Id;
        }
    }

    private Task<int> Encrypt(Kept text, DataKeys keys, CancellationToken cancellation) => work.Execute(
        "UPDATE case_texts SET body = @body, mail_hash = @mail WHERE id = @Id",
        new { body = keys.Encrypt(text.Body), mail = CaseTextStore.MailHash(text.Body, keys), text.Id }, cancellation);

    private Task<int> Encrypt(KeptApplicant row, DataKeys keys, CancellationToken cancellation)
    {
        var document = row.Document ?? IdentityNumber.Recognised(row.IdentityNumber, row.Kind);
        var applicant = new Applicant(row.Kind, row.Name, row.IdentityNumber, row.Contact, null, false, null) { Document = document };
        var (number, contact) = ApplicantStore.Sought(applicant, keys);
        return work.Execute(
            """
            UPDATE applicants SET identity_number = @Identity, contact = @Contact, address = @Address, electronic_address = @Electronic,
                document = @Document, name_key = @NameKey, same_key = @SameKey, number_hash = @numberHash, contact_hash = @contactHash
            WHERE id = @Id
            """,
            new
            {
                row.Id,
                Identity = personal.Encrypt(row.IdentityNumber),
                Contact = personal.Encrypt(row.Contact),
                Address = personal.Encrypt(row.Address),
                Electronic = personal.Encrypt(row.ElectronicAddress),
                Document = document is { } known ? StoredNames.Of(known) : null,
                NameKey = ComparedText.Of(row.Name),
                SameKey = ApplicantStore.SameKey(applicant, keys),
                numberHash = number,
                contactHash = contact,
            }, cancellation);
    }
}
