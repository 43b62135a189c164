using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// 简单文书: which letters an approver may approve several of in one go. A letter is plain that decides nothing or gives all
/// that was asked for, has one outcome, was made by the program alone, was never given back and needs one approval. Every
/// other letter is read and approved by itself; the legal check holds for all alike.
/// </summary>
public static class PlainLetters
{
    private const string GivenInFull = "(一)";

    /// <summary>Why a letter has to be approved by itself; null where it is plain.</summary>
    /// <param name="document">The letter.</param>
    /// <param name="text">Its text in its variant.</param>
    /// <param name="links">How many approvals it needs.</param>
    /// <param name="approver">Who would approve it.</param>
    public static Refusal? WhyNot(CaseDocument document, EffectiveTemplate text, int links, Actor approver) => document switch
    {
        { Status: not DocumentStatus.Submitted } => new Refusal("document.notSubmitted"),
        _ when document.Drafters.Contains(approver.Id) => new Refusal("document.ownDraft"),
        _ when links > 1 => new Refusal("plain.severalLinks", links),
        { Sections.Count: > 1 } => new Refusal("plain.severalOutcomes"),
        { Finished: not null } => new Refusal("plain.finishedInWord"),
        { WasReturned: true } => new Refusal("plain.returned"),
        _ when !IsPlain(text) => new Refusal("plain.decides"),
        _ => null,
    };

    // What cannot be contested decides nothing; (一) counts what was given in full.
    private static bool IsPlain(EffectiveTemplate text) =>
        text.Remedy == Remedy.None || (text.Row == GivenInFull && text.Variant?.Code != VariantCodes.OverObjection);
}
