using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess.Disclosure;

/// <summary>
/// 公开审查 (art. 17): reviews what is to be disclosed; somebody else than the drafter of the letter (08, 10) does it.
/// </summary>
/// <param name="Items">The items reviewed; empty for all.</param>
/// <param name="Conclusion">What the review found, under the secrecy law and the other rules.</param>
public sealed record ReviewDisclosure(Guid CaseId, int Version, IReadOnlyList<Guid>? Items, string Conclusion)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ReviewDisclosure);

internal sealed class ReviewDisclosureRules : AbstractValidator<ReviewDisclosure>
{
    public ReviewDisclosureRules() => RuleFor(command => command.Conclusion).IsText();
}

internal sealed class ReviewDisclosureHandler(CaseCommandExecutor executor) : CaseHandler<ReviewDisclosure, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReviewDisclosure command, CaseFile file, CancellationToken cancellation)
    {
        var items = command.Items is { Count: > 0 } chosen ? chosen : [.. file.Items.Select(item => item.Id)];
        return items.Any(id => file.Items.All(item => item.Id != id)) ? Refused("items.unknown", nameof(command.Items))
            : ReviewersAndDrafters.IsDrafterOf(file, items, Now.Actor.Id) ? Refused("review.ownDraft", nameof(command.Items))
            : Recorded(file, new DisclosureReviewed(items, Now.Actor.Id, Texts.Keep(file.Id, command.Conclusion), Now.Today));
    }
}
