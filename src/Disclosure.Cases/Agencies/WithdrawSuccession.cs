using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Agencies;

/// <summary>Takes back a succession that has not begun.</summary>
/// <param name="AgencyId">The agency that was to end.</param>
public sealed record WithdrawSuccession(Guid AgencyId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class WithdrawSuccessionHandler(IAgencies agencies, IAdministrationLog log, TimeProvider time)
    : ICommandHandler<WithdrawSuccession, Unit>
{
    public async Task<Result<Unit>> Handle(WithdrawSuccession request, CancellationToken cancellationToken)
    {
        if ((await agencies.Successions(cancellationToken)).FirstOrDefault(each => each.AgencyId == request.AgencyId) is not { } succession)
        {
            return new Refusal("agency.noSuchVersion");
        }

        if (succession.From <= time.Today())
        {
            return new Refusal("agency.versionHasBegun");
        }

        await agencies.WithdrawSuccession(request.AgencyId, cancellationToken);
        await log.Add(AdministrativeAct.SuccessionWithdrawn, request.AgencyId, null, cancellationToken);
        return new Unit();
    }
}
