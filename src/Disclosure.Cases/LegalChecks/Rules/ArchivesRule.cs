using System.Text.RegularExpressions;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 18, archives (art. 36(7); 《档案法》): only what was transferred to a state archive is obtained there. What lies in the agency's own
/// archive room is answered under the regulation.
/// </summary>
internal sealed partial class ArchivesRule : ILegalRule<JudgedPart>
{
    public string Name => "Transfer to the state archive";

    public IReadOnlyList<string> Articles => ["第三十六条第七项"];

    public string Judges => "18 for archives names the state archive that took the record over, a day of transfer that has come, and "
        + "where it came after the receipt of the application, why; it does not say that the agency still keeps the record.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part is not { Template: TemplateCodes.SpecialAccessRegime, Variant: VariantCodes.Archives })
        {
            yield break;
        }

        if (part.Text("archive") is { } archive && !IsStateArchive(archive, part.Letter.Agency.Name))
        {
            yield return new Refusal("check.notStateArchive") { Field = "archive" };
        }

        if (part.Text("finding") is { } finding && KeptHere().Matches(finding).FirstOrDefault() is { } kept)
        {
            yield return new Refusal("check.stillKeptHere", kept.Value) { Field = "finding" };
        }

        var on = part.Date("transferredOn");
        if (on > part.Now.Today)
        {
            yield return new Refusal("check.transferAhead") { Field = "transferredOn" };
        }
        else if (on > part.File.ReceivedOn && ParticularText.IsThin(part.Text("transferReason") ?? ""))
        {
            // What the agency held when it was asked for is answered under the regulation.
            yield return new Refusal("check.transferAfterReceipt", part.File.ReceivedOn) { Field = "transferReason" };
        }
    }

    // An agency's own archive (机关档案馆, 档案室) is none of the state's, whoever keeps it for whom.
    private static bool IsStateArchive(string archive, string agency) =>
        StateArchive().IsMatch(archive.Trim()) && !OwnArchive().IsMatch(archive) && !archive.Contains(agency, StringComparison.Ordinal);

    [GeneratedRegex("档案馆(?:（[^（）]*）)?$")]
    private static partial Regex StateArchive();

    [GeneratedRegex("本机关|本单位|本局|我局|我单位|机关档案|部门档案|档案室|代管|内部")]
    private static partial Regex OwnArchive();

    // 移交前由本机关保管 tells of what was.
    [GeneratedRegex("(?<![^。；，]*(?:移交(?:之)?前|此前|曾|原先?|以前)[^。；，]*)(?:由|存放[于在]|保存[于在]|存[于在]|在)(?:本机关|本单位|本局|我局|我单位)"
        + "[^。；，]{0,12}?(?:保管|保存|存放|管理|档案室|存档)")]
    private static partial Regex KeptHere();
}
