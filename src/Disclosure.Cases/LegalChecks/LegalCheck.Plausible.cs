using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.LegalChecks;

// Facts that cannot be, or that would not do what the letter is for.
public sealed partial class LegalCheck
{
    // 合理的补正期限 (art. 30): ten working days are suggested; fewer than five leave no time for the post, more than sixty are a slip.
    private const int ShortestCorrection = 5;
    private const int LongestCorrection = 60;

    private static IEnumerable<Refusal> OfPlausibility(JudgedPart part, Surroundings around) =>
        [.. OfDatesSet(part), .. OfPeriodCounted(part, around), .. OfOutcome(part), .. OfSecrecy(part), .. OfViewing(part)];

    // Who has to act by a day acts on a working day, and has time to.
    private static IEnumerable<Refusal> OfDatesSet(JudgedPart part)
    {
        var (calendar, today) = (part.Now.Calendar, part.Now.Today);
        foreach (var field in new[] { "respondBy", "untilOn" })
        {
            if (FactReading.Date(part.Facts, field) is { } day && day > today && !calendar.IsWorkingDay(day))
            {
                yield return new Refusal("check.notAWorkingDay", day, calendar.WorkingDayFrom(day)) { Field = field };
            }
        }

        if (FactReading.Date(part.Facts, "respondBy") is not { } respondBy || respondBy <= today)
        {
            yield break;
        }

        if (part.Template == "correction-notice")
        {
            if (respondBy < calendar.AddWorkingDays(today, ShortestCorrection))
            {
                yield return new Refusal("check.correctionTooShort", calendar.AddWorkingDays(today, ShortestCorrection), calendar.AddWorkingDays(today, 10)) { Field = "respondBy" };
            }
            else if (respondBy > calendar.AddWorkingDays(today, LongestCorrection))
            {
                yield return new Refusal("check.correctionTooLong", calendar.AddWorkingDays(today, LongestCorrection), calendar.AddWorkingDays(today, 10)) { Field = "respondBy" };
            }
        }

        // An explanation asked for does not stop the clock (art. 35): what is set beyond the due date comes too late to be judged.
        if (part.Template == "explanation-notice" && part.File.Timeline is { } timeline
            && StatutoryClock.Reckon(timeline, calendar, withLedger: false).ReplyDueOn is { } due && respondBy >= due)
        {
            yield return new Refusal("check.explanationTooLate", due) { Field = "respondBy" };
        }
    }

    // 02 and 26: “2025年1月1日至2025年6月30日”, and how many came in then. There may be more than the register knows, not fewer.
    private static IEnumerable<Refusal> OfPeriodCounted(JudgedPart part, Surroundings around)
    {
        if (FactReading.Text(part.Facts, "period") is not { } written || Period().Match(written) is not { Success: true } match
            || Written(match, "from") is not { } from || Written(match, "to") is not { } to)
        {
            yield break;
        }

        if (to < from || to > part.Now.Today)
        {
            yield return new Refusal("check.periodImpossible", from, to) { Field = "period" };
        }
        else if (FactReading.Number(part.Facts, "applicationCount") is { } count)
        {
            var registered = around.Earlier.Select(application => application.ReceivedOn).Append(part.File.ReceivedOn).Count(day => day >= from && day <= to);
            if (count < registered)
            {
                yield return new Refusal("check.fewerThanRegistered", registered) { Field = "applicationCount" };
            }
        }
    }

    // What the letter says came of it is what came of it.
    private static IEnumerable<Refusal> OfOutcome(JudgedPart part)
    {
        if (part.Template == "excessive-requests" && FactReading.Text(part.Facts, "explanationOutcome") is { } outcome)
        {
            if (outcome == "unanswered" && part.File.ExplainedOn is { } explainedOn)
            {
                yield return new Refusal("check.wasExplained", explainedOn) { Field = "explanationOutcome" };
            }
            else if (outcome == "unsound" && part.File.ExplainedOn is null)
            {
                yield return new Refusal("check.wasNotExplained") { Field = "explanationOutcome" };
            }
        }

        ConsultationKind? consulted = part.Template != "consultation-notice" ? null : FactReading.Text(part.Facts, "consulted") switch
        {
            "third-party" => ConsultationKind.ThirdParty,
            "co-author" => ConsultationKind.CoAuthor,
            "other-agency" => ConsultationKind.OtherAgency,
            _ => null,
        };
        if (consulted is { } kind && part.Sent.Any(letter => letter.ConsultationKind is not null) && part.Sent.All(letter => letter.ConsultationKind != kind))
        {
            yield return new Refusal("check.otherWasConsulted", kind) { Field = "consulted" };
        }
    }

    // 11: a secret whose years are over is none (保守国家秘密法: 保密期限已满的，自行解密).
    private static IEnumerable<Refusal> OfSecrecy(JudgedPart part)
    {
        if (FactReading.Date(part.Facts, "classifiedOn") is { } on && FactReading.Text(part.Facts, "secrecyPeriod") is { } period && Years().Match(period.Trim()) is { Success: true } years
            && int.Parse(years.Groups["years"].Value, CultureInfo.InvariantCulture) is var count && on.Year + count <= 9998 && on.AddYears(count) <= part.Now.Today)
        {
            yield return new Refusal("check.secrecyOver", on.AddYears(count)) { Field = "secrecyPeriod" };
        }
    }

    // 08: nobody can view anything yesterday (art. 36(2), 40).
    private static IEnumerable<Refusal> OfViewing(JudgedPart part)
    {
        var days = WrittenDates().Matches(FactReading.Text(part.Facts, "viewingTime") ?? "").Select(Written).OfType<DateOnly>().ToList();
        if (days.Count > 0 && days.Max() <= part.Now.Today)
        {
            yield return new Refusal("check.viewingOver", days.Max()) { Field = "viewingTime" };
        }
    }

    private static DateOnly? Written(Match match, string prefix) => DateOnly.TryParseExact(
        $"{match.Groups[prefix + "Year"].Value}-{match.Groups[prefix + "Month"].Value}-{match.Groups[prefix + "Day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("(?<fromYear>[0-9]{4})年(?<fromMonth>[0-9]{1,2})月(?<fromDay>[0-9]{1,2})日\\s*(?:至|到|—|－|-|~)\\s*(?<toYear>[0-9]{4})年(?<toMonth>[0-9]{1,2})月(?<toDay>[0-9]{1,2})日")]
    private static partial Regex Period();

    [GeneratedRegex("^(?<years>[0-9]{1,3})年$")]
    private static partial Regex Years();
}
