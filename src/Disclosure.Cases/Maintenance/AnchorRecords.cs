using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Maintenance;

/// <summary>
/// Anchors what was recorded since the last time, without verifying the rest: what is not anchored can be cut off by whoever writes into
/// the database file. Chains that lack what was anchored before refuse it: a job that sends it fails, and shows.
/// </summary>
public sealed record AnchorRecords : ICommand<Unit>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class AnchorRecordsHandler(IRecordVerification records) : ICommandHandler<AnchorRecords, Unit>
{
    public async Task<Result<Unit>> Handle(AnchorRecords request, CancellationToken cancellationToken) =>
        await records.AnchorNew(cancellationToken) is { Count: > 0 } findings
            ? Result<Unit>.Refused(VerifyRecordsHandler.Refusals(findings))
            : new Unit();
}
