using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Answers one of the five questions, for all items at that question or for some of them.</summary>
/// <param name="Answer">The answer; it says which question.</param>
/// <param name="Items">The items; empty for all that stand at the question.</param>
/// <param name="Variant">The variant of the text that the answer leads to, if already known.</param>
/// <param name="Elements">Step 1: what was found of the three elements.</param>
/// <param name="Reasoning">Why.</param>
public sealed record AnswerStep(
    Guid CaseId,
    int Version,
    StepAnswer Answer,
    IReadOnlyList<Guid>? Items = null,
    string? Variant = null,
    ApplicationElements? Elements = null,
    string? Reasoning = null) : CaseCommand<Unit>(CaseId, Version, CaseAction.AnswerStep)
{
    /// <inheritdoc/>
    public override StepAnswer? StepAnswer => Answer;
}

internal sealed class AnswerStepRules : AbstractValidator<AnswerStep>
{
    public AnswerStepRules()
    {
        RuleFor(command => command.Answer).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Reasoning).IsOptionalText();
        RuleFor(command => command.Elements).NotNull().Refuse("elements.unchecked")
            .When(command => command.Answer is StepAnswer.Complete or StepAnswer.CorrectionNeeded);
        RuleFor(command => command.Elements).Must(elements => elements!.AreComplete).Refuse("elements.missing")
            .When(command => command is { Answer: StepAnswer.Complete, Elements: not null });
        RuleFor(command => command.Elements).Must(elements => !elements!.AreComplete).Refuse("elements.nothingToCorrect")
            .When(command => command is { Answer: StepAnswer.CorrectionNeeded, Elements: not null });
    }
}

internal sealed class AnswerStepHandler(CaseCommandExecutor executor, ReplyTemplates.IReplyTemplates templates)
    : CaseHandler<AnswerStep, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(AnswerStep command, CaseFile file, CancellationToken cancellation)
    {
        var transition = AnswerTransitions.Of(command.Answer);
        var lapses = command.Answer is StepAnswer.CorrectionLapsed or StepAnswer.PaymentLapsed;
        var standing = lapses ? [.. file.Items.Select(item => item.Id)] : file.ItemsAt(transition.Step);
        var items = command.Items is { Count: > 0 } chosen ? chosen : standing;
        if (items.Any(item => !standing.Contains(item)) || items.Count == 0)
        {
            return Refused("items.notAtThisStep", nameof(command.Items));
        }

        // The elements belong to the application as a whole (art. 29).
        if (transition.Step == ReplyStep.Completeness && items.Count != standing.Count)
        {
            return Refused("items.allTogether", nameof(command.Items));
        }

        if (command.Answer == StepAnswer.NotExisting
            && file.Items.Where(item => items.Contains(item.Id)).Select(Existence.ExistenceRules.Check)
                .FirstOrDefault(found => found is not null) is { } found)
        {
            return Task.FromResult<Result<Unit>>(found with { Field = nameof(command.Items) });
        }

        var variant = transition.Variant ?? (string.IsNullOrEmpty(command.Variant) ? null : command.Variant);
        if (variant is not null && (transition.Opens is null || templates.Find(transition.Opens)?.HasVariant(variant) != true))
        {
            return Refused("template.unknownVariant", nameof(command.Variant), variant);
        }

        return Recorded(file, new StepAnswered(
            transition.Step,
            command.Answer,
            items,
            transition.Settles ? new ItemOutcome(transition.Opens!, variant) : null,
            command.Elements,
            Texts.KeepOptional(file.Id, command.Reasoning)));
    }
}
