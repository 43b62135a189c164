using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.SecondPerson;

/// <summary>第二人确认: somebody else than who asked puts an act in force that gives a reason to doubt, or does not.</summary>
/// <param name="RequestId">What was asked for.</param>
/// <param name="Agrees">Whether it is confirmed.</param>
/// <param name="Reason">Why not, where it is not.</param>
public sealed record DecideGuardedAct(Guid CaseId, int Version, Guid RequestId, bool Agrees, string? Reason = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.DecideGuardedAct);

internal sealed class DecideGuardedActRules : AbstractValidator<DecideGuardedAct>
{
    public DecideGuardedActRules() => RuleFor(command => command.Reason).IsText(2000).When(command => !command.Agrees);
}

internal sealed class DecideGuardedActHandler(
    CaseCommandExecutor executor, Voiding voiding, Withdrawals withdrawals, Revocations revocations)
    : CaseHandler<DecideGuardedAct, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(DecideGuardedAct command, CaseFile file, CancellationToken cancellation)
    {
        var asked = file.GuardedActsAsked.FirstOrDefault(each => each.RequestId == command.RequestId);
        if (SecondPersonRules.WhyNot(asked, Now.Actor, "process.noGuardedAct", "secondPerson.ownRequest") is { } refusal)
        {
            return refusal with { Field = nameof(command.RequestId) };
        }

        if (!command.Agrees)
        {
            return await Recorded(file, new SecondPersonRefused(asked!.RequestId, Texts.Keep(file.Id, command.Reason!)));
        }

        // The case may have moved on since it was asked for.
        if (StepTransitions.Find(file, ActionOf(asked!.Act), null, Now).Refusal is { } notNow)
        {
            return notNow with { Field = nameof(command.RequestId) };
        }

        file.Record(new SecondPersonAgreed(asked.RequestId, Now.Actor.Id));
        await CarryOut(asked, file, cancellation);
        return new Unit();
    }

    private async Task CarryOut(SecondPersonAsked asked, CaseFile file, CancellationToken cancellation)
    {
        var reason = await Texts.Read(asked.Reason, cancellation) ?? "";
        switch (asked.Act)
        {
            case GuardedAct.VoidRegistration:
                await voiding.Record(file, asked.Reason, reason, cancellation);
                break;
            case GuardedAct.WithdrawApplication:
                await withdrawals.Record(file, asked.On!.Value, asked.Reason, Executor.Calendars.Edition, cancellation);
                break;
            case GuardedAct.WithdrawDocument:
                await revocations.Record(file, file.Document(asked.DocumentId!.Value), asked.Reason, reason, cancellation);
                break;
        }
    }

    private static CaseAction ActionOf(GuardedAct act) => act switch
    {
        GuardedAct.VoidRegistration => CaseAction.VoidRegistration,
        GuardedAct.WithdrawApplication => CaseAction.Withdraw,
        GuardedAct.WithdrawDocument => CaseAction.WithdrawDocument,
    };
}
