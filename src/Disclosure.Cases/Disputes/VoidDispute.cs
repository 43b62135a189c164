using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Disputes;

/// <summary>撤销误登的复议、诉讼: it was recorded by mistake, and counts nowhere. The record of it stays.</summary>
/// <param name="DisputeId">The dispute.</param>
public sealed record VoidDispute(Guid CaseId, int Version, Guid DisputeId, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.VoidDispute);

internal sealed class VoidDisputeRules : AbstractValidator<VoidDispute>
{
    public VoidDisputeRules() => RuleFor(command => command.Reason).IsText(2000);
}

internal sealed class VoidDisputeHandler(CaseCommandExecutor executor) : CaseHandler<VoidDispute, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(VoidDispute command, CaseFile file, CancellationToken cancellation) =>
        file.Disputes.Any(dispute => dispute.Id == command.DisputeId)
            ? Recorded(file, new DisputeVoided(command.DisputeId, Texts.Keep(file.Id, command.Reason)))
            : Refused("dispute.unknown", nameof(command.DisputeId));
}
