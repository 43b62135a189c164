using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Importing;

/// <summary>
/// Finds the imports that no background job is at work on, because a server was killed, and starts them; deletes the files that nobody
/// had imported.
/// </summary>
public sealed record CarryOutImports : ICommand<ImportsFound>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

/// <summary>What was done about imports.</summary>
/// <param name="Started">Imports that were handed over.</param>
/// <param name="Deleted">Files deleted.</param>
public sealed record ImportsFound(int Started, int Deleted);

internal sealed class CarryOutImportsHandler(IImports imports, IUnitOfWork work, TimeProvider time)
    : ICommandHandler<CarryOutImports, ImportsFound>
{
    private const int MostAtOnce = 100;

    public async Task<Result<ImportsFound>> Handle(CarryOutImports request, CancellationToken cancellationToken)
    {
        var deleted = await imports.DeleteFiles(time.GetUtcNow() - Import.KeptFor, cancellationToken);
        var waiting = await imports.Waiting(MostAtOnce, cancellationToken);
        foreach (var import in waiting)
        {
            work.StartAfterCommit(RequestedJob.CarryOutImport, import.Id);
        }

        return new ImportsFound(waiting.Count, deleted);
    }
}
