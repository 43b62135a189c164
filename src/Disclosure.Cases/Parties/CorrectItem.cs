using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Parties;

/// <summary>
/// Puts right the words of an item that were wrongly copied from the application. What the applicant changes is a correction (art. 30).
/// </summary>
/// <param name="ItemId">The item.</param>
/// <param name="Words">What the application says.</param>
/// <param name="Reason">What was wrong.</param>
public sealed record CorrectItem(Guid CaseId, int Version, Guid ItemId, string Words, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.CorrectItem);

internal sealed class CorrectItemRules : AbstractValidator<CorrectItem>
{
    public CorrectItemRules()
    {
        RuleFor(command => command.Words).IsText();
        RuleFor(command => command.Reason).IsText(2000);
    }
}

internal sealed class CorrectItemHandler(CaseCommandExecutor executor) : CaseHandler<CorrectItem, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(CorrectItem command, CaseFile file, CancellationToken cancellation)
    {
        if (file.Items.FirstOrDefault(item => item.Id == command.ItemId) is not { } item)
        {
            return await Refused("items.unknown", nameof(command.ItemId));
        }

        if (await Texts.Read(item.Description, cancellation) == command.Words.Trim())
        {
            return await Refused("parties.unchanged", nameof(command.Words));
        }

        return await Recorded(file, new ItemCorrected(
            new ItemRef(item.Id, Texts.Keep(file.Id, command.Words.Trim())), Texts.Keep(file.Id, command.Reason), Now.Actor.Id));
    }
}
