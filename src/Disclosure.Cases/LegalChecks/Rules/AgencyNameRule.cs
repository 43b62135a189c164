using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>Another agency is another one (art. 10, 34, 36(5)); and what is said to be ours bears our name.</summary>
internal sealed partial class AgencyNameRule : ILegalRule<JudgedPart>
{
    private static readonly string[] NamesOfOtherAgencies = ["otherAgency", "leadAgency", "recipient"];

    public string Name => "Agencies' names";

    public IReadOnlyList<string> Articles => ["第十条", "第三十四条", "第三十六条第五项"];

    public string Judges => "Where another agency is asked for, another one is named; what follows 本机关 in brackets is our own name.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var agency = part.Letter.Agency;
        var own = new[] { agency.Name, agency.Office }.OfType<string>().Where(name => name.Length > 0).ToList();
        foreach (var field in NamesOfOtherAgencies)
        {
            var isAsked = field != "recipient"
                || part.Template is TemplateCodes.CoAuthorConsultation or TemplateCodes.AssistanceConsultation;
            if (isAsked && part.Text(field)?.Trim() is { } named && own.Contains(named))
            {
                yield return new Refusal("check.agencyIsOurs", named) { Field = field };
            }
        }

        var others = part.Around.Agencies.Select(each => each.Name).Except(own).ToList();
        foreach (var (field, text) in part.Texts)
        {
            foreach (var named in CalledOurs().Matches(text).Select(match => match.Groups["name"].Value).Where(others.Contains))
            {
                yield return new Refusal("check.agencyIsNotOurs", named, agency.Name) { Field = field };
            }
        }
    }

    [GeneratedRegex("本机关[（(](?:以下简称)?(?<name>[^）)]{2,40})[）)]")]
    private static partial Regex CalledOurs();
}
