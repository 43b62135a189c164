using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.LegalChecks;

// Days other than the case's, where a sentence names the event they belong to: “本机关于2025年9月22日收到您的申请”. Days of
// which the sentence does not say what happened are left alone; they may be anything's.
public sealed partial class LegalCheck
{
    private const string Day = "(?<year>[0-9０-９]{4})年(?<month>[0-9０-９]{1,2})月(?<day>[0-9０-９]{1,2})日";

    private const string You = "(?:您|你单位|你们|申请人)";

    private static readonly string[] ToldDays = ["classifiedOn", "earlierRepliedOn", "consultedOn", "sentOn", "objectedOn", "noticeServedOn", "feeNoticeDeliveredOn", "consultationDeliveredOn", "explanationRequestedOn", "explanationReceivedOn", "withdrawnOn", "deliveredOn", "draftedOn", "reviewedOn", "approvedOn"];

    private static readonly string[] MayPrecedeTheCase = ["classifiedOn", "earlierRepliedOn"];

    private static IEnumerable<Refusal> OfDays(JudgedPart part) => [.. OfToldDays(part), .. OfConsultedDay(part), .. OfWrittenDays(part)];

    // What a letter reports has happened: not tomorrow, and not before the application was there.
    private static IEnumerable<Refusal> OfToldDays(JudgedPart part)
    {
        foreach (var field in ToldDays)
        {
            if (FactReading.Date(part.Facts, field) is { } day)
            {
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
    }

    // 08 over an objection and 14 say when the third party was asked (art. 32).
    private static IEnumerable<Refusal> OfConsultedDay(JudgedPart part)
    {
        if (FactReading.Date(part.Facts, "consultedOn") is not { } written)
        {
            yield break;
        }

        var asked = part.Sent.Where(letter => letter.ConsultationKind == ConsultationKind.ThirdParty).ToList();
        if (asked.Count == 0)
        {
            yield return new Refusal("check.noConsultationOnFile") { Field = "consultedOn" };
        }
        else if (!asked.Exists(letter => letter.DecidedOn == written || letter.DeliveredOn == written || letter.Attempts.Any(attempt => attempt.ServedOn == written)))
        {
            yield return new Refusal("check.dateDiffers", asked[^1].ServedOn ?? asked[^1].Attempts[0].ServedOn) { Field = "consultedOn" };
        }
    }

    private static IEnumerable<Refusal> OfWrittenDays(JudgedPart part)
    {
        var file = part.File;
        var third = part.Sent.LastOrDefault(letter => letter.ConsultationKind == ConsultationKind.ThirdParty);
        (Regex Sentence, IReadOnlyList<DateOnly?> OnFile)[] events =
        [
            (ReceivedApplication(), [file.ReceivedOn, file.ArrivedOn]),
            (ReceivedCorrection(), [file.CorrectedOn]),
            (ReceivedExplanation(), [file.ExplainedOn]),
            (ServedCorrectionNotice(), [file.CorrectionNotice?.ServedOn, file.CorrectionNotice?.DeliveredOn]),
            (ServedExplanationNotice(), [file.ExplanationNotice?.ServedOn, file.ExplanationNotice?.DeliveredOn]),
            (ThirdPartyAnswered(), [third?.Opinion?.On]),
        ];
        foreach (var (field, text) in part.Texts.Where(each => !Verbatim.Contains(each.Field) || each.Field == "thirdPartyAnswer"))
        {
            var plain = Quoted().Replace(text, "“…”");
            foreach (var (sentence, onFile) in events)
            {
                var known = onFile.OfType<DateOnly>().ToList();
                foreach (var match in sentence.Matches(plain).Where(_ => known.Count > 0))
                {
                    if (Written(match) is { } day && !known.Contains(day) && !SpeaksOfBefore(plain[..match.Index]))
                    {
                        yield return new Refusal("check.writtenDayDiffers", match.Value, known[0]) { Field = field };
                    }
                }
            }

            // 19: the search was made for this application, and has been made.
            foreach (var match in part.Template == "not-existing" ? Searched().Matches(plain).ToList() : [])
            {
                if (Written(match) is { } day && (day < file.ArrivedOn || day > part.Now.Today) && !SpeaksOfBefore(plain[..match.Index]))
                {
                    yield return new Refusal("check.searchedOutside", match.Value, file.ArrivedOn, part.Now.Today) { Field = field };
                }
            }
        }
    }

    private static DateOnly? Written(Match match)
    {
        int Number(string group) => int.Parse(match.Groups[group].Value.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture);
        return Number("year") > 0 && Number("month") is >= 1 and <= 12 && Number("day") is >= 1 and var day && day <= DateTime.DaysInMonth(Number("year"), Number("month"))
            ? new DateOnly(Number("year"), Number("month"), day)
            : null;
    }

    // 此前、曾、前次: the sentence is about another application.
    private static bool SpeaksOfBefore(string before) => Before().IsMatch(before);

    [GeneratedRegex("本机关(?:已)?于?" + Day + "收到" + You + "(?:提交|提出|寄送|邮寄)?的?(?:本件|该|上述)?(?:政府信息公开)?申请(?!人)")]
    private static partial Regex ReceivedApplication();

    [GeneratedRegex("本机关(?:已)?于?" + Day + "收到" + You + "(?:提交|提出|作出)?的?补正")]
    private static partial Regex ReceivedCorrection();

    [GeneratedRegex("(?:本机关(?:已)?于?" + Day + "收到" + You + "(?:提交|提出|作出)?的?(?:书面)?(?:理由)?说明|申请人于" + Day + "书面说明)")]
    private static partial Regex ReceivedExplanation();

    [GeneratedRegex("补正告知书(?:[（(][^）)]*[）)])?(?:已)?于" + Day + "送达")]
    private static partial Regex ServedCorrectionNotice();

    [GeneratedRegex("说明理由告知书(?:[（(][^）)]*[）)])?(?:已)?于" + Day + "送达")]
    private static partial Regex ServedExplanationNotice();

    [GeneratedRegex("第三方于" + Day + "(?:书面)?(?:答复|回复|提出意见)")]
    private static partial Regex ThirdPartyAnswered();

    [GeneratedRegex("(?:本机关(?:已)?于" + Day + "(?:组织|进行|开展)?检索|检索于" + Day + ")")]
    private static partial Regex Searched();

    [GeneratedRegex("(?:此前|以前|曾|前次|上次|上一次|另一件|其他)[^。；！？\n]*$")]
    private static partial Regex Before();
}
