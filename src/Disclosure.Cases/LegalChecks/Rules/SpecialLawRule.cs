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
        if (part.Template == TemplateCodes.SpecialAccessRegime && part.Text("specialLaw") is { } law
            && (!National().IsMatch(law.Trim()) || Local().IsMatch(law)))
        {
            yield return new Refusal("check.notASpecialLaw", law.Trim()) { Field = "specialLaw" };
        }
    }

    // What laws and administrative regulations are called; 办法 and 规定 can be rules too, which the name does not tell.
    [GeneratedRegex("(?:法|条例|规定|办法|细则|决定)(?:（[^（）]*）)?》?(?:（[^（）]*）)?$")]
    private static partial Regex National();

    [GeneratedRegex("《?(?!中华人民共和国)[^《》]{2,5}?(?:省|市|自治区|自治州|自治县)(?!场)[^《》]*》?|本机关|本局|我局|我市|我省"
        + "|暂行办法|试行")]
    private static partial Regex Local();
}
