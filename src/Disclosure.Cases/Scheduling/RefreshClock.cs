using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Scheduling;

/// <summary>The clock that all servers go by: the storage's, so that they agree what "today" is.</summary>
public interface ISharedClock
{
    /// <summary>Compares this machine's clock with the storage's and goes by the latter from now on.</summary>
    Task Refresh(CancellationToken cancellation);
}

/// <summary>Sets this process's clock by the storage's.</summary>
public sealed record RefreshClock : ICommand<Unit>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class RefreshClockHandler(ISharedClock clock) : ICommandHandler<RefreshClock, Unit>
{
    public async Task<Result<Unit>> Handle(RefreshClock request, CancellationToken cancellationToken)
    {
        await clock.Refresh(cancellationToken);
        return new Unit();
    }
}
