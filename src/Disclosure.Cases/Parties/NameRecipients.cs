using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Parties;

/// <summary>Several applicants named the first as the recipient of all letters, or want one each.</summary>
/// <param name="ServedOnEach">Whether each of them is served; false: the first receives for all.</param>
/// <param name="Reason">How they said so.</param>
public sealed record NameRecipients(Guid CaseId, int Version, bool ServedOnEach, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.NameRecipients);

internal sealed class NameRecipientsRules : AbstractValidator<NameRecipients>
{
    public NameRecipientsRules() => RuleFor(command => command.Reason).IsText(2000);
}

internal sealed class NameRecipientsHandler(CaseCommandExecutor executor) : CaseHandler<NameRecipients, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(NameRecipients command, CaseFile file, CancellationToken cancellation) =>
        command.ServedOnEach == file.ServedOnEach
            ? Refused("parties.unchanged", nameof(command.ServedOnEach))
            // An extension that one of them had in time and another had not does not come into force by naming the first afterwards.
            : RecipientsRules.WouldComplete(file, Executor.Calendars, Now.Today)
            ? Refused("service.halfServed", nameof(command.ServedOnEach))
            : Recorded(file, new RecipientsNamed(command.ServedOnEach, Texts.Keep(file.Id, command.Reason)));
}
