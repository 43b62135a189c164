using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Article 32: before information is given, or refused for a third party's rights, the third party that was asked answered or let
/// the limit pass (art. 34: the co-author too); nobody is refused for such rights with neither a consultation nor a reason why not.
/// Over an objection is said where somebody objected, and only there. Article 33 ¶3: the applicant is told of a consultation that
/// there was.
/// </summary>
internal sealed class ConsultationRule : ILegalRule<JudgedPart>
{
    public string Name => "Consultation held";

    public IReadOnlyList<string> Articles => ["第三十二条", "第三十三条第三款", "第三十四条"];

    public string Judges =>
        "Whoever was asked (third party, co-author) answered or let the limit pass before anything is given; 14 asked, or says why not; "
        + "08 says that it overrules somebody where, and only where, somebody objected.";

    public bool IsAskedAtService => true;

    public IReadOnlyList<FindingPlace> Places =>
    [
        new("check.objectionUnsaid", "provision"),
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
        }

        if (OpenLimit(part) is { } open && part.Now.Today <= open.Limit)
        {
            yield return new Refusal(
                open.Kind == ConsultationKind.CoAuthor ? "check.coAuthorStillAsked" : "check.thirdPartyStillAsked", open.Limit);
        }

        if (part is { Template: TemplateCodes.Disclosed, Variant: not VariantCodes.OverObjection }
            && Objections.Overruled(part) is { Count: > 0 } overruled)
        {
            yield return new Refusal("check.objectionUnsaid", string.Join('、', overruled.Select(part.Around.RecipientOf)));
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

    // Art. 32, 34: whoever is asked before something is given, or withheld for their sake, has their days.
    private static (ConsultationKind Kind, DateOnly Limit)? OpenLimit(JudgedPart part)
    {
        bool MustWaitFor(ConsultationKind? kind) => kind switch
        {
            ConsultationKind.ThirdParty =>
                TemplateCodes.NeedReview(part.Template) || part.Template == TemplateCodes.RefusedThirdPartyRights,
            ConsultationKind.CoAuthor => TemplateCodes.NeedReview(part.Template),
            _ => false,
        };
        var open = part.File.OpenConsultations.Where(letter => MustWaitFor(letter.ConsultationKind))
            .ToDictionary(letter => letter.Id.ToString(), letter => letter.ConsultationKind!.Value);
        if (open.Count == 0 || part.File.Timeline is not { } timeline)
        {
            return null;
        }

        var last = StatutoryClock.Reckon(timeline, part.Now.Calendar, withLedger: false).Deadlines
            .Where(deadline => deadline.Id is { } id && open.ContainsKey(id)).MaxBy(deadline => deadline.DueOn);
        return last is { Id: { } id, DueOn: { } limit } ? (open[id], limit) : null;
    }
}
