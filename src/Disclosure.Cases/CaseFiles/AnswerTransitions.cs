using Disclosure.Cases.ReplyTemplates;
using static Disclosure.Cases.CaseFiles.StepAnswer;

namespace Disclosure.Cases.CaseFiles;

/// <summary>An answer to one of the five questions and what it leads to.</summary>
/// <param name="Step">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="NextStep">The question that follows; null when the same stays open until a letter was served.</param>
/// <param name="Opens">The text that the answer allows, or null.</param>
/// <param name="Variant">The text's variant, where the answer settles it.</param>
/// <param name="Settles">Whether the text is the outcome of the item (a reply or a closing notice).</param>
public sealed record AnswerTransition(
    ReplyStep Step, StepAnswer Answer, ReplyStep? NextStep, string? Opens = null, string? Variant = null, bool Settles = false);

/// <summary>The answers to the five questions and what each leads to.</summary>
public static class AnswerTransitions
{
    /// <summary>All of them. An answer that settles an item skips the later questions.</summary>
    public static IReadOnlyList<AnswerTransition> All { get; } =
    [
        new(ReplyStep.Completeness, Complete, ReplyStep.Competence),
        new(ReplyStep.Completeness, CorrectionNeeded, null, TemplateCodes.CorrectionNotice),
        new(ReplyStep.Completeness, StillUnclear, ReplyStep.Propriety, TemplateCodes.StillUnclear, Settles: true),
        new(ReplyStep.Completeness, CorrectionLapsed, ReplyStep.Propriety, TemplateCodes.ClosingNotice, "not-corrected", Settles: true),

        new(ReplyStep.Competence, Ours, ReplyStep.Existence),
        new(ReplyStep.Competence, NotThisAgency, ReplyStep.Propriety, TemplateCodes.NotThisAgency, Settles: true),
        new(ReplyStep.Competence, SpecialAccess, ReplyStep.Propriety, TemplateCodes.SpecialAccessRegime, Settles: true),
        new(ReplyStep.Competence, NotAnApplication, ReplyStep.Propriety, TemplateCodes.NotAnApplication, Settles: true),
        new(ReplyStep.Competence, RepeatRequest, ReplyStep.Propriety, TemplateCodes.RepeatRequest, Settles: true),
        new(ReplyStep.Competence, PublicPublication, ReplyStep.Propriety, TemplateCodes.PublicPublication, Settles: true),
        new(ReplyStep.Competence, ExplanationNeeded, null, TemplateCodes.ExplanationNotice),
        new(ReplyStep.Competence, ExplanationSound, ReplyStep.Existence),
        new(ReplyStep.Competence, ExplanationUnsound, ReplyStep.Propriety, TemplateCodes.ExcessiveRequests, Settles: true),

        new(ReplyStep.Existence, Held, ReplyStep.Disclosure),
        new(ReplyStep.Existence, AlreadyPublic, ReplyStep.Propriety, TemplateCodes.AlreadyPublic, Settles: true),
        new(ReplyStep.Existence, NotExisting, ReplyStep.Propriety, TemplateCodes.NotExisting, Settles: true),
        new(ReplyStep.Existence, NeedsCreation, ReplyStep.Propriety, TemplateCodes.NeedsCreation, Settles: true),

        new(ReplyStep.Disclosure, Disclosed, ReplyStep.Propriety, TemplateCodes.Disclosed, Settles: true),
        new(ReplyStep.Disclosure, PartlyDisclosed, ReplyStep.Propriety, TemplateCodes.PartlyDisclosed, Settles: true),
        new(ReplyStep.Disclosure, StateSecret, ReplyStep.Propriety, TemplateCodes.RefusedStateSecret, Settles: true),
        new(ReplyStep.Disclosure, ProhibitedByLaw, ReplyStep.Propriety, TemplateCodes.RefusedProhibitedByLaw, Settles: true),
        new(ReplyStep.Disclosure, SecurityAndStability, ReplyStep.Propriety, TemplateCodes.RefusedSecurityAndStability, Settles: true),
        new(ReplyStep.Disclosure, ThirdPartyRights, ReplyStep.Propriety, TemplateCodes.RefusedThirdPartyRights, Settles: true),
        new(ReplyStep.Disclosure, InternalAffairs, ReplyStep.Propriety, TemplateCodes.RefusedInternalAffairs, Settles: true),
        new(ReplyStep.Disclosure, DeliberativeProcess, ReplyStep.Propriety, TemplateCodes.RefusedDeliberativeProcess, Settles: true),
        new(ReplyStep.Disclosure, EnforcementFile, ReplyStep.Propriety, TemplateCodes.RefusedEnforcementFile, Settles: true),

        new(ReplyStep.Propriety, PaymentLapsed, ReplyStep.Propriety, TemplateCodes.ClosingNotice, VariantCodes.FeeUnpaid, Settles: true),
    ];

    private static readonly Dictionary<StepAnswer, AnswerTransition> ByAnswer = All.ToDictionary(answer => answer.Answer);

    /// <summary>The question to which an answer belongs, and what it leads to.</summary>
    public static AnswerTransition Of(StepAnswer answer) => ByAnswer[answer];
}
