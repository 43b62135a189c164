namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>The draft was finished in Word: this file is the letter now.</summary>
/// <param name="DrafterId">Who uploaded it; they may not approve it.</param>
[StoredName("DocumentFinishedInWord")]
public sealed record DocumentFinishedInWord(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("FileId")] Guid FileId,
    [StoredName("Sha256")] string Sha256,
    [StoredName("DrafterId")] Guid DrafterId) : CaseEvent;

/// <summary>What was finished in Word was given up: the letter is made from its facts again.</summary>
/// <param name="DrafterId">Who gave it up.</param>
[StoredName("FinishedInWordDiscarded")]
public sealed record FinishedInWordDiscarded(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("DrafterId")] Guid DrafterId) : CaseEvent;
