using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;

namespace Disclosure.Cases.Storage.Registration;

/// <summary>Registrations begun and not finished, encrypted. Every statement on one names its owner.</summary>
internal sealed class RegistrationDraftStore(UnitOfWork work, PersonalData personal) : IRegistrationDrafts
{
    private const string Columns = "id, owner_id, kept_at, content";

    public Task<bool> Add(RegistrationDraft draft, int most, CancellationToken cancellation) => work.Write(async () =>
    {
        // Two windows of one person at once: the second one counts when the first is in.
        await work.Execute("UPDATE users SET roles = roles WHERE id = @OwnerId", new { draft.OwnerId }, cancellation);
        return await work.Execute(
            """
            INSERT INTO registration_drafts (id, owner_id, kept_at, content)
            SELECT @Id, @OwnerId, @KeptAt, @Content
            WHERE (SELECT COUNT(*) FROM registration_drafts WHERE owner_id = @OwnerId) < @most
            """,
            new { draft.Id, draft.OwnerId, draft.KeptAt, Content = personal.Encrypt(draft.Content), most }, cancellation) > 0;
    }, cancellation);

    public Task<bool> Change(RegistrationDraft draft, CancellationToken cancellation) => work.Write(async () => await work.Execute(
        "UPDATE registration_drafts SET kept_at = @KeptAt, content = @Content WHERE id = @Id AND owner_id = @OwnerId",
        draft with { Content = personal.Encrypt(draft.Content)! },
        cancellation) > 0, cancellation);

    public async Task<RegistrationDraft?> Find(Guid id, Guid ownerId, CancellationToken cancellation) =>
        await work.Single<RegistrationDraft>(
            $"SELECT {Columns} FROM registration_drafts WHERE id = @id AND owner_id = @ownerId",
            new { id, ownerId },
            cancellation) is { } kept
            ? await Read(kept, cancellation)
            : null;

    public async Task<IReadOnlyList<RegistrationDraft>> Of(Guid ownerId, CancellationToken cancellation)
    {
        var drafts = new List<RegistrationDraft>();
        foreach (var kept in await work.Query<RegistrationDraft>(
            $"SELECT {Columns} FROM registration_drafts WHERE owner_id = @ownerId ORDER BY kept_at DESC, id DESC",
            new { ownerId },
            cancellation))
        {
            drafts.Add(await Read(kept, cancellation));
        }

        return drafts;
    }

    public Task Delete(Guid id, Guid ownerId, CancellationToken cancellation) => work.Write(() => work.Execute(
        "DELETE FROM registration_drafts WHERE id = @id AND owner_id = @ownerId", new { id, ownerId }, cancellation), cancellation);

    public Task<int> DeleteKeptUntil(DateTimeOffset instant, CancellationToken cancellation) => work.Write(() => work.Execute(
        "DELETE FROM registration_drafts WHERE kept_at <= @instant", new { instant }, cancellation), cancellation);

    private async Task<RegistrationDraft> Read(RegistrationDraft kept, CancellationToken cancellation) =>
        kept with { Content = await personal.Decrypt(kept.Content, cancellation) ?? "" };
}
