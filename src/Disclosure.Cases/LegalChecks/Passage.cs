using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks;

/// <summary>A passage as a sentence names it: documents, and the places in them (第3页第2段).</summary>
/// <param name="Documents">The names in 《》, as they are compared.</param>
/// <param name="Places">Each place by its steps, from the greater to the smaller.</param>
/// <param name="IsWhole">Whether the whole document is meant (全文).</param>
internal sealed partial record Passage(IReadOnlyList<string> Documents, IReadOnlyList<IReadOnlyList<PlaceStep>> Places, bool IsWhole)
{
    /// <summary>Reads a sentence.</summary>
    public static Passage Of(string sentence)
    {
        var text = ComparedText.Of(sentence);
        return new Passage(
            [.. Titles().Matches(text).Select(match => match.Groups["title"].Value)],
            [.. Paths().Matches(text).Select(path => StepsOf(path.Value))],
            Whole().IsMatch(text));
    }

    /// <summary>Whether everything that <paramref name="other"/> names, or some of it, lies in this passage.</summary>
    public bool Covers(Passage other)
    {
        var isSameDocument = Documents.Intersect(other.Documents).Any();
        return (IsWhole && Places.Count == 0) || (other.IsWhole && other.Places.Count == 0)
            ? isSameDocument
            : (isSameDocument || (Documents.Count == 0 && other.Documents.Count == 0))
                && Places.Any(place => other.Places.Any(theirs => IsWithin(theirs, place)));
    }

    // 第2页第3段 lies in 第2页 and in 第1至3页.
    private static bool IsWithin(IReadOnlyList<PlaceStep> inner, IReadOnlyList<PlaceStep> outer) => outer.Count <= inner.Count
        && outer.Zip(inner).All(pair => pair.First.Unit == pair.Second.Unit && pair.First.Numbers.Overlaps(pair.Second.Numbers));

    private static IReadOnlyList<PlaceStep> StepsOf(string path) =>
    [
        .. Steps().Matches(path).Select(step => new PlaceStep(step.Groups["unit"].Value, NumbersOf(step.Groups["numbers"].Value))),
    ];

    private static HashSet<int> NumbersOf(string written)
    {
        var numbers = new HashSet<int>();
        foreach (var part in written.Split(['、', '，', ',', '和', '及'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = Range().Split(part).Select(end => ChineseNumber.Parse(end.Trim('第'))).ToList();
            if (ends is [{ } from, { } to] && to >= from && to - from < 1000)
            {
                numbers.UnionWith(Enumerable.Range(from, to - from + 1));
            }
            else
            {
                numbers.UnionWith(ends.OfType<int>());
            }
        }

        return numbers;
    }

    private const string Number = "[0-9一二三四五六七八九十百〇零]+";

    private const string Step = "第?(?<numbers>" + Number + "(?:(?:[、，,和及至到—–~-]|——)第?" + Number + ")*)(?<unit>自然段|页|行|段|条|款|项|章|节|栏|列)";

    [GeneratedRegex("《(?<title>[^《》]+)》")]
    private static partial Regex Titles();

    [GeneratedRegex("(?:" + Step + "的?)+")]
    private static partial Regex Paths();

    [GeneratedRegex(Step)]
    private static partial Regex Steps();

    [GeneratedRegex("至|到|——|[—–~-]")]
    private static partial Regex Range();

    [GeneratedRegex("全文|全部内容|全件|整份|完整(?:内容|文本|版)|全本")]
    private static partial Regex Whole();
}

/// <summary>A step of a place: 第2、3页 is 页 with 2 and 3.</summary>
internal sealed record PlaceStep(string Unit, HashSet<int> Numbers);
