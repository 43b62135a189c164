using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Agencies;

/// <summary>Takes back a version of an agency that has not begun. What has begun stays; so does an agency's first version.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="From">The version's first day.</param>
public sealed record WithdrawAgencyVersion(Guid AgencyId, DateOnly From) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class WithdrawAgencyVersionHandler(IAgencies agencies, IAdministrationLog log, TimeProvider time)
    : ICommandHandler<WithdrawAgencyVersion, Unit>
{
    public async Task<Result<Unit>> Handle(WithdrawAgencyVersion request, CancellationToken cancellationToken)
    {
        var versions = (await agencies.History(cancellationToken)).Where(version => version.Id == request.AgencyId).ToList();
        if (versions.FindIndex(version => version.ValidFrom == request.From) is not > 0)
        {
            return new Refusal("agency.noSuchVersion");
        }

        if (request.From <= time.Today())
        {
            return new Refusal("agency.versionHasBegun");
        }

        await agencies.Withdraw(request.AgencyId, request.From, cancellationToken);
        await log.Add(AdministrativeAct.AgencyVersionWithdrawn, request.AgencyId, null, cancellationToken, new FieldChange(
            JournalFields.ValidFrom, $"{request.From:yyyy-MM-dd}", null));
        return new Unit();
    }
}
