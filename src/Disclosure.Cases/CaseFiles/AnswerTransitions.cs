using Disclosure.Cases.Kernel;
using static Disclosure.Cases.CaseFiles.StepAnswer;

namespace Disclosure.Cases.CaseFiles;

/// <summary>An answer to one of the five questions and what it leads to.</summary>
/// <param name="Step">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="NextStep">The question that follows; null when the same stays open until a letter was served.</param>
/// <param name="Opens">The text that the answer allows, or null.</param>
/// <param name="Variant">The text's variant, where the answer settles it.</param>
/// <param name="Settles">Whether the text is the outcome of the item (a reply or a closing notice).</param>
public sealed record AnswerTransition(ReplyStep Step, StepAnswer Answer, ReplyStep? NextStep, string? Opens = null, string? Variant = null, bool Settles = false);

/// <summary>The answers to the five questions and what each leads to.</summary>
public static class AnswerTransitions
{
    /// <summary>All of them. An answer that settles an item skips the later questions.</summary>
    public static IReadOnlyList<AnswerTransition> All { get; } =
    [
        new(ReplyStep.Completeness, Complete, ReplyStep.Competence),
        new(ReplyStep.Completeness, CorrectionNeeded, null, "correction-notice"),
        new(ReplyStep.Completeness, StillUnclear, ReplyStep.Propriety, "still-unclear", Settles: true),
        new(ReplyStep.Completeness, CorrectionLapsed, ReplyStep.Propriety, "closing-notice", "not-corrected", Settles: true),

        new(ReplyStep.Competence, Ours, ReplyStep.Existence),
        new(ReplyStep.Competence, NotThisAgency, ReplyStep.Propriety, "not-this-agency", Settles: true),
        new(ReplyStep.Competence, SpecialAccess, ReplyStep.Propriety, "special-access-regime", Settles: true),
        new(ReplyStep.Competence, NotAnApplication, ReplyStep.Propriety, "not-an-application", Settles: true),
        new(ReplyStep.Competence, RepeatRequest, ReplyStep.Propriety, "repeat-request", Settles: true),
        new(ReplyStep.Competence, PublicPublication, ReplyStep.Propriety, "public-publication", Settles: true),
        new(ReplyStep.Competence, ExplanationNeeded, null, "explanation-notice"),
        new(ReplyStep.Competence, ExplanationSound, ReplyStep.Existence),
        new(ReplyStep.Competence, ExplanationUnsound, ReplyStep.Propriety, "excessive-requests", Settles: true),

        new(ReplyStep.Existence, Held, ReplyStep.Disclosure),
        new(ReplyStep.Existence, AlreadyPublic, ReplyStep.Propriety, "already-public", Settles: true),
        new(ReplyStep.Existence, NotExisting, ReplyStep.Propriety, "not-existing", Settles: true),
        new(ReplyStep.Existence, NeedsCreation, ReplyStep.Propriety, "needs-creation", Settles: true),

        new(ReplyStep.Disclosure, Disclosed, ReplyStep.Propriety, "disclosed", Settles: true),
        new(ReplyStep.Disclosure, PartlyDisclosed, ReplyStep.Propriety, "partly-disclosed", Settles: true),
        new(ReplyStep.Disclosure, StateSecret, ReplyStep.Propriety, "refused-state-secret", Settles: true),
        new(ReplyStep.Disclosure, ProhibitedByLaw, ReplyStep.Propriety, "refused-prohibited-by-law", Settles: true),
        new(ReplyStep.Disclosure, SecurityAndStability, ReplyStep.Propriety, "refused-security-and-stability", Settles: true),
        new(ReplyStep.Disclosure, ThirdPartyRights, ReplyStep.Propriety, "refused-third-party-rights", Settles: true),
        new(ReplyStep.Disclosure, InternalAffairs, ReplyStep.Propriety, "refused-internal-affairs", Settles: true),
        new(ReplyStep.Disclosure, DeliberativeProcess, ReplyStep.Propriety, "refused-deliberative-process", Settles: true),
        new(ReplyStep.Disclosure, EnforcementFile, ReplyStep.Propriety, "refused-enforcement-file", Settles: true),

        new(ReplyStep.Propriety, PaymentLapsed, ReplyStep.Propriety, "closing-notice", "fee-unpaid", Settles: true),
    ];

    private static readonly Dictionary<StepAnswer, AnswerTransition> ByAnswer = All.ToDictionary(answer => answer.Answer);

    /// <summary>The question to which an answer belongs, and what it leads to.</summary>
    public static AnswerTransition Of(StepAnswer answer) => ByAnswer[answer];
}
