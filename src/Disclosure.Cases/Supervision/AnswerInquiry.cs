using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Supervision;

/// <summary>答复督办: the agency answers an inquiry, however far the case has come meanwhile.</summary>
/// <param name="InquiryId">The inquiry.</param>
/// <param name="Answer">Why it is as it is, and what is done about it.</param>
public sealed record AnswerInquiry(Guid CaseId, int Version, Guid InquiryId, string Answer)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.AnswerInquiry);

internal sealed class AnswerInquiryRules : AbstractValidator<AnswerInquiry>
{
    public AnswerInquiryRules() => RuleFor(command => command.Answer).IsText(2000);
}

internal sealed class AnswerInquiryHandler(CaseCommandExecutor executor) : CaseHandler<AnswerInquiry, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(AnswerInquiry command, CaseFile file, CancellationToken cancellation) =>
        file.OpenInquiries.Any(inquiry => inquiry.Id == command.InquiryId)
            ? Recorded(file, new InquiryAnswered(command.InquiryId, Now.Today, Texts.Keep(file.Id, command.Answer)))
            : Refused("inquiry.notOpen", nameof(command.InquiryId));
}
