using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// Drafts a document. The facts may still be incomplete; the legal check comes with submission. What answers the
/// application answers all its items: where they have different outcomes, with a section for each.
/// </summary>
/// <param name="Sections">What it says of the items of each outcome, in any order; one for every other document.</param>
/// <param name="Principal">Which of them the clerk names as the principal one, from 0.</param>
public sealed record DraftDocument(Guid CaseId, int Version, IReadOnlyList<DraftedSection> Sections, int Principal = 0)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.Draft)
{
    /// <summary>A document of one template.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="version">The case's version that the drafter saw.</param>
    /// <param name="template">The template's code.</param>
    /// <param name="variant">The variant; null for the outcome's or the template's first.</param>
    /// <param name="facts">The facts, by the template's keys.</param>
    public DraftDocument(Guid caseId, int version, string template, string? variant, JsonObject facts)
        : this(caseId, version, [new DraftedSection(template, variant, facts)])
    {
    }
}

/// <summary>What a draft says of the items of one outcome.</summary>
/// <param name="Template">The template's code.</param>
/// <param name="Variant">The variant; null for the outcome's or the template's first.</param>
/// <param name="Facts">The facts, by the template's keys.</param>
public sealed record DraftedSection(string Template, string? Variant, JsonObject Facts);

internal sealed class DraftDocumentRules : AbstractValidator<DraftDocument>
{
    public DraftDocumentRules()
    {
        RuleFor(command => command.Sections).NotEmpty().Refuse("sections.none");
        RuleFor(command => command.Principal)
            .Must((command, principal) => principal >= 0 && principal < Math.Max(1, command.Sections.Count))
            .Refuse("sections.noPrincipal");
        RuleForEach(command => command.Sections.Select(section => section.Facts)).AreStorable().OverridePropertyName("Facts");
    }
}

internal sealed class DraftDocumentHandler(CaseCommandExecutor executor, IReplyTemplates templates)
    : CaseHandler<DraftDocument, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(DraftDocument command, CaseFile file, CancellationToken cancellation)
    {
        var allowed = StepTransitions.Draftable(file);
        var drafted = new List<(EffectiveTemplate Text, ItemOutcome Outcome, JsonObject Facts)>();
        foreach (var section in command.Sections)
        {
            if (Choose(file, section, allowed.Except(drafted.Select(other => other.Outcome))) is not { Refusals.Count: 0 } choice)
            {
                return Result<Guid>.Refused(Choose(file, section, allowed).Refusals is { Count: > 0 } refusals
                    ? refusals
                    : [new Refusal("sections.twice") { Field = nameof(command.Sections) }]);
            }

            drafted.Add((choice.Value.Text, choice.Value.Outcome, section.Facts));
        }

        var principal = drafted[command.Principal];
        if (WhyNot(file, principal.Text, [.. drafted.Select(section => section.Outcome)]) is { } refusal)
        {
            return refusal;
        }

        var id = Executor.Ids.Next();
        var sections = drafted.Select(section => Keep(file, section.Text, section.Outcome, section.Facts)).ToList();

        if (ReviewersAndDrafters.WhyNotDraft(file, sections.Select(section => (section.Template, section.Items)), [], Now.Actor.Id)
            is { } reviewed)
        {
            return reviewed with { Field = nameof(command.Sections) };
        }

        // In the order of the application, as the letter speaks of them.
        var first = file.Items.Select(item => item.Id).ToList();
        var kept = sections[command.Principal];
        sections = [.. sections.OrderBy(section => first.IndexOf(section.Items[0]))];
        var text = principal.Text;
        file.Record(new DocumentDrafted(
            id,
            text.Template.Code,
            kept.Variant,
            text.Template.Version,
            text.Effect,
            text.Template.Series,
            ReportRow.Of([.. sections.Select(section => section.Row)], text.Row),
            text.Template.NeedsApproval,
            kept.Items,
            kept.Facts,
            FactReader.Terms(principal.Facts),
            FactReader.Asks(text),
            Now.Actor.Id,
            sections.Count > 1 ? sections : null,
            sections.IndexOf(kept)));
        return await Task.FromResult<Result<Guid>>(id);
    }

    private Result<(EffectiveTemplate Text, ItemOutcome Outcome)> Choose(
        CaseFile file, DraftedSection section, IEnumerable<ItemOutcome> allowed)
    {
        if (templates.Find(section.Template) is not { } template)
        {
            return new Refusal("template.unknown", section.Template) { Field = nameof(section.Template) };
        }

        var outcomes = allowed.Where(outcome => outcome.Template == template.Code).ToList();
        if (outcomes.Count == 0)
        {
            return new Refusal("template.notNow", template.Title, file.Stage) { Field = nameof(section.Template) };
        }

        // An outcome whose variant was settled goes before one that leaves it open.
        var variant = string.IsNullOrEmpty(section.Variant) ? outcomes[0].Variant : section.Variant;
        return outcomes.OrderBy(outcome => outcome.Variant is null)
            .FirstOrDefault(outcome => outcome.Variant is null || outcome.Variant == variant) is { } fitting
            && template.HasVariant(variant)
            ? (template.For(variant), fitting)
            : new Refusal("template.unknownVariant", variant) { Field = nameof(section.Variant) };
    }

    private static Refusal? WhyNot(CaseFile file, EffectiveTemplate principal, List<ItemOutcome> outcomes)
    {
        if (principal.Effect is ServiceEffect.Answers)
        {
            // One letter for all: what it leaves out would never be answered.
            var answering = StepTransitions.Answering(file);
            if (outcomes.Count != answering.Count || outcomes.Except(answering).Any())
            {
                return new Refusal("sections.notAll", answering.Count) { Field = nameof(DraftDocument.Sections) };
            }
        }
        else if (outcomes.Count > 1)
        {
            return new Refusal("sections.notAnAnswer", principal.Template.Title) { Field = nameof(DraftDocument.Sections) };
        }

        // What may be served once is drafted once at a time, so that no number is taken in vain.
        if (!file.Documents.Any(document => document.IsUnderWay && document.Effect == principal.Effect))
        {
            return null;
        }

        return principal.Effect switch
        {
            ServiceEffect.Answers or ServiceEffect.Closes => new Refusal("document.alreadyDrafted"),
            ServiceEffect.AwaitsCorrection or ServiceEffect.AwaitsExplanation or ServiceEffect.AwaitsPayment
                or ServiceEffect.Extends or ServiceEffect.Delays => new Refusal("document.sameUnderWay", principal.Template.Title),
            _ => null,
        };
    }

    private SectionDrafted Keep(CaseFile file, EffectiveTemplate text, ItemOutcome outcome, JsonObject facts) => new(
        text.Template.Code,
        text.Variant?.Code,
        text.Template.Version,
        text.Row,
        text.Effect is ServiceEffect.Answers or ServiceEffect.Closes ? ItemsOf(file, outcome) : [.. file.Items.Select(item => item.Id)],
        Texts.Keep(file.Id, WithheldPart.WithWordings(templates, facts).ToJsonString()));

    // After a withdrawal the closing notice is about every item, whatever its outcome was to be.
    private static List<Guid> ItemsOf(CaseFile file, ItemOutcome outcome) =>
        [.. file.Items.Where(item => item.AnsweredBy is null && (item.Outcome == outcome || file.WithdrawnOn is not null))
            .Select(item => item.Id)];
}
