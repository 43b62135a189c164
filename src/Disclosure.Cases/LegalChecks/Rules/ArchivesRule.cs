using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 18, archives (art. 36(7); 《档案法》): only what was transferred to a state archive is obtained there. What lies in the agency's own
/// archive room is answered under the regulation.
/// </summary>
internal sealed class ArchivesRule : ILegalRule<JudgedPart>
{
    public string Name => "Transfer to the state archive";

    public IReadOnlyList<string> Articles => ["第三十六条第七项"];

    public string Judges => "18 for archives names the state archive that took the record over, a day of transfer that has come, and "
        + "where it came after the receipt of the application, why.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part is not { Template: TemplateCodes.SpecialAccessRegime, Variant: VariantCodes.Archives })
        {
            yield break;
        }

        if (part.Text("archive") is { } archive && !archive.Contains("档案馆", StringComparison.Ordinal))
        {
            yield return new Refusal("check.notStateArchive") { Field = "archive" };
        }

        var on = part.Date("transferredOn");
        if (on > part.Now.Today)
        {
            yield return new Refusal("check.transferAhead") { Field = "transferredOn" };
        }
        else if (on > part.File.ReceivedOn && string.IsNullOrWhiteSpace(part.Text("transferReason")))
        {
            // What the agency held when it was asked for is answered under the regulation.
            yield return new Refusal("check.transferAfterReceipt", part.File.ReceivedOn) { Field = "transferReason" };
        }
    }
}
