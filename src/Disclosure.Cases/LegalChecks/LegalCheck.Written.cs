using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks;

// What people write into a letter by hand: dates that do not exist, numbers that this agency never gave in the case,
// articles that the regulation does not have, days of consultations that were otherwise.
public sealed partial class LegalCheck
{
    private const int LastArticle = 56;

    private static IEnumerable<Refusal> OfWrittenFacts(CaseFile file, DocumentSection section, Letter letter)
    {
        foreach (var (field, text) in letter.Facts.SelectMany(fact => FactReading.TextsIn(fact.Value).Select(text => (fact.Key, text))))
        {
            foreach (var date in WrittenDates().Matches(text).Where(date => !Exists(date)))
            {
                yield return new Refusal("check.dateImpossible", date.Value) { Field = field };
            }

            foreach (var article in WrittenArticles().Matches(text).Where(article => ArticleOf(article.Groups["article"].Value) is 0 or > LastArticle))
            {
                yield return new Refusal("check.noSuchArticle", article.Value) { Field = field };
            }
        }

        foreach (var refusal in OfConsultationDays(file, section, letter.Facts))
        {
            yield return refusal;
        }
    }

    // 05 and 06 speak of consultation letters of this very case.
    private static IEnumerable<Refusal> OfConsultationDays(CaseFile file, DocumentSection section, JsonObject facts)
    {
        var letters = file.Documents.Where(letter => letter is { ConsultationKind: not null, Status: DocumentStatus.Served }).ToList();
        if (section.Template == "consultation-notice" && FactReading.Date(facts, "sentOn") is { } sentOn && letters.Count > 0 && !letters.Exists(letter => letter.ServedOn == sentOn || letter.Attempts[0].ServedOn == sentOn))
        {
            yield return new Refusal("check.dateDiffers", letters[^1].Attempts[0].ServedOn) { Field = "sentOn" };
        }

        if (section.Template != "third-party-disclosure-notice" || letters.Count == 0)
        {
            yield break;
        }

        if (letters.Find(letter => letter.Number == FactReading.Text(facts, "consultationNumber")?.Trim()) is not { } asked)
        {
            yield return new Refusal("check.numberNotInCase", FactReading.Text(facts, "consultationNumber")) { Field = "consultationNumber" };
            yield break;
        }

        if (asked.DeliveredOn is { } deliveredOn && FactReading.Date(facts, "consultationDeliveredOn") is { } delivered && delivered != deliveredOn)
        {
            yield return new Refusal("check.dateDiffers", deliveredOn) { Field = "consultationDeliveredOn" };
        }

        if (asked.Opinion is { } opinion && FactReading.Date(facts, "objectedOn") is { } objected && objected != opinion.On)
        {
            yield return new Refusal("check.dateDiffers", opinion.On) { Field = "objectedOn" };
        }
    }

    private static bool Exists(Match date) => DateOnly.TryParseExact(
        $"{date.Groups["year"].Value}-{date.Groups["month"].Value}-{date.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // 一 to 九十九, as articles are numbered; 0 for anything that is no such number.
    private static int ArticleOf(string numeral)
    {
        const string Digits = "零一二三四五六七八九";
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        var ones = Digits.IndexOf(numeral[^1], StringComparison.Ordinal);
        return ten < 0 ? (numeral.Length == 1 ? Math.Max(ones, 0) : numeral.Contains('百', StringComparison.Ordinal) ? LastArticle + 1 : 0)
            : (ten == 0 ? 10 : Digits.IndexOf(numeral[0], StringComparison.Ordinal) * 10) + (numeral.EndsWith('十') ? 0 : ones);
    }

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日")]
    private static partial Regex WrittenDates();

    [GeneratedRegex("(?:《条例》|《政府信息公开条例》|《中华人民共和国政府信息公开条例》)第(?<article>[零一二三四五六七八九十百]+)条")]
    private static partial Regex WrittenArticles();
}
