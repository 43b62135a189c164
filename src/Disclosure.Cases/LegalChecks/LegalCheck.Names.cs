using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.LegalChecks;

// Names other than the case's: the applicant, the third party, the agencies. Names are only judged where the sentence says
// whose they are; a name that merely occurs may be anybody's.
public sealed partial class LegalCheck
{
    // Other people's words, given as they are: whom they name is their affair.
    private static readonly string[] Verbatim = ["correctedContent", "earlierRequested", "specialRule", "lawText", "objection", "thirdPartyAnswer"];

    private static readonly string[] GeneralWords = ["第三方", "有关", "相关", "某", "等"];

    private static readonly string[] NamesOfOtherAgencies = ["otherAgency", "leadAgency", "recipient"];

    private static IEnumerable<Refusal> OfNames(JudgedPart part, Surroundings around) =>
        [.. OfApplicants(part, around), .. OfThirdParty(part, around), .. OfAgencies(part, around)];

    private static IEnumerable<Refusal> OfApplicants(JudgedPart part, Surroundings around)
    {
        var others = part.File.Documents.Select(around.RecipientOf).Append(FactReading.Text(part.Facts, "recipient")).Append(FactReading.Text(part.Facts, "thirdParty"))
            .OfType<string>().Select(Applicant.Normalise).ToHashSet(StringComparer.Ordinal);
        var own = around.OwnNames.OrderByDescending(name => name.Length).ToList();
        var strangers = around.Strangers
            .Where(name => name.Length >= 2 && !own.Exists(mine => Applicant.Normalise(mine) == Applicant.Normalise(name)) && !others.Contains(Applicant.Normalise(name))
                && !part.Letter.Case.Requested.Contains(name, StringComparison.Ordinal))
            .ToList();
        foreach (var (field, typed) in part.Texts.Where(each => !Verbatim.Contains(each.Field)))
        {
            // The case's own names are taken out first: 陈某某 is not 陈某. What is quoted is somebody else's wording.
            var text = own.Aggregate(Quoted().Replace(typed, "“…”"), (rest, name) => rest.Replace(name, "□", StringComparison.Ordinal));
            foreach (var labelled in Labelled().Matches(text).Where(match => !AddressForms().IsMatch(match.Groups["name"].Value)))
            {
                yield return new Refusal("check.applicantDiffers", labelled.Groups["name"].Value, string.Join('、', around.Applicants.Select(person => person.Name))) { Field = field };
            }

            foreach (var name in strangers.Where(name => text.Contains(name, StringComparison.Ordinal) && IsCalledApplicant(text, name)))
            {
                yield return new Refusal("check.applicantDiffers", name, string.Join('、', around.Applicants.Select(person => person.Name))) { Field = field };
            }
        }
    }

    private static bool IsCalledApplicant(string text, string name)
    {
        var escaped = Regex.Escape(name);
        return Regex.IsMatch(text, $"申请人[（(：: ]?{escaped}|{escaped}(?:先生|女士|同志)?(?:[（(][^）)]*[）)])?(?:提出的?|提交的?|寄来的?)?(?:本件|该|上述)?(?:政府信息公开)?(?:的申请|申请公开)");
    }

    // The third party is whom the consultation letter asked; a general expression (有关第三方) protects who it is.
    private static IEnumerable<Refusal> OfThirdParty(JudgedPart part, Surroundings around)
    {
        var asked = part.Sent.Where(letter => letter.ConsultationKind == ConsultationKind.ThirdParty).ToList();
        var recipients = asked.Select(around.RecipientOf).OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        if (recipients.Count == 0)
        {
            yield break;
        }

        if (part.Template == "third-party-disclosure-notice" && FactReading.Text(part.Facts, "recipient")?.Trim() is { Length: > 0 } recipient)
        {
            var number = FactReading.Text(part.Facts, "consultationNumber")?.Trim();
            var expected = asked.Find(letter => letter.Number == number) is { } letter && around.RecipientOf(letter) is { } of ? [of] : recipients;
            if (!expected.Exists(name => Applicant.Normalise(name) == Applicant.Normalise(recipient)))
            {
                yield return new Refusal("check.recipientDiffers", recipient, string.Join('、', expected)) { Field = "recipient" };
            }
        }

        if (FactReading.Text(part.Facts, "thirdParty")?.Trim() is { Length: > 0 } thirdParty && !GeneralWords.Any(word => thirdParty.Contains(word, StringComparison.Ordinal))
            && !recipients.Exists(name => Applicant.Normalise(thirdParty).Contains(Applicant.Normalise(name), StringComparison.Ordinal) || Applicant.Normalise(name).Contains(Applicant.Normalise(thirdParty), StringComparison.Ordinal)))
        {
            yield return new Refusal("check.thirdPartyDiffers", thirdParty, string.Join('、', recipients)) { Field = "thirdParty" };
        }
    }

    // Another agency is another one; and what is said to be ours bears our name.
    private static IEnumerable<Refusal> OfAgencies(JudgedPart part, Surroundings around)
    {
        var own = new[] { part.Letter.Agency.Name, part.Letter.Agency.Office }.OfType<string>().Where(name => name.Length > 0).ToList();
        foreach (var field in NamesOfOtherAgencies)
        {
            var isAsked = field != "recipient" || part.Template is "co-author-consultation" or "assistance-consultation";
            if (isAsked && FactReading.Text(part.Facts, field)?.Trim() is { } named && own.Contains(named))
            {
                yield return new Refusal("check.agencyIsOurs", named) { Field = field };
            }
        }

        var others = around.Agencies.Select(agency => agency.Name).Except(own).ToList();
        foreach (var (field, text) in part.Texts)
        {
            foreach (var named in CalledOurs().Matches(text).Where(match => others.Contains(match.Groups["name"].Value)))
            {
                yield return new Refusal("check.agencyIsNotOurs", named.Groups["name"].Value, part.Letter.Agency.Name) { Field = field };
            }
        }
    }

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"申请人(?:姓名|名称)?[：:]\s*(?<name>[\p{L}·]{2,40})(?=[，。；、\s（(）)]|$)")]
    private static partial Regex Labelled();

    [GeneratedRegex("^(?:您|你|本人|同上|见|自然人|法人)")]
    private static partial Regex AddressForms();

    [GeneratedRegex("本机关[（(](?:以下简称)?(?<name>[^）)]{2,40})[）)]")]
    private static partial Regex CalledOurs();
}
