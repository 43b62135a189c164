using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>Who has to act by a day acts on a working day, and has time to: 合理的补正期限 (art. 30); 02 leaves time to judge (art. 35).</summary>
internal sealed class SetDatesRule : ILegalRule<JudgedPart>
{
    // Ten working days are suggested; fewer than five leave no time for the post, more than sixty are a slip.
    private const int ShortestCorrection = 5;
    private const int SuggestedCorrection = 10;
    private const int LongestCorrection = 60;

    private static readonly string[] DatesSet = ["respondBy", "untilOn"];

    public string Name => "Dates set";

    public IReadOnlyList<string> Articles => ["第三十条", "第三十五条"];

    public string Judges => "A date set is a working day; for a correction it leaves time, for an explanation it lies before the due date.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var (calendar, today) = (part.Now.Calendar, part.Now.Today);
        foreach (var field in DatesSet)
        {
            if (part.Date(field) is { } day && day > today && !calendar.IsWorkingDay(day))
            {
                yield return new Refusal("check.notAWorkingDay", day, calendar.WorkingDayFrom(day)) { Field = field };
            }
        }

        if (part.Date("respondBy") is { } respondBy && respondBy > today && OfAnswer(part, respondBy) is { } refusal)
        {
            yield return refusal with { Field = "respondBy" };
        }
    }

    private static Refusal? OfAnswer(JudgedPart part, DateOnly respondBy)
    {
        DateOnly After(int workingDays) => part.Now.Calendar.AddWorkingDays(part.Now.Today, workingDays);
        return part.Template switch
        {
            TemplateCodes.CorrectionNotice when respondBy < After(ShortestCorrection) =>
                new Refusal("check.correctionTooShort", After(ShortestCorrection), After(SuggestedCorrection)),
            TemplateCodes.CorrectionNotice when respondBy > After(LongestCorrection) =>
                new Refusal("check.correctionTooLong", After(LongestCorrection), After(SuggestedCorrection)),

            // An explanation asked for does not stop the clock: what is set beyond the due date comes too late to be judged.
            TemplateCodes.ExplanationNotice when part.File.Timeline is { } timeline
                && StatutoryClock.Reckon(timeline, part.Now.Calendar, withLedger: false).ReplyDueOn is { } due && respondBy >= due =>
                new Refusal("check.explanationTooLate", due),
            _ => null,
        };
    }
}
