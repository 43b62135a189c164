using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>退回修改: gives a submitted document back to its drafter, with reasons.</summary>
/// <param name="Reason">What has to be changed.</param>
public sealed record ReturnDocument(Guid CaseId, int Version, Guid DocumentId, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Return)
{
    /// <summary>The passages that the reasons are about, in the order of the letter.</summary>
    public IReadOnlyList<PassageMark> Marks { get; init; } = [];
}

internal sealed class ReturnDocumentRules : AbstractValidator<ReturnDocument>
{
    private const int MostMarks = 100;

    public ReturnDocumentRules()
    {
        RuleFor(command => command.Reason).IsText(2000);
        RuleFor(command => command.Marks).Must(marks => marks.Count <= MostMarks).Refuse("document.tooManyMarks", MostMarks);
        RuleForEach(command => command.Marks).SetValidator(new PassageMarkRules());
    }
}

internal sealed class ReturnDocumentHandler(CaseCommandExecutor executor) : CaseHandler<ReturnDocument, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReturnDocument command, CaseFile file, CancellationToken cancellation) =>
        file.FindDocument(command.DocumentId) is { Status: DocumentStatus.Submitted } document
            ? Recorded(file, new DocumentReturned(
                document.Id, Texts.Keep(file.Id, command.Reason), Texts.KeepOptional(file.Id, PassageMark.Write(command.Marks))))
            : Refused("document.notSubmitted");
}
