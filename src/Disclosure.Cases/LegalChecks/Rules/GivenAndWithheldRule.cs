using System.Text.RegularExpressions;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>10 (art. 37) separates: nothing is both given and withheld.</summary>
internal sealed partial class GivenAndWithheldRule : ILegalRule<JudgedPart>
{
    // Shorter words can stand in any sentence.
    private const int ShortestNamed = 4;

    public string Name => "Parts kept apart";

    public IReadOnlyList<string> Articles => ["第三十七条"];

    public string Judges => "No passage that 10 withholds stands among what it gives: neither in the same words, nor by the same place of "
        + "the same document, nor with the document as a whole.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var given = Sentences(part.Text("disclosed")).Where(sentence => !Excepts().IsMatch(sentence))
            .Select(sentence => (Words: Bare(sentence), Passage: Passage.Of(sentence))).ToList();
        return part.Template != TemplateCodes.PartlyDisclosed ? [] :
            from withheld in WithheldPart.Of(part.Facts)
            from sentence in Sentences(LetterFields.Text(withheld.Facts[PartTexts.Content]))
            let words = Bare(sentence)
            let core = Named().Replace(words, "")
            let passage = Passage.Of(sentence)
            where given.Exists(each => each.Words == words || each.Passage.Covers(passage)
                || (core.Length >= ShortestNamed && each.Words.Contains(core, StringComparison.Ordinal)))
            select new Refusal("check.givenAndWithheld", sentence) { Field = withheld.PathOf(PartTexts.Content) };
    }

    private static string[] Sentences(string? text) =>
        (text ?? "").Split(['。', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string sentence) => Ending().Replace(ComparedText.Of(sentence), "");

    [GeneratedRegex("除|不含|不包括|遮盖|其余|其他|以外|之外|区分处理")]
    private static partial Regex Excepts();

    // 《…合同》的价款和期限部分 is named by 价款和期限.
    [GeneratedRegex("《[^《》]*》(?:中?的)?|(?:部分)?(?:的?(?:内容|信息))?$")]
    private static partial Regex Named();

    [GeneratedRegex("[，,、.．]+|(?:予以|可以|不予)公开$")]
    private static partial Regex Ending();
}
