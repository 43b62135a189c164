using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// What was put right, or has changed, is not said any more: a draft that was begun before still has it where somebody typed it
/// (art. 29 ¶2(1)).
/// </summary>
internal sealed class FormerValueRule : ILegalRule<JudgedPart>
{
    public string Name => "Former particulars";

    public IReadOnlyList<string> Articles => ["第二十九条第二款"];

    public string Judges => "No letter says what was corrected or changed of an applicant or an item since.";

    public IEnumerable<Refusal> Check(JudgedPart part) =>
        from typed in part.Texts
        where !VerbatimFacts.Has(typed.Field)
        from former in FormerValues.In(typed.Text, part.Around.Former)
        select Finding(former) with { Field = typed.Field };

    /// <summary>What is said of a former value that still stands in a letter.</summary>
    public static Refusal Finding(FormerValue former) =>
        new("check.formerValue", former.Before, former.Now.Length == 0 ? "—" : former.Now);
}
