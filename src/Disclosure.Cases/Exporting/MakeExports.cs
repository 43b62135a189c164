using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Exporting;

/// <summary>
/// Finds the exports that no background job is making, because a server was killed, and starts them; deletes the files whose
/// time is over.
/// </summary>
public sealed record MakeExports : ICommand<ExportsFound>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

/// <summary>What was done about exports.</summary>
/// <param name="Started">Exports that were handed over to be made.</param>
/// <param name="Deleted">Files deleted.</param>
public sealed record ExportsFound(int Started, int Deleted);

internal sealed class MakeExportsHandler(IExports exports, IUnitOfWork work, TimeProvider time) : ICommandHandler<MakeExports, ExportsFound>
{
    private const int MostAtOnce = 100;

    public async Task<Result<ExportsFound>> Handle(MakeExports request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var deleted = await exports.DeleteFiles(now - Export.KeptFor, cancellationToken);
        var unfinished = await exports.Unfinished(now, MostAtOnce, cancellationToken);
        foreach (var export in unfinished)
        {
            work.StartAfterCommit(RequestedJob.MakeExport, export.Id);
        }

        return new ExportsFound(unfinished.Count, deleted);
    }
}
