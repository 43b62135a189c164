using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Maintenance;

/// <summary>The copies of the records that are kept elsewhere.</summary>
public interface IRecordBackup
{
    /// <summary>Makes a copy, proves it, and only then removes those that are more than are to be kept.</summary>
    /// <returns>The code of every finding, e.g. <c>chain.cut</c>; then no copy was kept, and none removed.</returns>
    Task<IReadOnlyList<string>> BackUp(CancellationToken cancellation);
}

/// <summary>Makes a copy of the records while they are in use. Findings refuse it: a job that sends it fails, and shows.</summary>
public sealed record BackUpRecords : ICommand<Unit>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class BackUpRecordsHandler(IRecordBackup records) : ICommandHandler<BackUpRecords, Unit>
{
    public async Task<Result<Unit>> Handle(BackUpRecords request, CancellationToken cancellationToken) =>
        await records.BackUp(cancellationToken) is { Count: > 0 } findings
            ? Result<Unit>.Refused(VerifyRecordsHandler.Refusals(findings))
            : new Unit();
}
