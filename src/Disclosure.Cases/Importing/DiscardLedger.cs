using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Importing;

/// <summary>删除: the file is not to be imported; it is deleted, and the row stays.</summary>
public sealed record DiscardLedger(Guid ImportId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Manager;
}

internal sealed class DiscardLedgerHandler(IImports imports, CurrentActor actor, TimeProvider time) : ICommandHandler<DiscardLedger, Unit>
{
    public async Task<Result<Unit>> Handle(DiscardLedger request, CancellationToken cancellationToken) =>
        await imports.Find(request.ImportId, cancellationToken) is { IsOpen: true } import && import.IsFor(actor.Value)
            && await imports.Change(
                import with { State = ImportState.Failed, Problem = "import.discarded", FinishedAt = time.GetUtcNow() }, import.State,
                false, cancellationToken)
            ? new Unit()
            : new Refusal("import.gone");
}
