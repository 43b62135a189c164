using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Supervision;

/// <summary>督办: a manager asks an agency of the district about a case that is late or about to be.</summary>
/// <param name="Question">What is to be explained or put right.</param>
/// <param name="RespondBy">The last day for the answer: today at the earliest.</param>
public sealed record OpenInquiry(Guid CaseId, int Version, string Question, DateOnly RespondBy)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.OpenInquiry)
{
    /// <summary>How many working days an agency is given where nothing else is asked for.</summary>
    public const int UsualDays = 3;
}

internal sealed class OpenInquiryRules : AbstractValidator<OpenInquiry>
{
    // What is recorded cannot be changed: a year typed wrongly would leave the inquiry without a date that ever comes.
    private const int LongestDays = 365;

    public OpenInquiryRules(TimeProvider time)
    {
        RuleFor(command => command.Question).IsText(2000);
        RuleFor(command => command.RespondBy)
            .Must(day => day >= time.Today()).WithState(_ => new Refusal("inquiry.respondByPast", time.Today()))
            .Must(day => day <= time.Today().AddDays(LongestDays)).Refuse("inquiry.respondByTooFar");
    }
}

internal sealed class OpenInquiryHandler(CaseCommandExecutor executor) : CaseHandler<OpenInquiry, Guid>(executor)
{
    protected override Task<Result<Guid>> Act(OpenInquiry command, CaseFile file, CancellationToken cancellation)
    {
        var id = Executor.Ids.Next();
        file.Record(new InquiryOpened(id, Now.Today, Texts.Keep(file.Id, command.Question), command.RespondBy));
        return Task.FromResult<Result<Guid>>(id);
    }
}
