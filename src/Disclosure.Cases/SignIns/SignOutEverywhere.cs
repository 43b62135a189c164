using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>全部退出: ends all sessions of one's own, this one too.</summary>
/// <param name="Address">From where it was sent.</param>
public sealed record SignOutEverywhere(string Address) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => AdministratorSeparation.OfPeople;
}

internal sealed class SignOutEverywhereHandler(ISessions sessions, ISignIns signIns, CurrentActor actor)
    : ICommandHandler<SignOutEverywhere, Unit>
{
    public async Task<Result<Unit>> Handle(SignOutEverywhere request, CancellationToken cancellationToken)
    {
        await sessions.EndAll(actor.Value.Id, SessionEnd.SignedOutEverywhere, cancellationToken);
        await signIns.Add(actor.Value.Id, request.Address, SignInOutcome.SignedOutEverywhere, cancellationToken);
        return new Unit();
    }
}
