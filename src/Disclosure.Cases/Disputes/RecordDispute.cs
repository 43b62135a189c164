using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Disputes;

/// <summary>登记复议、诉讼: the agency received the copy of an application for reconsideration or of a claim (art. 51).</summary>
/// <param name="Kind">Reconsideration, direct action, or action after reconsideration.</param>
/// <param name="IsSummary">Whether the organ of reconsideration takes the short road (简易程序).</param>
/// <param name="FiledOn">The day on which it was filed: not before the application arrived.</param>
/// <param name="ReceivedOn">The day on which the agency received the copy.</param>
/// <param name="Forum">The organ of reconsideration or the court, and its number for the matter.</param>
/// <param name="Subject">What is contested.</param>
public sealed record RecordDispute(
    Guid CaseId, int Version, DisputeKind Kind, bool IsSummary, DateOnly FiledOn, DateOnly ReceivedOn, string Forum, string Subject)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.RecordDispute);

internal sealed class RecordDisputeRules : AbstractValidator<RecordDispute>
{
    public RecordDisputeRules(TimeProvider time)
    {
        RuleFor(command => command.Kind).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.IsSummary).Equal(false)
            .When(command => !AnswerPeriod.KnowsSummary(command.Kind, command.ReceivedOn))
            .Refuse("dispute.noSummary", AnswerPeriod.PresentLawFrom);
        RuleFor(command => command.FiledOn).HasCome(time);
        RuleFor(command => command.ReceivedOn).HasCome(time);
        RuleFor(command => command.ReceivedOn).Must((command, day) => day >= command.FiledOn).Refuse("dispute.receivedBeforeFiled");
        RuleFor(command => command.Forum).IsText(200);
        RuleFor(command => command.Subject).IsText(2000);
    }
}

internal sealed class RecordDisputeHandler(CaseCommandExecutor executor) : CaseHandler<RecordDispute, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(RecordDispute command, CaseFile file, CancellationToken cancellation)
    {
        if (command.FiledOn < file.ArrivedOn)
        {
            return new Refusal("dispute.filedBeforeApplication", file.ArrivedOn) { Field = nameof(command.FiledOn) };
        }

        // Joint applicants may file on one day, but not under one number.
        foreach (var dispute in file.Disputes.Where(dispute => dispute.Kind == command.Kind && dispute.FiledOn == command.FiledOn))
        {
            if (await Texts.Read(dispute.Forum, cancellation) == command.Forum)
            {
                return new Refusal("dispute.double") { Field = nameof(command.Forum) };
            }
        }

        var id = Executor.Ids.Next();
        file.Record(new DisputeRecorded(
            id, command.Kind, command.IsSummary, command.FiledOn, command.ReceivedOn,
            Texts.Keep(file.Id, command.Forum), Texts.Keep(file.Id, command.Subject)));
        return id;
    }
}
