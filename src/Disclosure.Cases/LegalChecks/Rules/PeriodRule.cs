using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Articles 30, 33 ¶2, 35 and 42: a second 01; 01, 03 or a fee notice after the due date; 03 without the recorded consent of
/// the head. The letter is judged as if it were served today.
/// </summary>
internal sealed class PeriodRule : ILegalRule<JudgedDocument>
{
    public string Name => "Reply period";

    public IReadOnlyList<string> Articles => ["第三十条", "第三十三条第二款", "第三十五条", "第四十二条"];

    public string Judges =>
        "A letter that changes the reply period can be served today: in time, once a period, an extension with the head's consent.";

    public IReadOnlyList<FindingPlace> Places =>
        [new("check.consentMissing", "workingDays"), new("clock.", "respondBy", "workingDays", "untilOn", "count")];

    public IEnumerable<Refusal> Check(JudgedDocument judged)
    {
        var (document, now) = (judged.Document, judged.Now);
        if (document.Status is not (DocumentStatus.Drafted or DocumentStatus.Submitted) || judged.File.Timeline is not { } timeline)
        {
            yield break;
        }

        // What the letter sets could not be read from its facts: then it cannot be judged.
        if (document.MissingTerm is { } term)
        {
            yield return new Refusal("check.termMissing") { Field = term };
        }

        if (document.ClockFact(now.Today) is { } served && StatutoryClock.JudgeNext(timeline, served, now.Calendar) is { } refusal)
        {
            yield return InWords(refusal);
        }

        if (document.Effect == ServiceEffect.Extends && judged.File.ExtensionConsentedOn is null)
        {
            yield return new Refusal("check.consentMissing");
        }
    }

    // What the clock says of events in their order, said to somebody who is about to send a letter.
    private static Refusal InWords(Refusal refusal) => refusal.Code switch
    {
        "clock.after-due-date" => new Refusal("check.afterDueDate", refusal.Arguments[3]),
        "clock.second-correction-notice" => new Refusal("completeness.secondNotice"),
        "clock.second-explanation-request" => new Refusal("competence.secondNotice"),
        "clock.second-extension" => new Refusal("check.secondExtension"),
        "clock.extension-after-delay" => new Refusal("check.extensionAfterDelay"),
        "clock.delay-not-later" => new Refusal("check.delayNotLater", refusal.Arguments[4]),
        "clock.standing" => new Refusal("check.clockStands"),
        "clock.reopened-period" => new Refusal("check.reopenedPeriod"),
        _ => refusal,
    };
}
