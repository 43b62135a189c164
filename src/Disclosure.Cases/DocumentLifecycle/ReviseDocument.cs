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

/// <summary>Changes the facts of a draft.</summary>
/// <param name="DocumentId">The draft.</param>
/// <param name="Facts">Of each section all facts, old and new, in the order of the draft's sections.</param>
/// <param name="Principal">Which section is the principal one, from 0.</param>
public sealed record ReviseDocument(Guid CaseId, int Version, Guid DocumentId, IReadOnlyList<JsonObject> Facts, int Principal = 0)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Submit);

internal sealed class ReviseDocumentRules : AbstractValidator<ReviseDocument>
{
    public ReviseDocumentRules() => RuleForEach(command => command.Facts).AreStorable();
}

internal sealed class ReviseDocumentHandler(CaseCommandExecutor executor, IReplyTemplates templates)
    : CaseHandler<ReviseDocument, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReviseDocument command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Drafted } document)
        {
            return Refused("document.notADraft");
        }

        if (document.Finished is not null)
        {
            return Refused("document.finishedInWord");
        }

        if (ReviewersAndDrafters.WhyNotDraft(file, document, Now.Actor.Id) is { } reviewed)
        {
            return Refused(reviewed.Code, nameof(command.DocumentId));
        }

        if (command.Facts.Count != document.Sections.Count || command.Principal < 0 || command.Principal >= document.Sections.Count)
        {
            return Refused("sections.notAll", nameof(command.Facts), document.Sections.Count);
        }

        var facts = command.Facts
            .Select(section => Texts.Keep(file.Id, WithheldPart.WithWordings(templates, section).ToJsonString())).ToList();
        return Recorded(file, new DocumentRevised(
            document.Id,
            facts[command.Principal],
            FactReader.Terms(command.Facts[command.Principal]),
            ReportRow.Of([.. document.Sections.Select(section => section.Row)], document.Sections[command.Principal].Row),
            Now.Actor.Id,
            facts.Count > 1 ? facts : null,
            command.Principal));
    }
}
