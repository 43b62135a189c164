using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// Withdraws a document before service; its number, if it has one, is voided. A letter that is signed already is put before a second
/// person. A notice that only some of the applicants have is withdrawn as well: it never had an effect, and goes to nobody else.
/// </summary>
/// <param name="Reason">Why.</param>
public sealed record WithdrawDocument(Guid CaseId, int Version, Guid DocumentId, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.WithdrawDocument);

internal sealed class WithdrawDocumentRules : AbstractValidator<WithdrawDocument>
{
    public WithdrawDocumentRules() => RuleFor(command => command.Reason).IsText(2000);
}

internal sealed class WithdrawDocumentHandler(CaseCommandExecutor executor, Revocations revocations)
    : CaseHandler<WithdrawDocument, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(WithdrawDocument command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { IsRevocable: true } document)
        {
            return new Refusal("document.servedAlready");
        }

        var reason = Texts.Keep(file.Id, command.Reason);
        if (ReasonsToDoubt.OfRevoking(document).Count > 0)
        {
            return SecondPersonRules.Ask(file, new SecondPersonAsked(
                Executor.Ids.Next(), GuardedAct.WithdrawDocument, reason, Now.Actor.Id, DocumentId: document.Id));
        }

        await revocations.Record(file, document, reason, command.Reason, cancellation);
        return new Unit();
    }
}

/// <summary>What withdrawing a document does: its number is void.</summary>
public sealed class Revocations(INumberSeries numbers)
{
    /// <summary>Voids the number and withdraws the document.</summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The document.</param>
    /// <param name="reason">Why.</param>
    /// <param name="words">The same in words, for the number ledger.</param>
    /// <param name="cancellation">Breaks off the wait.</param>
    public async Task Record(CaseFile file, CaseDocument document, TextRef reason, string words, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(document);
        if (document.NumberId is { } numberId)
        {
            await numbers.Void(numberId, words, cancellation);
        }

        file.Record(new DocumentWithdrawn(document.Id, reason));
    }
}
