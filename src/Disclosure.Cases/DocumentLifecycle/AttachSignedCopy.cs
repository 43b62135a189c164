using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>Puts the scan of the signed and stamped letter beside the frozen one; several may be there, none is ever taken away.</summary>
/// <param name="DocumentId">The document, approved or served.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Content">A PDF, JPEG or PNG of at most 20 MB.</param>
public sealed record AttachSignedCopy(Guid CaseId, int Version, Guid DocumentId, string Name, byte[] Content)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.Attach);

internal sealed class AttachSignedCopyRules : AbstractValidator<AttachSignedCopy>
{
    private const int LargestScan = 20;

    public AttachSignedCopyRules()
    {
        RuleFor(command => command.Name).IsLine(200);
        RuleFor(command => command.Content).Cascade(CascadeMode.Stop).Must(content => content.Length > 0).Refuse("file.empty")
            .Must(content => content.Length <= LargestScan * 1024 * 1024).Refuse("file.tooLarge", LargestScan)
            .Must(content => ScanFormat.Of(content) is not null).Refuse("file.notAScan");
    }
}

internal sealed class AttachSignedCopyHandler(CaseCommandExecutor executor, ICaseContents contents)
    : CaseHandler<AttachSignedCopy, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(AttachSignedCopy command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Approved or DocumentStatus.Served } document)
        {
            return new Refusal("document.notIssued");
        }

        var (fileId, sha256) = await contents.Keep(file.Id, command.Name, ScanFormat.Of(command.Content)!, command.Content, cancellation);
        file.Record(new SignedCopyAttached(document.Id, fileId, sha256));
        return fileId;
    }
}
