using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>20 (art. 36(5)): whoever can tell which agency is responsible names it with its contact.</summary>
internal sealed partial class ResponsibleAgencyRule : ILegalRule<JudgedPart>
{
    public string Name => "Responsible agency";

    public IReadOnlyList<string> Articles => ["第三十六条第五项"];

    public string Judges => "20 says that the agency responsible is unknown only where its reasons name none.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part is { Template: TemplateCodes.NotThisAgency, Variant: VariantCodes.AgencyUnknown }
            && part.Text("finding") is { } finding && Named().Match(finding) is { Success: true } match)
        {
            yield return new Refusal("check.agencyIsKnown", match.Groups["agency"].Value) { Field = "finding" };
        }
    }

    // 经核实，某局亦未制作 names one that is not responsible.
    [GeneratedRegex("(?<!不能确定|无法确定|是否)(?:由|系)(?!本机关|本局|何|哪)"
        + "(?<agency>[^，。；、：？]{2,25}?(?:局|委员会|委|人民政府|办事处|厅|部|办公室|法院|检察院))"
        + "(?:在[^，。；]{0,30}?过程中)?(?:负责|制作|牵头|主管|最初获取|保存|公开|管理)")]
    private static partial Regex Named();
}
