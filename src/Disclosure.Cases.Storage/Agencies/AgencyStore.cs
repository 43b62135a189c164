using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Agencies;

/// <summary>The agencies in all their versions.</summary>
internal sealed class AgencyStore(UnitOfWork work, EventChain chain) : IAgencies
{
    private const string Columns =
        "a.agency_id AS id, a.valid_from, a.code, a.name, a.kind, a.office, a.address, a.postcode, "
        + "a.phone, a.reconsideration_organ, a.reconsideration_address, a.court, a.masthead";

    private const string InForce =
        "a.valid_from = (SELECT MAX(b.valid_from) FROM agencies b WHERE b.agency_id = a.agency_id AND b.valid_from <= @day)";

    public async Task<Agency> On(Guid agencyId, DateOnly day, CancellationToken cancellation)
    {
        var own = await work.Single<Agency>(
            $"SELECT {Columns} FROM agencies a WHERE a.agency_id = @agencyId AND {InForce}", new { agencyId, day }, cancellation)
            ?? throw new InvalidOperationException($"There is no agency {agencyId} on {day:yyyy-MM-dd}.");
        return await work.Query<Guid>(
            "SELECT successor_id FROM agency_successions WHERE agency_id = @agencyId AND from_on <= @day",
            new { agencyId, day }, cancellation) is [var successor]
            ? (await On(successor, day, cancellation)) with { Id = own.Id, Code = own.Code }
            : own;
    }

    public async Task<IReadOnlyList<Agency>> AllOn(DateOnly day, CancellationToken cancellation)
    {
        var agencies = await work.Query<Agency>($"SELECT {Columns} FROM agencies a WHERE {InForce}", new { day }, cancellation);
        return [.. agencies.OrderBy(agency => agency.Kind != AgencyKind.DistrictGovernment)
            .ThenBy(agency => agency.Code, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<Agency>> History(CancellationToken cancellation) =>
        work.Query<Agency>($"SELECT {Columns} FROM agencies a ORDER BY a.valid_from, a.agency_id", null, cancellation);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancellation) =>
        work.Query<Succession>(
            "SELECT agency_id, successor_id, from_on AS \"from\" FROM agency_successions ORDER BY from_on, agency_id", null, cancellation);

    public Task Succeed(Succession succession, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Successions, succession.AgencyId);
        return work.Execute(
            "INSERT INTO agency_successions (agency_id, successor_id, from_on) VALUES (@AgencyId, @SuccessorId, @From)",
            succession,
            cancellation);
    }, cancellation);

    public Task WithdrawSuccession(Guid agencyId, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Successions, agencyId);
        return work.Execute("DELETE FROM agency_successions WHERE agency_id = @agencyId", new { agencyId }, cancellation);
    }, cancellation);

    public Task Withdraw(Guid agencyId, DateOnly validFrom, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Agencies, agencyId, validFrom);
        return work.Execute(
            "DELETE FROM agencies WHERE agency_id = @agencyId AND valid_from = @validFrom",
            new { agencyId, validFrom },
            cancellation);
    }, cancellation);

    public Task Add(Agency version, CancellationToken cancellation) => work.Write(async () =>
    {
        // Numbers carry the code alone: two agencies of one code could not be told apart.
        if ((await AllOn(version.ValidFrom, cancellation))
            .FirstOrDefault(other => other.Code == version.Code && other.Id != version.Id) is { } other)
        {
            throw new InvalidOperationException($"The code {version.Code} belongs to {other.Name} on {version.ValidFrom:yyyy-MM-dd}.");
        }

        work.Changed(SealedTable.Agencies, version.Id, version.ValidFrom);
        await work.Execute(
            """
            INSERT INTO agencies (agency_id, valid_from, code, name, kind, office, address, postcode, phone, reconsideration_organ, reconsideration_address, court, masthead)
            VALUES (@Id, @ValidFrom, @Code, @Name, @Kind, @Office, @Address, @Postcode, @Phone, @ReconsiderationOrgan, @ReconsiderationAddress, @Court, @Masthead)
            """,
            new
            {
                version.Id, version.ValidFrom, version.Code, version.Name, Kind = StoredNames.Of(version.Kind), version.Office,
                version.Address, version.Postcode, version.Phone,
                version.ReconsiderationOrgan, version.ReconsiderationAddress, version.Court,
                Masthead = StoredNames.Of(version.Masthead),
            }, cancellation);
        await chain.Begin(version.Id, cancellation);
    }, cancellation);
}
