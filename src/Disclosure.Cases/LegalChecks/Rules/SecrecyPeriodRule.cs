using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>11 (art. 14): a secret whose years are over is none (保守国家秘密法: 保密期限已满的，自行解密).</summary>
internal sealed partial class SecrecyPeriodRule : ILegalRule<JudgedPart>
{
    public string Name => "Period of secrecy";

    public IReadOnlyList<string> Articles => ["第十四条", "《保守国家秘密法》"];

    public string Judges => "A state secret's period of secrecy has not ended.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (EndOf(part.Date("classifiedOn"), part.Text("secrecyPeriod") ?? "") is { } end && end <= part.Now.Today)
        {
            yield return new Refusal("check.secrecyOver", end) { Field = "secrecyPeriod" };
        }
    }

    // 10年, 十年, 120个月, 10年6个月; or 至2026年3月1日.
    private static DateOnly? EndOf(DateOnly? classifiedOn, string period)
    {
        if (WrittenText.Days(ComparedText.Folded(period)).ToList() is { Count: > 0 } days)
        {
            return days.Max();
        }

        if (classifiedOn is not { } on || Length().Match(ComparedText.Of(period)) is not { Success: true } match)
        {
            return null;
        }

        var months = (12 * NumberOf("years")) + NumberOf("months");
        return months > 0 && on.Year + (months / 12) < 9998 ? on.AddMonths(months) : null;

        int NumberOf(string group) => match.Groups[group] is { Success: true } written ? ChineseNumber.Parse(written.Value) ?? 0 : 0;
    }

    [GeneratedRegex("^(?:保密期限为?)?(?:(?<years>[0-9一二三四五六七八九十百]{1,4})年)?(?:零?(?<months>[0-9一二三四五六七八九十百]{1,4})个月)?(?![^。，；（]+?起)")]
    private static partial Regex Length();
}
