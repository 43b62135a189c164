using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// Says how many people have to approve an agency's letters, one after the other. It holds for what is submitted from now
/// on: a letter passes the links that were asked of it when it was submitted.
/// </summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Template">The template's code; null for all without a setting of their own.</param>
/// <param name="Links">From 1 to <see cref="MostLinks"/>; null takes the setting away: the one for all templates
/// holds, else one link.</param>
public sealed record SetApprovalChain(Guid AgencyId, string? Template, int? Links) : ICommand<Unit>
{
    /// <summary>The most links of a chain.</summary>
    public const int MostLinks = 3;

    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class SetApprovalChainRules : AbstractValidator<SetApprovalChain>
{
    public SetApprovalChainRules(IReplyTemplates templates)
    {
        RuleFor(command => command.Links).Must(links => links is null or (>= 1 and <= SetApprovalChain.MostLinks))
            .Refuse("number.outOfRange", 1, SetApprovalChain.MostLinks);
        RuleFor(command => command.Template).Must(code => code is null || templates.Find(code) is { NeedsApproval: true })
            .Refuse("choice.unknown");
    }
}

internal sealed class SetApprovalChainHandler(IApprovalChains chains, IAgencies agencies, IAdministrationLog log)
    : ICommandHandler<SetApprovalChain, Unit>
{
    public async Task<Result<Unit>> Handle(SetApprovalChain request, CancellationToken cancellationToken)
    {
        if ((await agencies.History(cancellationToken)).All(version => version.Id != request.AgencyId))
        {
            return new Refusal("agency.unknown") { Field = nameof(request.AgencyId) };
        }

        var before = (await chains.Of(request.AgencyId, cancellationToken))
            .FirstOrDefault(chain => chain.Template == request.Template)?.Links;
        if (before == request.Links)
        {
            return new Unit();
        }

        await (request.Links is { } links
            ? chains.Set(request.AgencyId, request.Template, links, cancellationToken)
            : chains.Remove(request.AgencyId, request.Template, cancellationToken));
        await log.Add(AdministrativeAct.ApprovalChainSet, request.AgencyId, null, cancellationToken, new FieldChange(
            request.Template ?? "", $"{before}", $"{request.Links}"));
        return new Unit();
    }
}
