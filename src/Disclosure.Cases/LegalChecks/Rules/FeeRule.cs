using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>The fee notice (art. 42; 国办函〔2020〕109号) charges each application for itself, once, by its own place in the month.</summary>
internal sealed class FeeRule : ILegalRule<JudgedPart>
{
    public string Name => "Processing fee";

    public IReadOnlyList<string> Articles => ["第四十二条", "国办函〔2020〕109号"];

    public string Judges => "An application is charged once, by its own place in the applicant's month or by its pages, and not within "
        + "the free band.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.FeeNotice)
        {
            yield break;
        }

        if (part.File.Documents.FirstOrDefault(other => other.Id != part.Document.Id && other.Effect == ServiceEffect.AwaitsPayment
            && other.Status is DocumentStatus.Approved or DocumentStatus.Served) is { } notice)
        {
            yield return new Refusal("check.feeChargedAlready", notice.Number);
        }

        if (part.Text("basis") == FeeFacts.PerApplication && part.Around.PlaceInMonth is { } place
            && part.Number("count") is { } written && written != place)
        {
            yield return new Refusal("check.countDiffers", place) { Field = "count" };
        }

        if (FeeFacts.Of(part.Facts) is { Yuan: 0 } fee)
        {
            yield return new Refusal($"check.feeFree.{fee.Basis}", ProcessingFee.FreeUnits(fee.Basis)) { Field = "count" };
        }
    }
}
