using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.ApiClients;

/// <summary>What systems filed, by their idempotency keys.</summary>
internal sealed class OnlineFilingStore(UnitOfWork work) : IOnlineFilings
{
    public async Task<OnlineFiling?> Claim(Guid clientId, OnlineFiling filing, CancellationToken cancellation)
    {
        var (key, row) = (RowMapping.Ascii(filing.Key), new
        {
            clientId, key = RowMapping.Ascii(filing.Key), filing.Salt, filing.Digest, filing.FiledOn,
        });
        work.Changed(SealedTable.OnlineFilings, clientId, filing.Key);
        return await work.TryInsert(
            "INSERT INTO online_filings (client_id, idempotency_key, salt, digest, filed_on) "
                + "VALUES (@clientId, @key, @Salt, @Digest, @FiledOn)",
            row, cancellation)
            ? null
            : await work.Single<OnlineFiling>(
                """
                SELECT idempotency_key AS "key", salt, digest, filed_on, case_id, register_number FROM online_filings WHERE client_id = @clientId AND idempotency_key = @key
                """,
                new { clientId, key }, cancellation);
    }

    public Task Settle(Guid clientId, string key, Registered registered, CancellationToken cancellation)
    {
        work.Changed(SealedTable.OnlineFilings, clientId, key);
        return work.Execute(
            "UPDATE online_filings SET case_id = @CaseId, register_number = @RegisterNumber "
                + "WHERE client_id = @clientId AND idempotency_key = @key",
            new { clientId, key = RowMapping.Ascii(key), registered.CaseId, registered.RegisterNumber }, cancellation);
    }

    public async Task<bool> IsOf(Guid clientId, Guid caseId, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM online_filings WHERE case_id = @caseId AND client_id = @clientId",
            new { caseId, clientId },
            cancellation) > 0;

    public async Task<Guid?> WhoReceives(Guid agencyId, CancellationToken cancellation)
    {
        var clerks = await work.Query<Guid>(
            """
            SELECT u.id FROM users u
            LEFT JOIN case_files c ON c.officer_id = u.id AND c.agency_id = u.agency_id AND c.is_open = 1
            WHERE u.agency_id = @agencyId AND u.is_active = 1 AND (u.roles & @clerk) <> 0
            GROUP BY u.id, u.sign_in_key ORDER BY COUNT(c.case_id), u.sign_in_key
            """,
            new { agencyId, clerk = (int)Role.Clerk }, cancellation);
        return clerks.Count == 0 ? null : clerks[0];
    }
}
