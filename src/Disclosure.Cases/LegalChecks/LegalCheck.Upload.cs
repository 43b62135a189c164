using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks;

// What was finished in Word is read as it came back: wording may differ from the generated letter, the law and the case's
// facts may not. A remedy changed by hand can void the decision; a date changed by hand is not the one that the clock knows.
public sealed partial class LegalCheck
{
    private const string UploadField = "Content";
    private const int ShownOfEach = 40;

    private async Task<IEnumerable<Refusal>> OfUpload(CaseFile file, CaseDocument document, Letter letter)
    {
        var generated = letter with { Number = null, DecidedOn = null };
        if (document.Finished is null || renderer.Check(generated).Count > 0)
        {
            return [];
        }

        if (await finished.Upload(document) is not { } upload)
        {
            return [new Refusal("document.uploadLost") { Field = UploadField }];
        }

        var expected = renderer.Read(renderer.ToDocx(generated), asDraft: true);
        var found = renderer.Read(upload, asDraft: true);
        return OfFixedText(renderer.FixedParagraphs(generated), expected, found)
            .Concat(OfRemedies(expected, found))
            .Concat(OfNewWords(file, document, letter, expected, found))
            .Select(refusal => refusal with { Field = UploadField });
    }

    private static IEnumerable<Refusal> OfFixedText(IReadOnlyList<string> @fixed, IReadOnlyList<LetterParagraph> expected, IReadOnlyList<LetterParagraph> found)
    {
        var paragraphs = found.Select(paragraph => Closed(paragraph.Text)).ToList();
        var changed = @fixed.GroupBy(Closed, StringComparer.Ordinal)
            .Where(text => paragraphs.Count(paragraph => paragraph == text.Key) < text.Count()).Select(text => text.First()).ToList();
        var (before, after) = (TextOf(expected), TextOf(found));
        changed.AddRange(Decisions().Matches(before).Select(match => match.Value).Where(decision => !after.Contains(decision, StringComparison.Ordinal)));
        if (changed.Count > 0)
        {
            yield return new Refusal("check.uploadChanged", Quoted(changed));
        }

        var quotations = StatutoryQuotations().Matches(before).Select(match => match.Value).Distinct().Where(quotation => !after.Contains(quotation, StringComparison.Ordinal)).ToList();
        if (quotations.Count > 0)
        {
            yield return new Refusal("check.uploadMisquotes", Quoted(quotations));
        }

        var figures = Figures().Matches(before).Select(match => match.Value).Distinct().Where(figure => !Occurs(after, figure)).ToList();
        if (figures.Count > 0)
        {
            yield return new Refusal("check.uploadLacks", Quoted(figures));
        }
    }

    // A second remedy beside the right one misleads as a wrong one does.
    private static IEnumerable<Refusal> OfRemedies(IReadOnlyList<LetterParagraph> expected, IReadOnlyList<LetterParagraph> found)
    {
        if (Remedies().Count(TextOf(found)) > Remedies().Count(TextOf(expected)))
        {
            yield return new Refusal("check.uploadOtherRemedy");
        }
    }

    // What the upload adds is judged as the facts are that people write.
    private static IEnumerable<Refusal> OfNewWords(CaseFile file, CaseDocument document, Letter letter, IReadOnlyList<LetterParagraph> expected, IReadOnlyList<LetterParagraph> found)
    {
        var (before, after) = (TextOf(expected), TextOf(found));
        foreach (var date in WrittenDates().Matches(after).Where(date => !Exists(date)))
        {
            yield return new Refusal("check.dateImpossible", date.Value);
        }

        foreach (var article in WrittenArticles().Matches(after).Where(article => ArticleOf(article.Groups["article"].Value) is 0 or > LastArticle))
        {
            yield return new Refusal("check.noSuchArticle", article.Value);
        }

        var numbers = file.Documents.Select(other => other.Number).Append(file.RegisterNumber).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ownNumber = new Regex(Regex.Escape(letter.Agency.Code ?? "") + "依申请[复告函]?〔[0-9]{4}〕[0-9]+号");
        foreach (var number in ownNumber.Matches(after).Where(number => !numbers.Contains(number.Value) && !before.Contains(number.Value, StringComparison.Ordinal)))
        {
            yield return new Refusal("check.numberNotInCase", number.Value);
        }

        // The controls read as marks, once each as in the generated letter; one more was typed or copied beside them.
        if (MarkCount(after) > MarkCount(before))
        {
            yield return new Refusal("check.uploadDraftMark");
        }

        static int MarkCount(string text) => text.Split("待签发").Length;
    }

    private static string TextOf(IReadOnlyList<LetterParagraph> paragraphs) => string.Join('\n', paragraphs.Select(paragraph => Closed(paragraph.Text)));

    // Blanks and line breaks within a paragraph are layout, not wording: a long title may be broken into two lines.
    private static string Closed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    // 12日 does not occur in 112日.
    private static bool Occurs(string text, string figure)
    {
        for (var place = text.IndexOf(figure, StringComparison.Ordinal); place >= 0; place = text.IndexOf(figure, place + 1, StringComparison.Ordinal))
        {
            if (!char.IsAsciiDigit(figure[0]) || place == 0 || !(char.IsAsciiDigit(text[place - 1]) || text[place - 1] is '.' or ','))
            {
                return true;
            }
        }

        return false;
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join("；", texts.Select(text =>
        new StringInfo(text) is { LengthInTextElements: > ShownOfEach } long_ ? $"“{long_.SubstringByTextElements(0, ShownOfEach)}……”" : $"“{text}”"));

    [GeneratedRegex("(?:《[^《》]*》)?第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十百]+款)?(?:第[一二三四五六七八九十百]+项)?规定：“[^”]*”")]
    private static partial Regex StatutoryQuotations();

    // Dates, numbers of documents, sums and periods: all come from the case.
    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|(?:依申请[复告函]?)?〔[0-9]{4}〕[0-9]+号|[0-9][0-9,.]*元|[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]+元整?|[0-9]+个工作日")]
    private static partial Regex Figures();

    // What the letter decides, in one sentence: the texts say it after the articles that they apply.
    [GeneratedRegex("根据上述规定，[^。\n]*。")]
    private static partial Regex Decisions();

    [GeneratedRegex("(?:申请|提起)行政(?:复议|诉讼)")]
    private static partial Regex Remedies();
}
