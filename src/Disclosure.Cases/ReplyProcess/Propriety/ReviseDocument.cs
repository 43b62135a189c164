using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>Changes the facts of a draft.</summary>
/// <param name="DocumentId">The draft.</param>
/// <param name="Facts">All facts, old and new.</param>
public sealed record ReviseDocument(Guid CaseId, int Version, Guid DocumentId, JsonObject Facts) : CaseCommand<Done>(CaseId, Version, CaseAction.Submit);

/// <summary>The rules for <see cref="ReviseDocument"/>.</summary>
public sealed class ReviseDocumentRules : AbstractValidator<ReviseDocument>
{
    /// <summary>The rules.</summary>
    public ReviseDocumentRules() => RuleFor(command => command.Facts).AreStorable();
}

internal sealed class ReviseDocumentHandler(CaseDesk desk) : CaseHandler<ReviseDocument, Done>(desk)
{
    protected override Task<Result<Done>> Act(ReviseDocument command, CaseFile file) => file.FindDocument(command.DocumentId) switch
    {
        { Status: DocumentStatus.Drafted, Finished: not null } => Refused("document.finishedInWord"),
        { Status: DocumentStatus.Drafted } document => Recorded(file, new DocumentRevised(
            document.Id,
            Texts.Keep(file.Id, command.Facts.ToJsonString()),
            FactReading.Terms(command.Facts),
            document.Row,
            Now.Actor.Id)),
        _ => Refused("document.notADraft"),
    };
}
