using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// What was finished in Word is read as it came back: wording may differ from the generated letter, the law and the case's
/// facts may not. A date changed by hand is not the one that the clock knows.
/// </summary>
internal sealed partial class UploadTextRule : ILegalRule<JudgedUpload>
{
    private const int ShownOfEach = 40;

    public string Name => "Upload: text that stays";

    public IReadOnlyList<string> Articles => ["第三十六条", "《行政诉讼法》第七十条"];

    public string Judges => "What was finished in Word keeps fixed paragraphs, decision, quotations of the law, dates, numbers and sums.";

    public IEnumerable<Refusal> Check(JudgedUpload upload)
    {
        if (upload.Content is null)
        {
            yield return new Refusal("document.uploadLost");
        }

        var (before, after) = (upload.ExpectedText, upload.FoundText);
        List<string> changed = [.. MissingParagraphs(upload), .. Lacking(Found(Decisions(), before), after)];
        if (changed.Count > 0)
        {
            yield return new Refusal("check.uploadChanged", Quoted(changed));
        }

        var quotations = Lacking(Found(Quotations(), before).Distinct(), after).ToList();
        if (quotations.Count > 0)
        {
            yield return new Refusal("check.uploadMisquotes", Quoted(quotations));
        }

        var figures = Found(Figures(), before).Distinct().Where(figure => !Occurs(after, figure)).ToList();
        if (figures.Count > 0)
        {
            yield return new Refusal("check.uploadLacks", Quoted(figures));
        }
    }

    private static IEnumerable<string> MissingParagraphs(JudgedUpload upload)
    {
        var paragraphs = upload.Found.Select(paragraph => JudgedUpload.Closed(paragraph.Text)).ToList();
        return upload.Fixed.GroupBy(JudgedUpload.Closed, StringComparer.Ordinal)
            .Where(text => paragraphs.Count(paragraph => paragraph == text.Key) < text.Count()).Select(text => text.First());
    }

    private static IEnumerable<string> Found(Regex expression, string text) => expression.Matches(text).Select(match => match.Value);

    private static IEnumerable<string> Lacking(IEnumerable<string> passages, string text) =>
        passages.Where(passage => !text.Contains(passage, StringComparison.Ordinal));

    // 12日 does not occur in 112日.
    private static bool Occurs(string text, string figure)
    {
        var place = text.IndexOf(figure, StringComparison.Ordinal);
        while (place > 0 && char.IsAsciiDigit(figure[0]) && (char.IsAsciiDigit(text[place - 1]) || text[place - 1] is '.' or ','))
        {
            place = text.IndexOf(figure, place + 1, StringComparison.Ordinal);
        }

        return place >= 0;
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join("；", texts.Select(text => $"“{Beginning(text)}”"));

    private static string Beginning(string text) => new StringInfo(text) is { LengthInTextElements: > ShownOfEach } all
        ? all.SubstringByTextElements(0, ShownOfEach) + "……"
        : text;

    [GeneratedRegex("(?:《[^《》]*》)?第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十百]+款)?(?:第[一二三四五六七八九十百]+项)?规定：“[^”]*”")]
    private static partial Regex Quotations();

    // Dates, numbers of documents, sums and periods: all come from the case.
    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|(?:依申请[复告函]?)?〔[0-9]{4}〕[0-9]+号|[0-9][0-9,.]*元"
        + "|[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]+元整?|[0-9]+个工作日")]
    private static partial Regex Figures();

    // What the letter decides, in one sentence: the texts say it after the articles that they apply, of a part with them.
    [GeneratedRegex("根据(?:上述|《中华人民共和国政府信息公开条例》第[^。，\n]*的)规定，[^。\n]*。")]
    private static partial Regex Decisions();
}
