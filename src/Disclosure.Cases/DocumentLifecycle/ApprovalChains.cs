namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>How many people have to approve.</summary>
/// <param name="Template">The template's code; null: all without a setting of their own.</param>
/// <param name="Links">How many, one after the other.</param>
public sealed record ApprovalChain(string? Template, int Links);

/// <summary>Which links an approval has to pass.</summary>
public interface IApprovalChains
{
    /// <summary>How many different people have to approve, one after the other: at least 1, none of them a drafter.</summary>
    Task<int> LinksFor(Guid agencyId, string template, CancellationToken cancellation);

    /// <summary>Sets the number of links for an agency and a template; null for all templates without an own setting.</summary>
    Task Set(Guid agencyId, string? template, int links, CancellationToken cancellation);

    /// <summary>Takes a setting away.</summary>
    Task Remove(Guid agencyId, string? template, CancellationToken cancellation);

    /// <summary>The settings of an agency: the one for all templates first.</summary>
    Task<IReadOnlyList<ApprovalChain>> Of(Guid agencyId, CancellationToken cancellation);
}
