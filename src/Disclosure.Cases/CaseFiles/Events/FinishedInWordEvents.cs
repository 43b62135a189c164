using FluentValidation;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>The draft was finished in Word: this file is the letter now.</summary>
/// <param name="DrafterId">Who uploaded it; they may not approve it.</param>
public sealed record DocumentFinishedInWord(Guid DocumentId, Guid FileId, string Sha256, Guid DrafterId) : CaseEvent;

/// <summary>What was finished in Word was given up: the letter is made from its facts again.</summary>
/// <param name="DrafterId">Who gave it up.</param>
public sealed record FinishedInWordDiscarded(Guid DocumentId, Guid DrafterId) : CaseEvent;
