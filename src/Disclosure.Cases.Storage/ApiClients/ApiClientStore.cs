using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.ApiClients;

/// <summary>The systems that file through the API, and their tokens (hashed).</summary>
internal sealed class ApiClientStore(UnitOfWork work) : IApiClients
{
    private const string Columns = "id, name, scopes, agency_id, admitted_by, admitted_at";
    private const string TokenColumns =
        "id, client_id, prefix, hash, issued_by, issued_at, expires_on, last_used_on, revoked_by, revoked_at";

    public Task<IReadOnlyList<ApiClient>> All(CancellationToken cancellation) =>
        work.Query<ApiClient>($"SELECT {Columns} FROM api_clients ORDER BY name_key", null, cancellation);

    public Task<ApiClient?> Find(Guid id, CancellationToken cancellation) =>
        work.Single<ApiClient>($"SELECT {Columns} FROM api_clients WHERE id = @id", new { id }, cancellation);

    public Task<IReadOnlyList<ApiToken>> Tokens(CancellationToken cancellation) =>
        work.Query<ApiToken>($"SELECT {TokenColumns} FROM api_tokens ORDER BY issued_at DESC, id DESC", null, cancellation);

    public Task<ApiToken?> FindToken(string prefix, CancellationToken cancellation) =>
        work.Single<ApiToken>(
            $"SELECT {TokenColumns} FROM api_tokens WHERE prefix = @prefix", new { prefix = RowMapping.Ascii(prefix) }, cancellation);

    public Task<bool> Add(ApiClient client, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.ApiClients, client.Id);
        return await work.TryInsert(
            "INSERT INTO api_clients (id, name, name_key, scopes, agency_id, admitted_by, admitted_at) "
                + "VALUES (@Id, @Name, @key, @scopes, @AgencyId, @AdmittedBy, @AdmittedAt)",
            new
            {
                client.Id, client.Name, key = ComparedText.Of(client.Name),
                scopes = (int)client.Scopes, client.AgencyId, client.AdmittedBy, client.AdmittedAt,
            }, cancellation);
    }, cancellation);

    public Task Add(ApiToken token, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.ApiTokens, token.Id);
        return work.Execute(
            $"INSERT INTO api_tokens ({TokenColumns}) VALUES (@Id, @ClientId, @Prefix, "
                + "@Hash, @IssuedBy, @IssuedAt, @ExpiresOn, @LastUsedOn, @RevokedBy, @RevokedAt)",
            token, cancellation);
    }, cancellation);

    public Task<bool> Revoke(Guid tokenId, Guid by, DateTimeOffset at, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.ApiTokens, tokenId);
        return await work.Execute(
            "UPDATE api_tokens SET revoked_by = @by, revoked_at = @at WHERE id = @tokenId AND revoked_at IS NULL",
            new { tokenId, by, at }, cancellation) > 0;
    }, cancellation);

    public Task NoteUse(Guid tokenId, DateOnly on, CancellationToken cancellation) => work.Write(() =>
        work.Execute(
            "UPDATE api_tokens SET last_used_on = @on WHERE id = @tokenId AND (last_used_on IS NULL OR last_used_on < @on)",
            new { tokenId, on }, cancellation), cancellation);
}
