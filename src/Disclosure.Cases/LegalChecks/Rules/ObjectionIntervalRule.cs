using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Article 32: each third party that is overruled learns by 06 on which day the information will be given, and it is given neither
/// before that day nor before the office's interval has passed.
/// </summary>
internal sealed class ObjectionIntervalRule(ObjectionInterval interval) : ILegalRule<JudgedPart>
{
    public string Name => "Day of giving over an objection";

    public IReadOnlyList<string> Articles => ["第三十二条"];

    public string Judges =>
        "06 names a day for giving the information that lies after the office's interval; whatever gives what a third party "
        + "objected to is served after 06 was delivered to each that objected, the interval, and the day that it names.";

    public bool IsAskedAtService => true;

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template == TemplateCodes.ThirdPartyDisclosureNotice && part.Date("givenOn") is { } givenOn
            && interval.FirstDay(part.Now.Today, part.Now.Calendar) is var first && givenOn < first)
        {
            yield return new Refusal("check.givenTooSoon", first, interval.WorkingDays) { Field = "givenOn" };
        }

        // A draft may be written before they are told; it cannot go out.
        if (part.Document.Status is DocumentStatus.Approved or DocumentStatus.Served && WhyNotServed(part) is { } refusal)
        {
            yield return refusal;
        }
    }

    private Refusal? WhyNotServed(JudgedPart part)
    {
        var told = Objections.Overruled(part).Select(asked => (Asked: asked, Notices: Objections.Notices(part, asked).ToList())).ToList();
        var untold = told.Where(each => each.Notices.Count == 0 || each.Notices.Exists(notice => notice.DeliveredOn is null)).ToList();
        if (untold.Count > 0)
        {
            return new Refusal("service.thirdPartyNotTold", string.Join('、', untold.Select(each => part.Around.RecipientOf(each.Asked))));
        }

        var notices = told.SelectMany(each => each.Notices).ToList();
        var passed = notices.Max(notice => (DateOnly?)interval.FirstDay(notice.DeliveredOn!.Value, part.Now.Calendar));
        var named = notices.Max(notice => FactReader.Date(part.Around.FactsOf[notice.Id], "givenOn"));
        return part.Now.Today < passed && named < passed ? new Refusal("service.dayOfGivingOvertaken", named, passed, interval.WorkingDays)
            : part.Now.Today < passed ? new Refusal("service.tooSoonForThirdParty", interval.WorkingDays, passed)
            : part.Now.Today < named ? new Refusal("service.beforeDayOfGiving", named)
            : null;
    }
}
