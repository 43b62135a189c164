using System.Text.Json;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Article 16 ¶2: "法律、法规、规章规定上述信息应当公开的，从其规定" – whoever withholds process information or an enforcement file has to
/// say that none does.
/// </summary>
internal sealed class OtherLawRule : ILegalRule<JudgedPart>
{
    public string Name => "No law requires disclosure";

    public IReadOnlyList<string> Articles => ["第十六条第二款"];

    public string Judges => "Process information and enforcement files are withheld with the statement that no law requires disclosure.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template is TemplateCodes.RefusedDeliberativeProcess or TemplateCodes.RefusedEnforcementFile
            && part.Facts["noLawRequiresDisclosure"]?.GetValueKind() != JsonValueKind.True)
        {
            yield return new Refusal("check.noLawStatementMissing") { Field = "noLawRequiresDisclosure" };
        }
    }
}
