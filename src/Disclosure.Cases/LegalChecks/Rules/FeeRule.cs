using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// The fee notice (art. 42; 国办函〔2020〕109号) charges each application for itself, once, by its own place in the month. A case is not
/// closed for a fee that is not owed any more.
/// </summary>
internal sealed partial class FeeRule : ILegalRule<JudgedPart>
{
    public string Name => "Processing fee";

    public IReadOnlyList<string> Articles => ["第四十二条", "国办函〔2020〕109号"];

    public string Judges => "An application is charged once, by its own place in the applicant's month or by its pages, and not within "
        + "the free band; the grounds say no other number, month, sum, pages or period; what is closed as unpaid is owed still.";

    public bool IsAskedAtService => true;

    public IEnumerable<Refusal> Check(JudgedPart part) => part.Template switch
    {
        TemplateCodes.FeeNotice => OfNotice(part).Concat(OfGrounds(part)).Concat(OfSums(part)),
        TemplateCodes.ClosingNotice when part.Variant == VariantCodes.FeeUnpaid => OfClosing(part),
        _ => [],
    };

    private static IEnumerable<Refusal> OfNotice(JudgedPart part)
    {
        if (part.File.Documents.FirstOrDefault(other => other.Id != part.Document.Id && other.Effect == ServiceEffect.AwaitsPayment
            && other.Status is DocumentStatus.Approved or DocumentStatus.Served) is { } notice)
        {
            yield return new Refusal("check.feeChargedAlready", notice.Number);
        }

        if (part.Text("basis") == FeeFacts.PerApplication && part.Around.InMonth?.Place is { } place
            && part.Number("count") is { } written && written != place)
        {
            yield return new Refusal("check.countDiffers", place) { Field = "count" };
        }

        if (FeeFacts.Of(part.Facts) is { Yuan: 0 } fee)
        {
            yield return new Refusal($"check.feeFree.{fee.Basis}", ProcessingFee.FreeUnits(fee.Basis)) { Field = "count" };
        }
    }

    // Of the applications of a month those until this one are known, and there are no more than are registered.
    private static IEnumerable<Refusal> OfGrounds(JudgedPart part)
    {
        if (part.Around.InMonth is not { Place: { } place } inMonth || part.File.ReceivedOn is not { } receivedOn)
        {
            yield break;
        }

        foreach (var (field, text) in part.Texts)
        {
            foreach (var match in CountOfMonth().Matches(ComparedText.Folded(text)).Cast<Match>())
            {
                var count = Number(match, "count");
                if (match.Groups["year"].Success
                    && (Number(match, "year"), Number(match, "month")) != (receivedOn.Year, receivedOn.Month))
                {
                    yield return new Refusal("check.monthDiffers", receivedOn.Year, receivedOn.Month) { Field = field };
                }
                else if (count < place || count > inMonth.Count)
                {
                    yield return new Refusal("check.monthCountDiffers", place, inMonth.Count) { Field = field };
                }
            }
        }
    }

    // Sum, pages and period stand in the notice; what is typed beside says no other.
    private static IEnumerable<Refusal> OfSums(JudgedPart part)
    {
        var fee = FeeFacts.Of(part.Facts);
        foreach (var (field, text) in part.Texts)
        {
            var folded = ComparedText.Folded(text);
            foreach (var sum in Sum().Matches(folded).Where(match => fee is not null && Number(match, "yuan") != fee.Yuan))
            {
                yield return new Refusal("check.feeSumDiffers", sum.Value, fee!.Yuan) { Field = field };
            }

            foreach (var pages in Pages().Matches(folded).Where(match => fee?.Basis == FeeBasis.PerPage
                && Number(match, "pages") != part.Number("count")))
            {
                yield return new Refusal("check.feePagesDiffer", pages.Value, part.Number("count")) { Field = field };
            }

            foreach (Match deadline in PayBefore().Matches(folded))
            {
                yield return new Refusal("check.feeDeadlineTyped", deadline.Value) { Field = field };
            }
        }
    }

    private static IEnumerable<Refusal> OfClosing(JudgedPart part)
    {
        if (part.File.FeeNotice is { } notice && part.Around.FactsOf.TryGetValue(notice.Id, out var facts)
            && FeeFacts.ChargedPlace(facts) is { } charged && part.Around.InMonth?.Place is { } place
            && (ProcessingFee.Of(FeeBasis.PerApplication, charged).Yuan, ProcessingFee.Of(FeeBasis.PerApplication, place).Yuan)
                is var (asked, owed) && owed < asked)
        {
            yield return new Refusal("check.feeLess", notice.Number, asked, place, owed);
        }
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    // 每页40元 is a rate.
    [GeneratedRegex("(?<!每[件页])(?:缴纳|缴费|收费|收取|计收|应收|应缴|合计|共计|费用|金额)(?:信息处理费|人民币|为|共|计|:)*(?<yuan>[0-9,]{1,9})元")]
    private static partial Regex Sum();

    [GeneratedRegex("共(?:计|有)?(?<pages>[0-9,]{1,9})页")]
    private static partial Regex Pages();

    [GeneratedRegex("(?:[0-9]{1,2}月[0-9]{1,2}日|[0-9一二三四五六七八九十]+个?(?:工作)?日内?)(?:之?前|以前|内)?[^。；，]{0,6}?缴(?:纳|清|费)")]
    private static partial Regex PayBefore();

    [GeneratedRegex("(?:(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月|[本当该]月)(?:份|内|间|当月)?[，,]?[^，。；0-9]{0,12}(?:累计|共计|共|已)"
        + "[^。；0-9]{0,30}?(?<count>[0-9]{1,6})件")]
    private static partial Regex CountOfMonth();
}
