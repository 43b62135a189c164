using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// 停用二次验证: somebody gives up the own second factor, and shows by password and code to be that person. In steps, so that
/// wrong ones are counted. All sessions end.
/// </summary>
/// <param name="Current">The password.</param>
/// <param name="Code">The code of the moment, or a recovery code.</param>
/// <param name="From">From where it was sent.</param>
public sealed record GiveUpSecondFactor([property: NotPrinted] string Current, [property: NotPrinted] string Code, SignInPlace From)
    : ICommand<Unit>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => AdministratorSeparation.OfPeople;
}

internal sealed class GiveUpSecondFactorHandler(
    IUsers users, SigningIn signingIn, ISecondFactors factors, IAdministrationLog log, IUnitOfWork work, CurrentActor actor)
    : ICommandHandler<GiveUpSecondFactor, Unit>
{
    public async Task<Result<Unit>> Handle(GiveUpSecondFactor request, CancellationToken cancellationToken)
    {
        if (await users.Find(actor.Value.Id, cancellationToken) is not { } user
            || await factors.Of(user.Id, cancellationToken) is null)
        {
            return new Refusal("secondFactor.none");
        }

        if (await signingIn.Confirm(user, request.Current, request.Code, request.From, cancellationToken) is { } doubt)
        {
            return doubt;
        }

        return await work.Run<Result<Unit>>(
            async () =>
            {
                if (!await factors.Remove(user.Id, cancellationToken))
                {
                    return new Refusal("secondFactor.none");
                }

                await log.Add(AdministrativeAct.SecondFactorTakenAway, user.AgencyId, user.Id, cancellationToken);
                return new Unit();
            },
            result => result.Succeeded,
            cancellationToken);
    }
}
