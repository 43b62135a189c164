using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.DateCorrections;

/// <summary>Asks that a wrongly recorded date be put right.</summary>
/// <param name="Sequence">The event that carries it.</param>
/// <param name="Field">Which of its dates.</param>
/// <param name="To">The right date.</param>
/// <param name="Reason">How it is known.</param>
public sealed record ProposeDateCorrection(Guid CaseId, int Version, int Sequence, CorrectableDate Field, DateOnly To, string Reason)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.ProposeDateCorrection);

/// <summary>Approves or rejects a proposed correction; somebody else than the proposer does it.</summary>
/// <param name="CorrectionId">The proposal.</param>
/// <param name="Approves">Whether it is approved.</param>
/// <param name="Reason">Why not, where it is rejected.</param>
public sealed record DecideDateCorrection(Guid CaseId, int Version, Guid CorrectionId, bool Approves, string? Reason = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.DecideDateCorrection);

internal sealed class ProposeDateCorrectionRules : AbstractValidator<ProposeDateCorrection>
{
    public ProposeDateCorrectionRules(TimeProvider time)
    {
        RuleFor(command => command.To).HasCome(time);
        RuleFor(command => command.Field).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Reason).IsText(2000);
    }
}

internal sealed class DecideDateCorrectionRules : AbstractValidator<DecideDateCorrection>
{
    public DecideDateCorrectionRules() => RuleFor(command => command.Reason).IsText(2000).When(command => !command.Approves);
}

internal sealed class ProposeDateCorrectionHandler(CaseCommandExecutor executor) : CaseHandler<ProposeDateCorrection, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(ProposeDateCorrection command, CaseFile file, CancellationToken cancellation)
    {
        if (!file.CorrectableDates.TryGetValue((command.Sequence, command.Field), out var from) || from == command.To)
        {
            return new Refusal("dateCorrection.nothingToCorrect") { Field = nameof(command.Field) };
        }

        if (command.Field == CorrectableDate.ReceivedOn && file.Channel.NeedsConfirmation() && command.To < file.ArrivedOn)
        {
            return new Refusal("receipt.confirmedBeforeArrival") { Field = nameof(command.To) };
        }

        if (file.ProposedDateCorrections.Any(proposal => (proposal.Sequence, proposal.Field) == (command.Sequence, command.Field)))
        {
            return new Refusal("dateCorrection.pending") { Field = nameof(command.Field) };
        }

        var id = Executor.Ids.Next();
        file.Record(new DateCorrectionProposed(
            id, command.Sequence, command.Field, from, command.To, Texts.Keep(file.Id, command.Reason), Now.Actor.Id));
        return await Task.FromResult<Result<Guid>>(id);
    }
}

internal sealed class DecideDateCorrectionHandler(CaseCommandExecutor executor) : CaseHandler<DecideDateCorrection, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(DecideDateCorrection command, CaseFile file, CancellationToken cancellation)
    {
        var proposal = file.ProposedDateCorrections.FirstOrDefault(each => each.CorrectionId == command.CorrectionId);
        if (SecondPersonRules.WhyNot(proposal, Now.Actor, "process.noDateCorrection", "dateCorrection.ownProposal") is { } refusal)
        {
            return Refused(refusal.Code, nameof(command.CorrectionId));
        }

        return command.Approves
            ? Recorded(file, new DateCorrected(proposal!.CorrectionId, proposal.Sequence, proposal.Field, proposal.To, Now.Actor.Id))
            : Recorded(file, new DateCorrectionRejected(proposal!.CorrectionId, Texts.Keep(file.Id, command.Reason!)));
    }
}
