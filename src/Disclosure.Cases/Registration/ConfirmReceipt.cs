using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>Records the day on which both sides confirmed the application; the clock starts from it (art. 31(2), (3)).</summary>
/// <param name="ConfirmedOn">Not before arrival, not in the future.</param>
public sealed record ConfirmReceipt(Guid CaseId, int Version, DateOnly ConfirmedOn)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ConfirmReceipt);

internal sealed class ConfirmReceiptRules : AbstractValidator<ConfirmReceipt>
{
    public ConfirmReceiptRules(TimeProvider time) => RuleFor(command => command.ConfirmedOn).HasCome(time);
}

internal sealed class ConfirmReceiptHandler(CaseCommandExecutor executor) : CaseHandler<ConfirmReceipt, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ConfirmReceipt command, CaseFile file, CancellationToken cancellation) =>
        command.ConfirmedOn < file.ArrivedOn
            ? Refused("receipt.confirmedBeforeArrival", nameof(command.ConfirmedOn))
            : Recorded(file, new ReceiptConfirmed(command.ConfirmedOn));
}
