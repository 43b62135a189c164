using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>05 and 06 speak of consultation letters of this very case (art. 33 ¶3, 32).</summary>
internal sealed class ConsultationLetterRule : ILegalRule<JudgedPart>
{
    public string Name => "Consultation letter referred to";

    public IReadOnlyList<string> Articles => ["第三十二条", "第三十三条第三款"];

    public string Judges =>
        "05 and 06 name a consultation letter of the case, its number, and its days of sending, delivery and objection.";

    public IEnumerable<Refusal> Check(JudgedPart part) => (part.Template, part.Consultations.Count) switch
    {
        (_, 0) => [],
        (TemplateCodes.ConsultationNotice, _) => ToApplicant(part),
        (TemplateCodes.ThirdPartyDisclosureNotice, _) => ToThirdParty(part),
        _ => [],
    };

    private static IEnumerable<Refusal> ToApplicant(JudgedPart part)
    {
        var letters = part.Consultations;
        if (part.Date("sentOn") is { } sentOn && !letters.Any(letter => letter.ServedOn == sentOn || letter.Attempts[0].ServedOn == sentOn))
        {
            yield return new Refusal("check.dateDiffers", letters[^1].Attempts[0].ServedOn) { Field = "sentOn" };
        }
    }

    private static IEnumerable<Refusal> ToThirdParty(JudgedPart part)
    {
        if (part.Consultations.FirstOrDefault(letter => letter.Number == part.Text("consultationNumber")?.Trim()) is not { } asked)
        {
            yield return new Refusal("check.numberNotInCase", part.Text("consultationNumber")) { Field = "consultationNumber" };
            yield break;
        }

        if (asked.DeliveredOn is { } deliveredOn && part.Date("consultationDeliveredOn") is { } delivered && delivered != deliveredOn)
        {
            yield return new Refusal("check.dateDiffers", deliveredOn) { Field = "consultationDeliveredOn" };
        }

        if (asked.Opinion is { } opinion && part.Date("objectedOn") is { } objected && objected != opinion.On)
        {
            yield return new Refusal("check.dateDiffers", opinion.On) { Field = "objectedOn" };
        }
    }
}
