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
/// Word 定稿: takes the draft as it was finished in Word or WPS; from then on its facts are locked and the upload is what
/// is judged, reviewed and issued.
/// </summary>
/// <param name="DocumentId">The draft.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes, at most 20 MB.</param>
public sealed record FinishInWord(Guid CaseId, int Version, Guid DocumentId, string Name, byte[] Content)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.Submit);

/// <summary>放弃 Word 定稿: goes back to the text that the template and the facts make; the upload stays on record.</summary>
/// <param name="DocumentId">The draft.</param>
public sealed record DiscardFinished(Guid CaseId, int Version, Guid DocumentId) : CaseCommand<Unit>(CaseId, Version, CaseAction.Submit);

internal sealed class FinishInWordRules : AbstractValidator<FinishInWord>
{
    public FinishInWordRules()
    {
        RuleFor(command => command.Content).Must(content => content.Length > 0).Refuse("file.empty");
        RuleFor(command => command.Name).IsLine(200);
    }
}

internal sealed class FinishInWordHandler(
    CaseCommandExecutor executor, CaseLetters letters, ILetters renderer, IReplyTemplates templates, ICaseContents contents)
    : CaseHandler<FinishInWord, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(FinishInWord command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Drafted } document)
        {
            return new Refusal("document.notADraft");
        }

        if (ReviewersAndDrafters.WhyNotDraft(file, document, Now.Actor.Id) is { } reviewed)
        {
            return reviewed with { Field = nameof(command.DocumentId) };
        }

        // The upload is held against the generated letter, and its facts cannot be filled in any more.
        if (renderer.Check(await letters.Compose(file, document, Now.Today, cancellation)) is { Count: > 0 })
        {
            return new Refusal("document.factsIncomplete");
        }

        var bearsDate = templates.Find(document.Template) is { IsForm: false };
        if (renderer.CheckUpload(command.Content, document.Series is not null && bearsDate, bearsDate) is { Count: > 0 } refusals)
        {
            return Result<Guid>.Refused([.. refusals.Select(refusal => refusal with { Field = nameof(command.Content) })]);
        }

        var (fileId, sha256) = await contents.Keep(file.Id, command.Name, IssuedLetters.Docx, command.Content, cancellation);
        file.Record(new DocumentFinishedInWord(document.Id, fileId, sha256, Now.Actor.Id));
        return fileId;
    }
}

internal sealed class DiscardFinishedHandler(CaseCommandExecutor executor) : CaseHandler<DiscardFinished, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(DiscardFinished command, CaseFile file, CancellationToken cancellation) =>
        file.FindDocument(command.DocumentId) switch
        {
            { Status: DocumentStatus.Drafted, Finished: not null } document =>
                ReviewersAndDrafters.WhyNotDraft(file, document, Now.Actor.Id) is { } reviewed
                    ? Refused(reviewed.Code, nameof(command.DocumentId))
                    : Recorded(file, new FinishedInWordDiscarded(document.Id, Now.Actor.Id)),
            { Status: DocumentStatus.Drafted } => Refused("document.notFinishedInWord"),
            _ => Refused("document.notADraft"),
        };
}
