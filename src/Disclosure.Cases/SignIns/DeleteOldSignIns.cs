using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Deletes what the record of sign-ins need not keep any longer (<see cref="SignInRules.KeepDays"/>), and the counts of browsers that
/// are not used any more.
/// </summary>
public sealed record DeleteOldSignIns : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class DeleteOldSignInsHandler(
    ISignIns signIns, ISignInLocks locks, ISessions sessions, SignInRules rules, TimeProvider time)
    : ICommandHandler<DeleteOldSignIns, int>
{
    // Each run is one transaction that others wait for; what is left goes with the next night.
    private const int MostLines = 5_000;

    public async Task<Result<int>> Handle(DeleteOldSignIns request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await locks.DeleteUnusedSince(now.AddDays(-SignInRules.BrowserKnownDays), cancellationToken);
        return await signIns.DeleteBefore(now.AddDays(-rules.KeepDays), MostLines, cancellationToken)
            + await sessions.DeleteBefore(now.AddDays(-rules.KeepDays), MostLines, cancellationToken);
    }
}
