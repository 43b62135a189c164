using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>06 (art. 32): the third party learns in time on which day the information will be given.</summary>
internal sealed class ObjectionIntervalRule(ObjectionInterval interval) : ILegalRule<JudgedPart>
{
    public string Name => "Day of giving over an objection";

    public IReadOnlyList<string> Articles => ["第三十二条"];

    public string Judges =>
        "06 names a day for giving the information that lies after the office's interval, served today at the earliest.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template == TemplateCodes.ThirdPartyDisclosureNotice && part.Date("givenOn") is { } givenOn
            && interval.FirstDay(part.Now.Today, part.Now.Calendar) is var first && givenOn < first)
        {
            yield return new Refusal("check.givenTooSoon", first, interval.WorkingDays) { Field = "givenOn" };
        }
    }
}
