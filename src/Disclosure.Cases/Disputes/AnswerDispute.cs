using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Disputes;

/// <summary>登记复议答复、应诉答辩: the agency handed in its answer, however late.</summary>
/// <param name="DisputeId">The dispute.</param>
/// <param name="On">The day on which it was handed in: not before the copy was received.</param>
public sealed record AnswerDispute(Guid CaseId, int Version, Guid DisputeId, DateOnly On)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.AnswerDispute);

internal sealed class AnswerDisputeRules : AbstractValidator<AnswerDispute>
{
    public AnswerDisputeRules(TimeProvider time) => RuleFor(command => command.On).HasCome(time);
}

internal sealed class AnswerDisputeHandler(CaseCommandExecutor executor) : CaseHandler<AnswerDispute, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(AnswerDispute command, CaseFile file, CancellationToken cancellation) =>
        file.UnansweredDisputes.FirstOrDefault(dispute => dispute.Id == command.DisputeId) is not { } dispute
            ? Refused("dispute.notUnanswered", nameof(command.DisputeId))
        : command.On < dispute.ReceivedOn
            ? Refused("dispute.beforeReceived", nameof(command.On), dispute.ReceivedOn)
        : Recorded(file, new DisputeAnswered(
            dispute.Id, command.On, dispute.PeriodEndsOn(Executor.Calendars.Of(file.AgencyId))));
}
