using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 19 (art. 36(4)): 经检索没有所申请公开信息. The search that the letter tells is one on record: day, person and words; and what an earlier
/// search found is accounted for.
/// </summary>
internal sealed partial class SearchOnRecordRule : ILegalRule<JudgedPart>
{
    public string Name => "Search on record";

    public IReadOnlyList<string> Articles => ["第三十六条第四项"];

    public string Judges => "19 tells a search on record, by its day, searcher and words, and says what became of what an earlier "
        + "search found.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var searches = part.File.Items.Where(item => part.Section.Items.Contains(item.Id))
            .SelectMany(item => item.Searches).Distinct().ToList();
        return part.Template != TemplateCodes.NotExisting || searches.Count == 0 ? [] :
        [
            .. part.Texts.SelectMany(each => OfDays(each.Text, searches).Concat(OfWords(part, each.Text, searches))
                .Select(refusal => refusal with { Field = each.Field })),
            .. OfFound(part, searches),
        ];
    }

    private static IEnumerable<Refusal> OfDays(string text, List<SearchRecorded> searches) =>
        from plain in new[] { WrittenText.WithoutQuotations(text) }
        from match in Searched().Matches(plain)
        let day = WrittenText.DayOf(match, searches[^1].On.Year)
        where day is not null && !WrittenText.SpeaksOfBefore(plain[..match.Index]) && !searches.Exists(search => search.On == day)
        select new Refusal("check.searchedOutside", day, searches[^1].On);

    private static IEnumerable<Refusal> OfWords(JudgedPart part, string text, List<SearchRecorded> searches) =>
    [
        .. from match in Words().Matches(text)
           let written = match.Groups["words"].Value
           where !searches.Exists(search => AreSame(part.Around.Text(search.Words), written))
           select new Refusal("check.searchDiffers", written, part.Around.Text(searches[^1].Words)),
        .. from match in Searcher().Matches(text)
           let written = match.Groups["who"].Value
           where !searches.Exists(search => Objections.AreAlike(part.Around.Text(search.Searcher), written))
           select new Refusal("check.searchDiffers", written, part.Around.Text(searches[^1].Searcher)),
    ];

    private static IEnumerable<Refusal> OfFound(JudgedPart part, List<SearchRecorded> searches) =>
        from search in searches
        where search.Found > 0 && !part.Texts.Any(each => Finds().IsMatch(each.Text))
        select new Refusal("check.foundUnsaid", search.On, search.Found) { Field = "search" };

    private static bool AreSame(string one, string other) => WrittenText.Words(one) == WrittenText.Words(other);

    [GeneratedRegex("(?:本机关(?:已)?于?" + WrittenText.DayOfAnyYear + "(?:组织|进行|开展)?检索|检索于" + WrittenText.DayOfAnyYear
        + "|" + WrittenText.DayOfAnyYear + "[，,]?(?:本机关)?(?:由[^。；]{1,60}?)?检索)")]
    private static partial Regex Searched();

    [GeneratedRegex("(?:检索词|关键词)为(?:“(?<words>[^”]+)”|(?<words>[^“，。；]+))")]
    private static partial Regex Words();

    [GeneratedRegex("由(?<who>[^，。；由]{2,60}?)检索")]
    private static partial Regex Searcher();

    [GeneratedRegex("(?<!未|没有)(?:检索到|查到|找到|发现|检出)")]
    private static partial Regex Finds();
}
