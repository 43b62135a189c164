using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>
/// Whether a reason for withholding is one of the case: what is left of it besides the places it refers to (第3页、附件二) says
/// something.
/// </summary>
internal static partial class ParticularText
{
    /// <summary>The fewest letters of a reason, places not counted.</summary>
    public const int LeastOfAReason = 10;

    private const int LeastOfAName = 2;

    /// <summary>What a text that says which content is withheld, or why, leaves unsaid; null when it can stand.</summary>
    /// <param name="fact">A fact of a text that withholds.</param>
    /// <param name="text">What was written.</param>
    public static Refusal? Fault(TemplateFact fact, string text)
    {
        if (fact is not { Kind: FactKind.Paragraphs, Optional: false })
        {
            return null;
        }

        var own = Places().Replace(text, "");
        return fact.Key == PartTexts.Content
            ? Sentences(own).All(IsVague) ? new Refusal("letter.part-not-named", fact.Label) : null
            : IsThin(own) ? new Refusal("letter.reason-too-thin", fact.Label, LeastOfAReason)
            : null;
    }

    /// <summary>
    /// Whether a reason says next to nothing of the case: what is said twice, and what every refusal says, does not count.
    /// </summary>
    public static bool IsThin(string reason) =>
        Conclusions().Replace(Places().Replace(reason, ""), "")
            .Split(['。', '；', '，', '、', '！', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct().Sum(Letters) < LeastOfAReason;

    private static string[] Sentences(string text) =>
        text.Split(['。', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // 合同有关部分 names a document and leaves open which of its contents.
    private static bool IsVague(string sentence) =>
        Letters(Fillers().Replace(sentence, "")) < LeastOfAName || SomeContent().IsMatch(sentence);

    private static int Letters(string text) => text.EnumerateRunes().Count(Rune.IsLetter);

    [GeneratedRegex("附(?:件|表|图)?[0-9０-９一二三四五六七八九十]+|第?[0-9０-９一二三四五六七八九十百零〇、，,至到和及—–~～-]+"
        + "(?:自然段|页|行|段|条|款|项|章|节|栏|列|处|部分)")]
    private static partial Regex Places();

    // 该部分信息属于内部事务信息，依照条例规定可以不予公开。
    [GeneratedRegex("(?:该|上述|这|此)(?:部分)?(?:政府)?信息"
        + "|(?:属于|系|是|为)?(?:内部事务信息|过程性信息|行政执法案卷(?:信息)?|国家秘密|商业秘密|个人隐私|第三方合法权益)"
        + "|(?:根据|依据|依照|按照)(?:《?(?:中华人民共和国)?(?:政府信息公开)?条例》?|有关规定|法律)(?:的?规定)?"
        + "|(?:可以|应当|依法|决定)?(?:不予公开|不予提供)")]
    private static partial Regex Conclusions();

    [GeneratedRegex("(?<!等)(?:有关|相关|部分|个别|某些|若干|一些|其他|敏感|涉密|不宜公开|不予公开)的?"
        + "(?:政府信息|信息|内容|文件|材料|资料|数据|部分|条款|章节|段落|文字|事项)[，、）”\\s]*$")]
    private static partial Regex SomeContent();

    [GeneratedRegex("政府信息|信息|内容|文件|材料|资料|合同|协议|报告|方案|纪要|案卷|档案|批复|通知|公文|数据|条款|章节|部分|不予公开|有关|相关|涉及|其中|上述|全部|位于|详见"
        + "|全文|全篇|全件|整份|通篇|[的等该见在于中及和与为是]")]
    private static partial Regex Fillers();
}
