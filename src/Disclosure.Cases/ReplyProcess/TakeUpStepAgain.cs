using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Goes back to an earlier question, with a reason; possible until a reply is approved.</summary>
/// <param name="Step">The question.</param>
/// <param name="Reason">Why.</param>
public sealed record TakeUpStepAgain(Guid CaseId, int Version, ReplyStep Step, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.TakeUpStepAgain);

internal sealed class TakeUpStepAgainRules : AbstractValidator<TakeUpStepAgain>
{
    public TakeUpStepAgainRules()
    {
        RuleFor(command => command.Step).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Reason).IsText(2000);
    }
}

internal sealed class TakeUpStepAgainHandler(CaseCommandExecutor executor, UnservedReplies unserved)
    : CaseHandler<TakeUpStepAgain, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(TakeUpStepAgain command, CaseFile file, CancellationToken cancellation)
    {
        if (command.Step >= file.Items.Where(item => item.AnsweredBy is null).Max(item => item.Step))
        {
            return await Refused("process.notBack", nameof(command.Step));
        }

        // In a reopened period completeness is settled (docs/domain.md, "The five steps").
        if (command.Step == ReplyStep.Completeness && file.Reopenings.Any())
        {
            return await Refused("process.notBack", nameof(command.Step));
        }

        await unserved.Withdraw(file, command.Reason, cancellation);
        return await Recorded(file, new StepTakenUpAgain(command.Step, Texts.Keep(file.Id, command.Reason)));
    }
}
