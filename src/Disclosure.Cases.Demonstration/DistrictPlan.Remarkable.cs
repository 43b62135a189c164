using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Demonstration.Stories;

namespace Disclosure.Cases.Demonstration;

// What has to be there for everything to be seen: each text and variant, each turn that a case can take.
internal sealed partial class DistrictPlan
{
    private void EnterRemarkable()
    {
        var plots = new List<(string Slug, Func<Story, Task> Plot, Habits? Habits)>();
        foreach (var special in cast.Data.Specials)
        {
            plots.Add((special.Agencies[^1], story => story.Special(special), null));
        }

        plots.AddRange(
        [
            ("land", story => story.SeveralOutcomes(), null),
            ("housing", story => story.Split(), null),
            (
                "edu",
                story => story.CorrectedAndAnswered(),
                new Habits { GivesReceipt = true, FillsReviewForm = true, ProvesService = true }),
            ("binjiang", story => story.StillUnclear(), null),
            ("city", story => story.CorrectionLapsed(), null),
            ("police", story => story.CorrectionLapsed(), null),
            ("gov", story => story.ExplanationSoundAndDelayed(), null),
            ("gov", story => story.ExplanationUnsound(), null),
            ("land", story => story.NoExplanation(), null),
            ("housing", story => story.FeePaid(), null),
            ("land", story => story.FeeUnpaid(), null),
            ("market", story => story.ThirdPartyObjectsAndIsHeard(), null),
            ("eco", story => story.ThirdPartyIsOverruled(), null),
            ("health", story => story.ThirdPartyAgrees(), null),
            ("trade", story => story.ThirdPartyIsSilent(), null),
            ("industry", story => story.ConsultationComesBack(), null),
            ("finance", story => story.CoAuthorAnswers(), null),
            ("dev", story => story.CoAuthorIsSilent(), null),
            ("emergency", story => story.OtherAgencyAnswers(), null),
            ("longxi", story => story.Withdrawn(), null),
            ("culture", story => story.Withdrawn(), null),
            ("traffic", story => story.Extended(), null),
            ("water", story => story.Disclosed(), new Habits { ReturnsDraft = true }),
            ("farm", story => story.PartlyDisclosed(), new Habits { VoidsNumber = true }),
            ("civil", story => story.Disclosed(), new Habits { MailComesBack = true }),
            ("labour", story => story.NotExisting(), new Habits { WrongAddress = true }),
            ("justice", story => story.Reopened(), new Habits()),
            ("gov", story => story.Reopened(), new Habits { ArchivesAfter = null }),
            ("shiqiao", story => story.ReopenedByItself(), new Habits()),
            ("insurance", story => story.Disclosed(), new Habits { CorrectsDeliveryDate = true }),
            ("xishan", story => story.Voided(), new Habits()),
            ("assets", story => story.Voided(), new Habits { GivesReceipt = true }),
            ("housing", story => story.AskedTwice(confirmOnly: false), new Habits()),
            ("sport", story => story.AskedTwice(confirmOnly: true), new Habits()),
            ("gov", story => story.TakenUpAgain(), null),
            ("donghu", story => story.AskedBySeveral(), null),
            ("beiqiao", story => story.AskedThroughRepresentative(), null),
            ("veterans", story => story.AskedBy(ApplicantKind.NaturalPerson, Channel.Oral), null),
            ("statistics", story => story.AskedBy(ApplicantKind.ResearchInstitution, Channel.Email), null),
            ("audit", story => story.AskedBy(ApplicantKind.LegalServiceOrganisation, Channel.SignedPost), null),
            ("invest", story => story.AskedBy(ApplicantKind.CommercialEnterprise, Channel.Fax), null),
            ("data", story => story.AskedBy(ApplicantKind.PublicWelfareOrganisation, Channel.Internet), null),
            ("huayuan", story => story.AskedBy(ApplicantKind.Other, Channel.OrdinaryPost), null),
            ("service", story => story.AskedBy(ApplicantKind.NaturalPerson, Channel.InPerson), null),
        ]);

        // From the second half of 2021, when fees could be asked for and the laws quoted were in force; all of it over by now.
        var from = new DateOnly(2021, 7, 5);
        var days = today.AddDays(-210).DayNumber - from.DayNumber;
        for (var index = 0; index < plots.Count; index++)
        {
            // A stride that shares no factor with the number of plots scatters neighbours over the years.
            var place = index * 31 % plots.Count;
            Enter(plots[index].Slug, from.AddDays(days * place / plots.Count), plots[index].Plot, plots[index].Habits);
        }
    }
}
