using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>How an earlier reply was given (24), by the words for it and by the reply's texts.</summary>
internal static partial class EarlierOutcome
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

    /// <summary>Whether the words cannot be said of the reply; what they leave open is not judged.</summary>
    public static bool Contradicts(string words, CaseDocument reply) => KindOf(words) is { } said && !KindsOf(reply).Contains(said);

    /// <summary>Whether the applicant obtained anything by the reply, or where to find it.</summary>
    public static bool GaveAnything(CaseDocument reply) => KindsOf(reply).Overlaps([Kind.Given, Kind.Partly, Kind.Public]);

    private static HashSet<string> KindsOf(CaseDocument reply)
    {
        var kinds = reply.Sections.Select(section => KindOfText(section.Template)).ToHashSet();
        return kinds.Count == 1 && !kinds.Contains(Kind.Partly) ? kinds : [.. kinds, Kind.Partly, Kind.Given, Kind.Refused];
    }

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
