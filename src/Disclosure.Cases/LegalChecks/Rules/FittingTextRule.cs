using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>Article 36: which reply is given follows from what was found; the answers may have changed since the draft was begun.</summary>
internal sealed class FittingTextRule : ILegalRule<JudgedDocument>
{
    public string Name => "Text for the answers";

    public IReadOnlyList<string> Articles => ["第三十六条"];

    public string Judges => "The answers recorded on the case still lead to this text.";

    public IEnumerable<Refusal> Check(JudgedDocument judged)
    {
        if (judged.Document.Effect != ServiceEffect.Nothing && !StepTransitions.IsStillFitting(judged.File, judged.Document))
        {
            yield return new Refusal("document.notFitting", judged.File.Stage);
        }
    }
}
