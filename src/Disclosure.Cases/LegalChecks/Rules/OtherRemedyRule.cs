using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// The remedy follows from the text and stands at its end; a second one in what was typed misleads as a wrong one does (行政复议法
/// art. 23; 法释〔2025〕8号).
/// </summary>
internal sealed class OtherRemedyRule : ILegalRule<JudgedPart>
{
    public string Name => "Remedies typed";

    public IReadOnlyList<string> Articles => ["《行政复议法》第二十三条", "法释〔2025〕8号"];

    public string Judges => "What is typed names no remedy: the letter's own stands at its end.";

    public IEnumerable<Refusal> Check(JudgedPart part) =>
        from each in part.Texts
        where !VerbatimFacts.Has(each.Field)
        from remedy in RemedyWords.In(WrittenText.WithoutQuotations(each.Text)).Take(1)
        select new Refusal("check.otherRemedy", remedy) { Field = each.Field };
}
