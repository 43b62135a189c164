using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Days other than the case's, where a sentence names the event they belong to: “本机关于2025年9月22日收到您的申请” (art. 31). Days
/// of which the sentence does not say what happened are left alone; they may be anything's.
/// </summary>
internal sealed partial class WrittenDaysRule : ILegalRule<JudgedPart>
{
    private const string You = "(?:您|你单位|你们|申请人)";

    public string Name => "Days in sentences";

    public IReadOnlyList<string> Articles => ["第三十条", "第三十一条", "第三十二条", "第三十五条"];

    public string Judges => "A sentence that says when something of the case came or was served names the case's day.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var events = EventsOf(part);
        foreach (var (field, text) in part.Texts.Where(each => !VerbatimFacts.Has(each.Field) || each.Field == "thirdPartyAnswer"))
        {
            var plain = WrittenText.WithoutQuotations(text);
            var refusals = events.SelectMany(each => OfEvent(each.Sentence, each.OnFile, plain));
            foreach (var refusal in refusals)
            {
                yield return refusal with { Field = field };
            }
        }
    }

    private static (Regex Sentence, IReadOnlyList<DateOnly?> OnFile)[] EventsOf(JudgedPart part)
    {
        var file = part.File;
        return
        [
            (ReceivedApplication(), [file.ReceivedOn, file.ArrivedOn]),
            (ReceivedCorrection(), [file.CorrectedOn]),
            (ReceivedExplanation(), [file.ExplainedOn]),
            (ServedCorrectionNotice(), [file.CorrectionNotice?.ServedOn, file.CorrectionNotice?.DeliveredOn]),
            (ServedExplanationNotice(), [file.ExplanationNotice?.ServedOn, file.ExplanationNotice?.DeliveredOn]),
            (ThirdPartyAnswered(), [part.ThirdPartyLetters is [.., { Opinion: { } opinion }] ? opinion.On : null]),
        ];
    }

    private static IEnumerable<Refusal> OfEvent(Regex sentence, IReadOnlyList<DateOnly?> onFile, string text)
    {
        var known = onFile.OfType<DateOnly>().ToList();
        return from match in sentence.Matches(text)
               where known.Count > 0 && WrittenText.DayOf(match, known[0].Year) is { } day && !known.Contains(day)
                   && !WrittenText.SpeaksOfBefore(text[..match.Index])
               select new Refusal("check.writtenDayDiffers", match.Value, known[0]);
    }


    [GeneratedRegex("(?:本机关(?:已)?于?" + WrittenText.DayOfAnyYear + "|" + WrittenText.DayOfAnyYear + "，?本机关(?:已)?)收到(?:" + You
        + ")?(?:提交|提出|寄送|邮寄)?的?(?:本件|该|上述)?(?:政府信息公开)?申请(?!人)")]
    private static partial Regex ReceivedApplication();

    [GeneratedRegex("本机关(?:已)?于?" + WrittenText.Day + "收到" + You + "(?:提交|提出|作出)?的?补正")]
    private static partial Regex ReceivedCorrection();

    [GeneratedRegex("(?:本机关(?:已)?于?" + WrittenText.Day + "收到" + You + "(?:提交|提出|作出)?的?(?:书面)?(?:理由)?说明"
        + "|申请人于" + WrittenText.Day + "书面说明)")]
    private static partial Regex ReceivedExplanation();

    [GeneratedRegex("补正告知书(?:[（(][^）)]*[）)])?(?:已)?于" + WrittenText.Day + "送达")]
    private static partial Regex ServedCorrectionNotice();

    [GeneratedRegex("说明理由告知书(?:[（(][^）)]*[）)])?(?:已)?于" + WrittenText.Day + "送达")]
    private static partial Regex ServedExplanationNotice();

    [GeneratedRegex("第三方于" + WrittenText.Day + "(?:书面)?(?:答复|回复|提出意见)")]
    private static partial Regex ThirdPartyAnswered();
}
