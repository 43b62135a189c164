namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>A scan of the signed and stamped letter was put beside the frozen one.</summary>
[StoredName("SignedCopyAttached")]
public sealed record SignedCopyAttached(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("FileId")] Guid FileId,
    [StoredName("Sha256")] string Sha256) : CaseEvent;
