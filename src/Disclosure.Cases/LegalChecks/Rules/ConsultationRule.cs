using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Article 32: before information is refused for a third party's rights, the third party was asked, and answered or let the
/// limit pass, or the reason why not is recorded; over an objection only where somebody objected. Article 33 ¶3: the
/// applicant is told of a consultation that there was.
/// </summary>
internal sealed class ConsultationRule : ILegalRule<JudgedPart>
{
    public string Name => "Consultation held";

    public IReadOnlyList<string> Articles => ["第三十二条", "第三十三条第三款"];

    public string Judges =>
        "The third party was asked and answered or let the limit pass, or the reason why not is given; who is overruled did object.";

    public IReadOnlyList<FindingPlace> Places =>
    [
        new("check.thirdPartyStillAsked", "thirdPartyAnswer"),
        new("check.nobodyObjected", "objection"),
        new("check.nobodyConsulted", "sentOn", "consulted"),
    ];

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var letters = part.ThirdPartyLetters;
        if (part.Template == TemplateCodes.RefusedThirdPartyRights)
        {
            if (letters.Count == 0 && string.IsNullOrWhiteSpace(part.Text("notConsultedReason")))
            {
                yield return new Refusal("check.thirdPartyNotConsulted") { Field = "notConsultedReason" };
            }
            else if (OpenLimit(part) is { } limit && part.Now.Today <= limit)
            {
                yield return new Refusal("check.thirdPartyStillAsked", limit);
            }
        }

        if (part is { Template: TemplateCodes.Disclosed, Variant: VariantCodes.OverObjection }
            or { Template: TemplateCodes.ThirdPartyDisclosureNotice }
            && !letters.Any(letter => letter.Opinion?.Opinion is Opinion.Disagrees or Opinion.AgreesInPart or Opinion.Other))
        {
            yield return new Refusal("check.nobodyObjected");
        }

        if (part.Template == TemplateCodes.ConsultationNotice && part.Consultations.Count == 0)
        {
            yield return new Refusal("check.nobodyConsulted");
        }
    }

    private static DateOnly? OpenLimit(JudgedPart part)
    {
        var open = part.File.OpenConsultations
            .Where(letter => letter.ConsultationKind == ConsultationKind.ThirdParty).Select(letter => letter.Id.ToString()).ToHashSet();
        return part.File.Timeline is { } timeline && open.Count > 0
            ? StatutoryClock.Reckon(timeline, part.Now.Calendar, withLedger: false).Deadlines
                .Where(deadline => deadline.Id is { } id && open.Contains(id)).Max(deadline => deadline.DueOn)
            : null;
    }
}
