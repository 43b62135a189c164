namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// What a letter reports has happened: not tomorrow, and not before the application was there. 08 over an objection and 14 say
/// when the third party was asked (art. 32).
/// </summary>
internal sealed class ReportedDaysRule : ILegalRule<JudgedPart>
{
    private static readonly string[] Reported =
    [
        "classifiedOn", "earlierRepliedOn", "consultedOn", "sentOn", "objectedOn", "noticeServedOn", "feeNoticeDeliveredOn",
        "consultationDeliveredOn", "explanationRequestedOn", "explanationReceivedOn", "withdrawnOn", "deliveredOn",
        "draftedOn", "reviewedOn", "approvedOn",
    ];

    private static readonly string[] MayPrecedeTheCase = ["classifiedOn", "earlierRepliedOn"];

    public string Name => "Days reported";

    public IReadOnlyList<string> Articles => ["第三十二条", "《行政诉讼法》第七十条"];

    public string Judges => "A day that the letter reports has come and lies within the case; a third party was asked on the day named.";

    public IEnumerable<Refusal> Check(JudgedPart part) => [.. OfReportedDays(part), .. OfConsultedDay(part)];

    private static IEnumerable<Refusal> OfReportedDays(JudgedPart part)
    {
        foreach (var field in Reported)
        {
            if (part.Date(field) is not { } day)
            {
                continue;
            }

            if (day > part.Now.Today)
            {
                yield return new Refusal("check.dateInFuture", part.Now.Today) { Field = field };
            }
            else if (day < part.File.ArrivedOn && !MayPrecedeTheCase.Contains(field))
            {
                yield return new Refusal("check.dateTooEarly", part.File.ArrivedOn) { Field = field };
            }
        }
    }

    private static IEnumerable<Refusal> OfConsultedDay(JudgedPart part)
    {
        if (part.Date("consultedOn") is not { } written)
        {
            yield break;
        }

        var asked = part.ThirdPartyLetters;
        if (asked.Count == 0)
        {
            yield return new Refusal("check.noConsultationOnFile") { Field = "consultedOn" };
        }
        else if (!asked.Any(letter =>
            letter.DecidedOn == written || letter.DeliveredOn == written || letter.Attempts.Any(attempt => attempt.ServedOn == written)))
        {
            yield return new Refusal("check.dateDiffers", asked[^1].ServedOn ?? asked[^1].Attempts[0].ServedOn) { Field = "consultedOn" };
        }
    }
}
