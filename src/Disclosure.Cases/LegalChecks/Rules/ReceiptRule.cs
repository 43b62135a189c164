using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>登记回执, 登记表: they say how the application came in (art. 29), on which the day of receipt depends (art. 31).</summary>
internal sealed class ReceiptRule : ILegalRule<JudgedPart>
{
    public string Name => "Registration receipt";

    public IReadOnlyList<string> Articles => ["第二十九条第一款", "第三十一条"];

    public string Judges => "Receipt and registration form name the way in which the application was registered to have come in.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template is TemplateCodes.RegistrationReceipt or TemplateCodes.RegistrationForm && part.Text("channel") is { } written
            && written != FactReader.ChannelCode(part.File.Channel))
        {
            yield return new Refusal("check.channelDiffers", part.File.Channel) { Field = "channel" };
        }
    }
}
