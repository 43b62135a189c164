using FluentValidation;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>A scan of the signed and stamped letter was put beside the frozen one.</summary>
public sealed record SignedCopyAttached(Guid DocumentId, Guid FileId, string Sha256) : CaseEvent;
