using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// 启用二次验证: somebody gets a second factor, and shows by the password to be that person, by a first code that the telephone has it:
/// whoever comes by an open session could shut its owner out. In steps, so that wrong passwords are counted. All sessions end.
/// </summary>
/// <param name="Secret">The secret that the telephone was shown, in base32.</param>
/// <param name="Current">The password.</param>
/// <param name="Code">The code that it shows now.</param>
/// <param name="From">From where it was sent.</param>
public sealed record SetUpSecondFactor(
    [property: NotPrinted] string Secret, [property: NotPrinted] string Current, [property: NotPrinted] string Code, SignInPlace From)
    : ICommand<RecoverySheet>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => AdministratorSeparation.OfPeople;
}

/// <summary>The recovery codes of a new second factor.</summary>
/// <param name="Codes">The codes, which are kept nowhere.</param>
public sealed record RecoverySheet(IReadOnlyList<string> Codes);

internal sealed class SetUpSecondFactorHandler(
    IUsers users, SigningIn signingIn, ISecondFactors factors, IOneTimeCodes codes, IAdministrationLog log, IUnitOfWork work,
    CurrentActor actor, TimeProvider time)
    : ICommandHandler<SetUpSecondFactor, RecoverySheet>
{
    public async Task<Result<RecoverySheet>> Handle(SetUpSecondFactor request, CancellationToken cancellationToken)
    {
        if (await users.Find(actor.Value.Id, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId");
        }

        if (await signingIn.Confirm(user, request.Current, null, request.From, cancellationToken) is { } doubt)
        {
            return doubt;
        }

        if (codes.StepOf(request.Secret, ComparedText.Of(request.Code)) is not { } step)
        {
            return new Refusal("secondFactor.codeWrong") { Field = nameof(request.Code) };
        }

        var recovery = RecoveryCodes.New();
        var factor = new SecondFactor(user.Id, request.Secret, time.GetUtcNow(), step);
        return await work.Run<Result<RecoverySheet>>(
            async () =>
            {
                if (!await factors.Add(factor, recovery.Select(code => RecoveryCodes.HashOf(user.Id, code)), cancellationToken))
                {
                    return new Refusal("secondFactor.thereAlready");
                }

                await log.Add(AdministrativeAct.SecondFactorSetUp, user.AgencyId, user.Id, cancellationToken);
                return new RecoverySheet(recovery);
            },
            result => result.Succeeded,
            cancellationToken);
    }
}
