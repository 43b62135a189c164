using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Who applied is the case's applicant (art. 29 ¶2(1)). Names are only judged where the sentence says whose they are; a name
/// that merely occurs may be anybody's.
/// </summary>
internal sealed partial class ApplicantNameRule : ILegalRule<JudgedPart>
{
    public string Name => "Applicant's name";

    public IReadOnlyList<string> Articles => ["第二十九条第二款"];

    public string Judges => "Whoever the letter calls the applicant is an applicant of this case, and who that is is on record.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.File.IsApplicantErased)
        {
            yield return new Refusal("check.applicantErased");
        }

        var around = part.Around;
        var own = around.OwnNames.OrderByDescending(name => name.Length).ToList();
        var strangers = Strangers(part, own);
        foreach (var (field, typed) in part.Texts.Where(each => !VerbatimFacts.Has(each.Field)))
        {
            // The case's own names are taken out first: 陈某某 is not 陈某.
            var unquoted = WrittenText.WithoutQuotations(typed);
            var text = own.Aggregate(unquoted, (rest, name) => rest.Replace(name, "□", StringComparison.Ordinal));
            var called = Labelled().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !AddressForms().IsMatch(name))
                .Concat(strangers.Where(name => text.Contains(name, StringComparison.Ordinal) && IsCalledApplicant(text, name)));
            foreach (var name in called)
            {
                yield return new Refusal("check.applicantDiffers", name, around.AllApplicants) { Field = field };
            }
        }
    }

    // The applicants of other cases, but for those whom the letter goes to, or whom the application itself is about.
    private static List<string> Strangers(JudgedPart part, List<string> own)
    {
        var others = part.File.Documents.Select(part.Around.RecipientOf).Append(part.Text("recipient")).Append(part.Text("thirdParty"))
            .OfType<string>().Concat(own).Select(ComparedText.Of).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. part.Around.Strangers.Where(name => name.Length >= 2 && !others.Contains(ComparedText.Of(name))
                && !part.Letter.Case.Requested.Contains(name, StringComparison.Ordinal)),
        ];
    }

    private static bool IsCalledApplicant(string text, string name)
    {
        var escaped = Regex.Escape(name);
        return Regex.IsMatch(text, $"申请人[（(：: ]?{escaped}|{escaped}(?:先生|女士|同志)?(?:[（(][^）)]*[）)])?(?:提出的?|提交的?|寄来的?)?"
            + "(?:本件|该|上述)?(?:政府信息公开)?(?:的申请|申请公开)");
    }

    [GeneratedRegex(@"申请人(?:姓名|名称)?[：:]\s*(?<name>[\p{L}·]{2,40})(?=[，。；、\s（(）)]|$)")]
    private static partial Regex Labelled();

    [GeneratedRegex("^(?:您|你|本人|同上|见|自然人|法人)")]
    private static partial Regex AddressForms();
}
