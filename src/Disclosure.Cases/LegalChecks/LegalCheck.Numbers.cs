using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.LegalChecks;

// Numbers other than the case's. What may lawfully be cited passes: the case's own numbers; the same applicant's earlier
// applications where the text is about them; what was asked for; a document that is named, 《…》（文号）.
public sealed partial class LegalCheck
{
    private static readonly string[] AboutEarlierApplications = ["repeat-request", "explanation-notice", "excessive-requests", "fee-notice"];

    // The facts that have to be one certain number of the case.
    private static readonly (string Field, Func<JudgedPart, CaseDocument?> Letter)[] CertainNumbers =
    [
        ("noticeNumber", part => part.File.CorrectionNotice),
        ("feeNoticeNumber", part => part.File.FeeNotice),
        ("explanationNumber", part => part.File.ExplanationNotice),
    ];

    private IEnumerable<Refusal> OfNumbers(JudgedPart part, Surroundings around)
    {
        var certain = new List<string> { "earlierNumber", "documentNumber", "consultationNumber" };
        foreach (var (field, letter) in CertainNumbers)
        {
            if (FactReading.Text(part.Facts, field)?.Trim() is { } written && letter(part)?.Number is { } right)
            {
                certain.Add(field);
                if (written != right)
                {
                    yield return new Refusal("check.numberDiffers", written, right) { Field = field };
                }
            }
        }

        var ownCode = part.Letter.Agency.Code ?? "";
        var codes = around.Agencies.Select(agency => agency.Code).ToList();
        var ofCase = part.File.Documents.Where(document => document.Status != DocumentStatus.Withdrawn).Select(document => document.Number)
            .Append(part.File.RegisterNumber).Append(part.Letter.Case.Replaces?.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var citable = patterns.In(part.Letter.Case.Requested, ownCode, codes).Select(number => number.Printed).ToHashSet(StringComparer.Ordinal);
        var isAboutEarlier = AboutEarlierApplications.Contains(part.Template);
        if (isAboutEarlier)
        {
            citable.UnionWith(around.Earlier.SelectMany(application => application.ReplyNumbers.Append(application.RegisterNumber)));
        }

        foreach (var (field, text) in part.Texts.Where(each => !certain.Contains(each.Field)))
        {
            foreach (var number in patterns.In(text, ownCode, codes).Where(number => !citable.Contains(number.Printed) && !IsDocument(text, number)))
            {
                if (ofCase.Contains(number.Printed))
                {
                    if (number.AsWritten != number.Printed)
                    {
                        yield return new Refusal("check.numberForm", number.AsWritten, number.Printed) { Field = field };
                    }
                }
                else if (number.Code is { } code && code != ownCode)
                {
                    // Another agency's letters may be spoken of, but not as ours.
                    if (IsSaidToBeOurs(text[..number.At]))
                    {
                        yield return new Refusal("check.otherAgencysNumber", number.AsWritten, ownCode) { Field = field };
                    }
                }
                else if (!isAboutEarlier || number.Series is SeriesKind.Register or SeriesKind.Decision)
                {
                    // What else was sent on earlier applications is not in this case's file to be judged by.
                    yield return new Refusal("check.numberNotInCase", number.AsWritten) { Field = field };
                }
            }
        }
    }

    // 《关于…的答复》（示范府依申请复〔2023〕8号）: a document, cited by its name.
    private static bool IsDocument(string text, WrittenNumber number) => NamedDocument().IsMatch(text[..number.At]);

    private static bool IsSaidToBeOurs(string before) => OurOwn().IsMatch(before);

    [GeneratedRegex(@"》\s*[（(]\s*$")]
    private static partial Regex NamedDocument();

    [GeneratedRegex("本机关[^。；！？]{0,20}(?:(?<![可予加难所])以(?![及上下前后来])|作出的?|发出的?|制发的?|出具的?)[^。；，！？]{0,12}$")]
    private static partial Regex OurOwn();
}
