using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 02 and 26 (art. 35): “2025年1月1日至2025年6月30日”, and how many came in then. There may be more than the register knows, not
/// fewer.
/// </summary>
internal sealed partial class CountedPeriodRule : ILegalRule<JudgedPart>
{
    public string Name => "Applications counted";

    public IReadOnlyList<string> Articles => ["第三十五条"];

    public string Judges => "The period counted ends after it begins and by today; no fewer applications than are registered in it.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Text("period") is not { } written || Period().Match(written) is not { Success: true } match
            || DayOf(match, "from") is not { } from || DayOf(match, "to") is not { } to)
        {
            yield break;
        }

        var registered = part.Around.Earlier.Select(application => application.ReceivedOn).Append(part.File.ReceivedOn)
            .Count(day => day >= from && day <= to);
        if (to < from || to > part.Now.Today)
        {
            yield return new Refusal("check.periodImpossible", from, to) { Field = "period" };
        }
        else if (part.Number("applicationCount") < registered)
        {
            yield return new Refusal("check.fewerThanRegistered", registered) { Field = "applicationCount" };
        }
    }

    private static DateOnly? DayOf(Match match, string prefix) => DateOnly.TryParseExact(
        $"{match.Groups[prefix + "Year"].Value}-{match.Groups[prefix + "Month"].Value}-{match.Groups[prefix + "Day"].Value}",
        "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?<fromYear>[0-9]{4})年(?<fromMonth>[0-9]{1,2})月(?<fromDay>[0-9]{1,2})日\s*(?:至|到|—|－|-|~)\s*"
        + "(?<toYear>[0-9]{4})年(?<toMonth>[0-9]{1,2})月(?<toDay>[0-9]{1,2})日")]
    private static partial Regex Period();
}
