using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Agencies;

/// <summary>How many links approvals have; one where nothing is set.</summary>
internal sealed class ApprovalChainStore(UnitOfWork work) : IApprovalChains
{
    private const string AllTemplates = "";

    public async Task<int> LinksFor(Guid agencyId, string template, CancellationToken cancellation)
    {
        // The own setting sorts after the empty one.
        var links = await work.Query<int>(
            "SELECT links FROM approval_chains WHERE agency_id = @agencyId AND template IN (@template, @AllTemplates) "
                + "ORDER BY template DESC",
            new { agencyId, template, AllTemplates }, cancellation);
        return links.Count == 0 ? 1 : links[0];
    }

    public Task Remove(Guid agencyId, string? template, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.ApprovalChains, agencyId, template ?? AllTemplates);
        return work.Execute(
            "DELETE FROM approval_chains WHERE agency_id = @agencyId AND template = @template",
            new { agencyId, template = template ?? AllTemplates }, cancellation);
    }, cancellation);

    public async Task<IReadOnlyList<ApprovalChain>> Of(Guid agencyId, CancellationToken cancellation) =>
    [
        .. (await work.Query<ApprovalChain>(
            "SELECT template, links FROM approval_chains WHERE agency_id = @agencyId ORDER BY template", new { agencyId }, cancellation))
            .Select(chain => chain.Template == AllTemplates ? chain with { Template = null } : chain),
    ];

    public Task Set(Guid agencyId, string? template, int links, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(links, 1);
        return work.Write(() =>
        {
            work.Changed(SealedTable.ApprovalChains, agencyId, template ?? AllTemplates);
            return work.UpdateOrInsert(
                "UPDATE approval_chains SET links = @links WHERE agency_id = @agencyId AND template = @template",
                "INSERT INTO approval_chains (agency_id, template, links) VALUES (@agencyId, @template, @links)",
                new { agencyId, template = template ?? AllTemplates, links }, cancellation);
        }, cancellation);
    }
}
