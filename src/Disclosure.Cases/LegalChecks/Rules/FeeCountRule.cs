using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>The fee notice per application (art. 42; 国办函〔2020〕109号) counts the applications that the register counts.</summary>
internal sealed class FeeCountRule : ILegalRule<JudgedPart>
{
    public string Name => "Applications charged";

    public IReadOnlyList<string> Articles => ["第四十二条", "国办函〔2020〕109号"];

    public string Judges => "A fee by the number of applications counts those that the register has of the applicant in the month.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template == TemplateCodes.FeeNotice && part.Text("basis") == "per-application"
            && part.Around.ApplicationsThisMonth is { } count && part.Number("count") is { } written && written != count)
        {
            yield return new Refusal("check.countDiffers", count) { Field = "count" };
        }
    }
}
