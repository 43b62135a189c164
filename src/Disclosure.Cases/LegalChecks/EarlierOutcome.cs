using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>How an earlier reply was given (24), by the words for it and by the reply's texts.</summary>
public static partial class EarlierOutcome
{
    private static class Kind
    {
        public const string Partly = "partly";
        public const string Public = "public";
        public const string Nothing = "nothing";
        public const string NotHandled = "not-handled";
        public const string Refused = "refused";
        public const string Given = "given";
    }

    /// <summary>The words for how these sections were answered, as they stand after 答复结果为.</summary>
    public static string InWords(IReadOnlyList<FormerSection> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        return sections.Select(section => section.Template).Distinct().ToList() is [var template]
            ? WordsFor(template)
            : string.Join('；', sections.Select(section => $"对“{string.Join('；', section.Words)}”，{WordsFor(section.Template)}"));
    }

    /// <summary>
    /// Whether the words cannot be said of these sections; what they leave open is not judged. Where something was given and something
    /// was not, it is no half of the truth.
    /// </summary>
    internal static bool Contradicts(string words, IReadOnlyList<FormerSection> sections)
    {
        var kinds = KindsOf(sections);
        if (kinds is [not Kind.Partly and var only])
        {
            return KindOf(words) is { } one && one != only;
        }

        var said = words.Split(['；', '，', '。', '、', '\n']).Select(KindOf).OfType<string>().ToHashSet();
        HashSet<string> truth = kinds.Contains(Kind.Partly) ? [.. kinds, Kind.Given, Kind.Refused] : [.. kinds];
        truth.UnionWith(kinds.Exists(Gives) ? [Kind.Partly] : []);
        return said.Count > 0 && !(said.IsSubsetOf(truth) && (said.Contains(Kind.Partly) || said.Count > 1));
    }

    /// <summary>Whether the applicant obtained anything by these sections, or where to find it.</summary>
    internal static bool GaveAnything(IReadOnlyList<FormerSection> sections) =>
        KindsOf(sections).Exists(Gives);

    private static bool Gives(string kind) => kind is Kind.Given or Kind.Partly or Kind.Public;

    private static List<string> KindsOf(IReadOnlyList<FormerSection> sections) =>
        [.. sections.Select(section => KindOfText(section.Template)).Distinct()];

    private static string KindOfText(string template) => template switch
    {
        TemplateCodes.Disclosed => Kind.Given,
        TemplateCodes.PartlyDisclosed => Kind.Partly,
        TemplateCodes.AlreadyPublic or TemplateCodes.PublicPublication => Kind.Public,
        TemplateCodes.NotExisting or TemplateCodes.NeedsCreation or TemplateCodes.NotThisAgency or TemplateCodes.StillUnclear
            or TemplateCodes.SpecialAccessRegime => Kind.Nothing,
        TemplateCodes.NotAnApplication or TemplateCodes.RepeatRequest or TemplateCodes.ExcessiveRequests => Kind.NotHandled,
        _ => Kind.Refused,
    };

    private static string WordsFor(string template) => template switch
    {
        TemplateCodes.Disclosed => "予以公开",
        TemplateCodes.PartlyDisclosed => "部分公开",
        TemplateCodes.AlreadyPublic => "告知已经主动公开和获取的方式、途径",
        TemplateCodes.PublicPublication => "告知从公开出版物获取的途径",
        TemplateCodes.NotExisting => "告知该政府信息不存在",
        TemplateCodes.NeedsCreation => "告知没有现成信息、需要另行制作",
        TemplateCodes.NotThisAgency => "告知不属于本机关负责公开",
        TemplateCodes.StillUnclear => "告知补正后申请内容仍不明确",
        TemplateCodes.SpecialAccessRegime => "告知依照有关法律、行政法规的规定查询",
        TemplateCodes.NotAnApplication => "告知不作为政府信息公开申请处理",
        TemplateCodes.RepeatRequest => "告知不予重复处理",
        TemplateCodes.ExcessiveRequests => "告知不予处理",
        _ => "不予公开",
    };

    private static string? KindOf(string words) =>
        PartlyWords().IsMatch(words) ? Kind.Partly
        : PublicWords().IsMatch(words) ? Kind.Public
        : NothingWords().IsMatch(words) ? Kind.Nothing
        : NotHandledWords().IsMatch(words) ? Kind.NotHandled
        : RefusedWords().IsMatch(words) ? Kind.Refused
        : GivenWords().IsMatch(words) ? Kind.Given
        : null;

    [GeneratedRegex("部分")]
    private static partial Regex PartlyWords();

    [GeneratedRegex("主动公开|已经?公开|出版物")]
    private static partial Regex PublicWords();

    [GeneratedRegex("不存在|没有现成|不属于|非本机关|未制作|不明确|查询")]
    private static partial Regex NothingWords();

    [GeneratedRegex("不予(?:重复)?处理|不作为")]
    private static partial Regex NotHandledWords();

    [GeneratedRegex("不予?(?:以)?(?:公开|提供)")]
    private static partial Regex RefusedWords();

    [GeneratedRegex("予以公开|公开了|提供|依法公开")]
    private static partial Regex GivenWords();
}
