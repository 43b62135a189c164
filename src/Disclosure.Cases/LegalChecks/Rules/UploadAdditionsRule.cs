using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>What an upload adds is judged as the facts are that people write: dates and articles that exist, the case's numbers.</summary>
internal sealed class UploadAdditionsRule : ILegalRule<JudgedUpload>
{
    public string Name => "Upload: words added";

    public IReadOnlyList<string> Articles => ["《行政诉讼法》第七十条"];

    public string Judges => "Words added in Word name dates and articles that exist and the case's numbers, and hold no second draft mark.";

    public IEnumerable<Refusal> Check(JudgedUpload upload)
    {
        var (before, after) = (upload.ExpectedText, upload.FoundText);
        foreach (var date in WrittenText.ImpossibleDates(after))
        {
            yield return new Refusal("check.dateImpossible", date);
        }

        foreach (var article in WrittenText.UnknownArticles(after))
        {
            yield return new Refusal("check.noSuchArticle", article);
        }

        var numbers = upload.File.Documents.Select(other => other.Number).Append(upload.File.RegisterNumber).OfType<string>().ToHashSet();
        var ownNumber = Regex.Escape(upload.Letter.Agency.Code ?? "") + "依申请[复告函]?〔[0-9]{4}〕[0-9]+号";
        foreach (var number in Regex.Matches(after, ownNumber).Select(match => match.Value))
        {
            if (!numbers.Contains(number) && !before.Contains(number, StringComparison.Ordinal))
            {
                yield return new Refusal("check.numberNotInCase", number);
            }
        }

        // The controls read as marks, once each as in the generated letter; one more was typed or copied beside them.
        if (MarkCount(after) > MarkCount(before))
        {
            yield return new Refusal("check.uploadDraftMark");
        }
    }

    private static int MarkCount(string text) => text.Split("待签发").Length;
}
