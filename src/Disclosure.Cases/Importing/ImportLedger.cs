using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Importing;

/// <summary>导入: has the cases of a file imported, in the background and all or none.</summary>
public sealed record ImportLedger(Guid ImportId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Manager;
}

internal sealed class ImportLedgerHandler(IImports imports, ImportCheck check, IUnitOfWork work, CurrentActor actor)
    : ICommandHandler<ImportLedger, Unit>
{
    public async Task<Result<Unit>> Handle(ImportLedger request, CancellationToken cancellationToken)
    {
        if (await imports.Find(request.ImportId, cancellationToken) is not { IsOpen: true } import || !import.IsFor(actor.Value)
            || await imports.Content(import.Id, cancellationToken) is not { } content)
        {
            return new Refusal("import.gone");
        }

        var plan = await check.Of(import, content, cancellationToken);
        if (!plan.Succeeded)
        {
            return Result<Unit>.Refused(plan.Refusals);
        }

        if (!plan.Value.IsSound)
        {
            return new Refusal("import.unsound", plan.Value.Problems.Count(problem => problem.Blocks));
        }

        if (!await imports.Change(import with { State = ImportState.Waiting, Problem = null }, import.State, true, cancellationToken))
        {
            return new Refusal("import.gone");
        }

        work.StartAfterCommit(RequestedJob.CarryOutImport, import.Id);
        return new Unit();
    }
}
