using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Numbers other than the case's. What may lawfully be cited passes: the case's own numbers; the same applicant's earlier
/// applications where the text is about them; what was asked for; a document that is named, 《…》（文号）.
/// </summary>
internal sealed partial class NumberRule(NumberPatterns patterns) : ILegalRule<JudgedPart>
{
    private static readonly string[] AboutEarlierApplications =
        [TemplateCodes.RepeatRequest, TemplateCodes.ExplanationNotice, TemplateCodes.ExcessiveRequests, TemplateCodes.FeeNotice];

    // The facts that have to be one certain number of the case.
    private static readonly (string Field, Func<CaseFile, CaseDocument?> Letter)[] CertainNumbers =
    [
        ("noticeNumber", file => file.CorrectionNotice),
        ("feeNoticeNumber", file => file.FeeNotice),
        ("explanationNumber", file => file.ExplanationNotice),
    ];

    public string Name => "Numbers";

    public IReadOnlyList<string> Articles => ["《行政诉讼法》第七十条", "GB/T 9704-2012"];

    public string Judges => "Numbers are those of the case's documents and written as prescribed; another agency's is not called ours.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var certain = new List<string> { "earlierNumber", "documentNumber", "consultationNumber" };
        foreach (var (field, letter) in CertainNumbers)
        {
            if (part.Text(field)?.Trim() is { } written && letter(part.File)?.Number is { } right)
            {
                certain.Add(field);
                if (written != right)
                {
                    yield return new Refusal("check.numberDiffers", written, right) { Field = field };
                }
            }
        }

        var ownCode = part.Letter.Agency.Code ?? "";
        var codes = part.Around.Agencies.Select(agency => agency.Code).ToList();
        var ofCase = OfCase(part);
        var citable = patterns.In(part.Letter.Case.Requested, ownCode, codes).Select(number => number.Printed).ToHashSet();
        var isAboutEarlier = AboutEarlierApplications.Contains(part.Template);
        if (isAboutEarlier)
        {
            citable.UnionWith(part.Around.Earlier.SelectMany(application => application.ReplyNumbers.Append(application.RegisterNumber)));
        }

        foreach (var (field, text) in part.Texts.Where(each => !certain.Contains(each.Field)))
        {
            var cited = patterns.In(text, ownCode, codes).Where(number => !citable.Contains(number.Printed) && !IsDocument(text, number));
            foreach (var refusal in cited.Select(number => Judge(number, text, ownCode, ofCase, isAboutEarlier)).OfType<Refusal>())
            {
                yield return refusal with { Field = field };
            }
        }
    }

    private static HashSet<string> OfCase(JudgedPart part) => part.File.Documents
        .Where(document => document.Status != DocumentStatus.Withdrawn).Select(document => document.Number)
        .Append(part.File.RegisterNumber).Append(part.Letter.Case.Replaces?.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static Refusal? Judge(WrittenNumber number, string text, string ownCode, HashSet<string> ofCase, bool isAboutEarlier)
    {
        if (ofCase.Contains(number.Printed))
        {
            return number.AsWritten == number.Printed ? null : new Refusal("check.numberForm", number.AsWritten, number.Printed);
        }

        if (number.Code is { } code && code != ownCode)
        {
            // Another agency's letters may be spoken of, but not as ours.
            return OurOwn().IsMatch(text[..number.At]) ? new Refusal("check.otherAgencysNumber", number.AsWritten, ownCode) : null;
        }

        // What else was sent on earlier applications is not in this case's file to be judged by.
        return !isAboutEarlier || number.Series is SeriesKind.Register or SeriesKind.Decision
            ? new Refusal("check.numberNotInCase", number.AsWritten)
            : null;
    }

    // 《关于…的答复》（示范府依申请复〔2023〕8号）: a document, cited by its name.
    private static bool IsDocument(string text, WrittenNumber number) => NamedDocument().IsMatch(text[..number.At]);

    [GeneratedRegex(@"》\s*[（(]\s*$")]
    private static partial Regex NamedDocument();

    [GeneratedRegex("本机关[^。；！？]{0,20}(?:(?<![可予加难所])以(?![及上下前后来])|作出的?|发出的?|制发的?|出具的?)[^。；，！？]{0,12}$")]
    private static partial Regex OurOwn();
}
