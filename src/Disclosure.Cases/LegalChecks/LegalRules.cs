using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.LegalChecks;

/// <summary>The rules of the legal check.</summary>
public static class LegalRules
{
    /// <summary>Every <see cref="ILegalRule"/>, in the order in which findings are shown.</summary>
    public static IReadOnlyList<Type> InOrder { get; } =
    [
        // Of the document.
        typeof(PeriodRule), typeof(FittingTextRule),

        // Of each section: what the case has seen, what is written, whether it can be.
        typeof(ConsultationRule), typeof(DisclosureReviewRule), typeof(PrecedingStepRule), typeof(DatesOnFileRule),
        typeof(ExistingDatesRule), typeof(ConsultationLetterRule),
        typeof(NumberRule), typeof(ApplicantNameRule), typeof(FormerValueRule), typeof(ThirdPartyNameRule),
        typeof(ThirdPartyAnswerRule), typeof(AgencyNameRule),
        typeof(ProofOfServiceRule), typeof(ReviewFormRule), typeof(ReceiptRule),
        typeof(ReportedDaysRule), typeof(WrittenDaysRule), typeof(SearchOnRecordRule), typeof(BasisRule),
        typeof(SetDatesRule), typeof(CountedPeriodRule), typeof(ReportedOutcomeRule), typeof(SecrecyPeriodRule), typeof(ViewingTimeRule),
        typeof(EarlierReplyRule), typeof(FeeRule), typeof(OtherLawRule), typeof(ArchivesRule), typeof(SpecialLawRule),
        typeof(NamedInterestRule), typeof(ResponsibleAgencyRule), typeof(WayToObtainRule), typeof(GivenAndWithheldRule),
        typeof(OtherRemedyRule), typeof(ObjectionIntervalRule),

        // Of what was finished in Word.
        typeof(UploadTextRule), typeof(UploadRemedyRule), typeof(UploadAdditionsRule),
    ];
}
