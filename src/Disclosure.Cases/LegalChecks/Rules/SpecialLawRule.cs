using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 18 (art. 36(7)): "有关法律、行政法规对信息的获取有特别规定的" – no local regulation, no rule and no paper of an office takes
/// information out of the regulation.
/// </summary>
internal sealed partial class SpecialLawRule : ILegalRule<JudgedPart>
{
    public string Name => "Special law";

    public IReadOnlyList<string> Articles => ["第三十六条第七项"];

    public string Judges => "The special provision that 18 rests on is one of a law or an administrative regulation.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template == TemplateCodes.SpecialAccessRegime && part.Text("specialLaw")?.Trim() is { Length: > 0 } law
            && Fault(law) is { } code)
        {
            yield return new Refusal(code, law) { Field = "specialLaw" };
        }
    }

    private static string? Fault(string law) =>
        !Called().IsMatch(law) || Local().IsMatch(law) ? "check.notASpecialLaw"
        : NationalName().IsMatch(law) || Enacted().IsMatch(law) ? null
        : "check.notTellingALaw";

    // What laws, regulations and rules are called.
    [GeneratedRegex("(?:法|条例|规定|规则|办法|细则|决定)(?:（[^（）]*）)?》?(?:（[^（）]*）)?$")]
    private static partial Regex Called();

    // Only a law is called 法, and of what the State Council and its departments make only an administrative regulation 条例
    // (《行政法规制定程序条例》第五条); 办法 and 规定 can be rules.
    [GeneratedRegex("(?:(?<!办)法|条例)(?:（[^（）]*）)?》?(?:（[^（）]*）)?$")]
    private static partial Regex NationalName();

    [GeneratedRegex("国务院令|中华人民共和国国务院|国务院(?:公布|发布|制定|批准)|全国人民代表大会|全国人大|主席令")]
    private static partial Regex Enacted();

    [GeneratedRegex("《?(?!中华人民共和国)[^《》]{2,5}?(?:省|市|自治区|自治州|自治县)(?!场)[^《》]*》?|本机关|本局|我局|我市|我省")]
    private static partial Regex Local();
}
