namespace Disclosure.Cases.ReplyProcess.Completeness;

/// <summary>Article 30: one notice a case; deemed abandoned when not corrected by the date that it sets.</summary>
internal static class CompletenessRules
{
    public static readonly Guard OneNotice = Guards.Holds(file => file.CorrectionNotice is null, "completeness.secondNotice");

    public static readonly Guard WasCorrected = Guards.Holds(file => file.CorrectedOn is not null, "completeness.notCorrected");

    public static readonly Guard DateHasPassed = new("correctionDateHasPassed", (file, moment) =>
        file.CorrectionNotice?.Terms.RespondBy is { } date && moment.Today <= date
            ? new Refusal("completeness.dateNotPassed", date)
            : null);
}
