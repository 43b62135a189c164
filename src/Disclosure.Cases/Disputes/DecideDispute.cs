using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Disputes;

/// <summary>
/// 登记复议、诉讼结果: a dispute was decided. Recorded again after an appeal, or where it was recorded wrongly, the last one counts.
/// A decision that corrects and orders a new reply reopens a case that was answered (art. 51).
/// </summary>
/// <param name="DisputeId">The dispute.</param>
/// <param name="On">The day of the decision: not before it was filed.</param>
/// <param name="Outcome">Upheld, corrected or other.</param>
/// <param name="Content">Its number and what it says.</param>
/// <param name="Order">What a correcting decision orders; null where it orders no new reply, or none is due any more.</param>
public sealed record DecideDispute(
    Guid CaseId, int Version, Guid DisputeId, DateOnly On, DisputeOutcome Outcome, string Content, NewReplyOrder? Order)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.DecideDispute);

/// <summary>责令重新答复: a new reply is ordered.</summary>
/// <param name="From">The day from which its period runs: on which the agency received the decision.</param>
/// <param name="DueOn">The date ordered, if one was.</param>
/// <param name="WorkingDays">The working days ordered, if any, 1 to 250; neither: 20.</param>
public sealed record NewReplyOrder(DateOnly From, DateOnly? DueOn, int? WorkingDays);

internal sealed class DecideDisputeRules : AbstractValidator<DecideDispute>
{
    public DecideDisputeRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Outcome).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Content).IsText(2000);
        When(command => command.Order is not null, () =>
        {
            RuleFor(command => command.Outcome).Equal(DisputeOutcome.Corrected).Refuse("dispute.orderWithoutCorrection");
            RuleFor(command => command.Order!.From).HasCome(time)
                .Must((command, day) => day >= command.On).Refuse("dispute.orderBeforeDecision");
            RuleFor(command => command.Order!.WorkingDays)
                .Must(days => days is null or (>= 1 and <= 250)).Refuse("number.outOfRange", 1, 250);
        });
    }
}

internal sealed class DecideDisputeHandler(CaseCommandExecutor executor) : CaseHandler<DecideDispute, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(DecideDispute command, CaseFile file, CancellationToken cancellation)
    {
        if (file.Disputes.FirstOrDefault(dispute => dispute.Id == command.DisputeId) is not { } dispute)
        {
            return Refused("dispute.unknown", nameof(command.DisputeId));
        }

        if (command.On < dispute.FiledOn)
        {
            return Refused("dispute.decidedBeforeFiled", nameof(command.On), dispute.FiledOn);
        }

        var content = Texts.Keep(file.Id, command.Content);
        if (command.Order is not { } order)
        {
            return Recorded(file, new DisputeDecided(dispute.Id, command.On, command.Outcome, content));
        }

        // Before there is a reply, the one that is owed anyway is the one ordered.
        if (StepTransitions.Find(file, CaseAction.Reopen, null, Now).Refusal is { } refusal)
        {
            return Task.FromResult<Result<Unit>>(refusal with { Field = nameof(command.Order) });
        }

        file.Record(new DisputeDecided(dispute.Id, command.On, command.Outcome, content));
        return Recorded(file, new CaseReopened(
            dispute.Kind == DisputeKind.Reconsideration ? ReopeningGround.ReconsiderationDecision : ReopeningGround.Judgment,
            order.From, order.DueOn, order.WorkingDays, content));
    }
}
