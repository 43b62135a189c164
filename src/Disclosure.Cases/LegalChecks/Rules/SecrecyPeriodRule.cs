using System.Globalization;
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
        if (part.Date("classifiedOn") is not { } on
            || Years().Match(part.Text("secrecyPeriod")?.Trim() ?? "") is not { Success: true } match)
        {
            yield break;
        }

        var years = int.Parse(match.Groups["years"].Value, CultureInfo.InvariantCulture);
        if (on.Year + years <= 9998 && on.AddYears(years) <= part.Now.Today)
        {
            yield return new Refusal("check.secrecyOver", on.AddYears(years)) { Field = "secrecyPeriod" };
        }
    }

    [GeneratedRegex("^(?<years>[0-9]{1,3})年$")]
    private static partial Regex Years();
}
