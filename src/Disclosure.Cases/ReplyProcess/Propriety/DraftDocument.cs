using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>Drafts a document. The facts may still be incomplete; the legal check comes with submission.</summary>
/// <param name="Template">The template's code.</param>
/// <param name="Variant">The variant; null for the outcome's or the template's first.</param>
/// <param name="Facts">The facts, by the template's keys.</param>
/// <param name="Items">The items that it answers; empty for all whose outcome it is.</param>
public sealed record DraftDocument(Guid CaseId, int Version, string Template, string? Variant, JsonObject Facts, IReadOnlyList<Guid>? Items = null)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.Draft);

/// <summary>The rules for <see cref="DraftDocument"/>.</summary>
public sealed class DraftDocumentRules : AbstractValidator<DraftDocument>
{
    /// <summary>The rules.</summary>
    public DraftDocumentRules() => RuleFor(command => command.Facts).AreStorable();
}

internal sealed class DraftDocumentHandler(CaseDesk desk, IReplyTemplates templates) : CaseHandler<DraftDocument, Guid>(desk)
{
    protected override async Task<Result<Guid>> Act(DraftDocument command, CaseFile file)
    {
        if (templates.Find(command.Template) is not { } template)
        {
            return new Refusal("template.unknown", command.Template) { Field = nameof(command.Template) };
        }

        var allowed = StepTransitions.Draftable(file).Where(outcome => outcome.Template == template.Code).ToList();
        if (allowed.Count == 0)
        {
            return new Refusal("template.notNow", template.Title, file.Stage) { Field = nameof(command.Template) };
        }

        var variant = string.IsNullOrEmpty(command.Variant) ? allowed[0].Variant : command.Variant;
        if (!template.HasVariant(variant) || !allowed.Exists(outcome => outcome.Variant is null || outcome.Variant == variant))
        {
            return new Refusal("template.unknownVariant", variant) { Field = nameof(command.Variant) };
        }

        var effective = template.For(variant);
        var answers = effective.Effect is ServiceEffect.Answers or ServiceEffect.Closes;
        var items = answers ? ItemsOf(file, template.Code, command.Items) : [.. file.Items.Select(item => item.Id)];
        if (items.Count == 0)
        {
            return new Refusal("items.notAtThisStep") { Field = nameof(command.Items) };
        }

        if (answers && file.Documents.Any(document => document is { IsUnderWay: true, Effect: ServiceEffect.Answers or ServiceEffect.Closes } && document.Items.Intersect(items).Any()))
        {
            return new Refusal("document.alreadyDrafted");
        }

        // What may be served once is drafted once at a time, so that no number is taken in vain.
        if (effective.Effect is ServiceEffect.AwaitsCorrection or ServiceEffect.AwaitsExplanation or ServiceEffect.AwaitsPayment or ServiceEffect.Extends or ServiceEffect.Delays
            && file.Documents.Any(document => document.IsUnderWay && document.Effect == effective.Effect))
        {
            return new Refusal("document.sameUnderWay", template.Title);
        }

        var id = Desk.Ids.Next();
        file.Record(new DocumentDrafted(
            id,
            template.Code,
            effective.Variant?.Code,
            template.Version,
            effective.Effect,
            template.Series,
            effective.Row,
            template.NeedsApproval,
            items,
            Texts.Keep(file.Id, command.Facts.ToJsonString()),
            FactReading.Terms(command.Facts),
            FactReading.Asks(effective),
            Now.Actor.Id));
        return await Task.FromResult<Result<Guid>>(id);
    }

    private static List<Guid> ItemsOf(CaseFile file, string template, IReadOnlyList<Guid>? chosen) =>
        [.. file.Items
            .Where(item => item.AnsweredBy is null && (item.Outcome?.Template == template || file.WithdrawnOn is not null))
            .Where(item => chosen is not { Count: > 0 } || chosen.Contains(item.Id))
            .Select(item => item.Id)];
}
