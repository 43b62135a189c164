using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>What the review form says of each ground for withholding, and what the case has on record of it (art. 14 to 17).</summary>
public static class ReviewPoints
{
    private static readonly string[] Denials = ["不属于", "不涉及", "不含", "不危及", "不会危及"];

    // Whoever speaks of the rest says that there is something else.
    private static readonly string[] OfTheRest = ["除", "其余", "其他内容"];

    private static readonly (string Field, string Ground, string[] Words)[] Points =
    [
        ("secrecyReview", TemplateCodes.RefusedStateSecret, ["国家秘密"]),
        ("securityReview", TemplateCodes.RefusedSecurityAndStability, ["国家安全", "公共安全", "经济安全", "社会稳定"]),
        ("thirdPartyReview", TemplateCodes.RefusedThirdPartyRights, ["第三方", "商业秘密", "个人隐私"]),
        ("otherReview", TemplateCodes.RefusedInternalAffairs, ["内部事务"]),
        ("otherReview", TemplateCodes.RefusedDeliberativeProcess, ["过程性"]),
        ("otherReview", TemplateCodes.RefusedEnforcementFile, ["执法案卷"]),
    ];

    /// <summary>The fields of the form that speak of grounds.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Points.Select(point => point.Field).Distinct()];

    /// <summary>The grounds that a field of the form speaks of, as far as they are on record.</summary>
    /// <param name="field">The field.</param>
    /// <param name="file">The case.</param>
    /// <param name="items">The items that the form is about.</param>
    /// <param name="letters">What the letters of the case say.</param>
    public static IReadOnlyList<WithholdingGround> OnRecord(
        string field, CaseFile file, IReadOnlyList<Guid> items, IEnumerable<JsonObject> letters)
    {
        ArgumentNullException.ThrowIfNull(file);
        var withheld = file.Items.Where(item => items.Contains(item.Id)).Select(item => item.Outcome?.Template)
            .Concat(letters.SelectMany(WithheldPart.Of).Select(part => part.Ground)).ToHashSet();
        return [.. Points.Where(point => point.Field == field && withheld.Contains(point.Ground))
            .Select(point => WithholdingGround.Find(point.Ground)!)];
    }

    /// <summary>Whether a text says that nothing falls under a ground.</summary>
    /// <param name="ground">One of the form's grounds.</param>
    /// <param name="text">What the form says.</param>
    public static bool IsDenied(WithholdingGround ground, string text)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(text);
        var words = Points.Single(point => point.Ground == ground.Code).Words;
        return text.Split('。', '；').Any(sentence =>
            Denials.Select(denial => sentence.IndexOf(denial, StringComparison.Ordinal)).Where(at => at >= 0).ToList() is { Count: > 0 } at
            && !OfTheRest.Any(rest => sentence.Contains(rest, StringComparison.Ordinal))
            && words.Any(word => sentence.IndexOf(word, at.Min(), StringComparison.Ordinal) >= 0));
    }
}
