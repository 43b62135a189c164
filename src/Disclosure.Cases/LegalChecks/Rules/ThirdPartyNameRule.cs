using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Article 32: the third party is whom the consultation letter asked; a general expression (有关第三方) protects who it is
/// (art. 15).
/// </summary>
internal sealed class ThirdPartyNameRule : ILegalRule<JudgedPart>
{
    private static readonly string[] GeneralWords = ["第三方", "有关", "相关", "某", "等"];

    public string Name => "Third party's name";

    public IReadOnlyList<string> Articles => ["第十五条", "第三十二条"];

    public string Judges => "The third party named or written to is the one that was consulted, or is named in general terms.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var asked = part.ThirdPartyLetters;
        var recipients = asked.Select(part.Around.RecipientOf).OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        if (recipients.Count == 0)
        {
            yield break;
        }

        if (part.Template == TemplateCodes.ThirdPartyDisclosureNotice && part.Text("recipient")?.Trim() is { Length: > 0 } recipient)
        {
            var number = part.Text("consultationNumber")?.Trim();
            var named = asked.FirstOrDefault(letter => letter.Number == number);
            var expected = named is not null && part.Around.RecipientOf(named) is { } name ? [name] : recipients;
            if (!expected.Exists(each => ComparedText.Of(each) == ComparedText.Of(recipient)))
            {
                yield return new Refusal("check.recipientDiffers", recipient, string.Join('、', expected)) { Field = "recipient" };
            }
        }

        if (part.Text("thirdParty")?.Trim() is { Length: > 0 } thirdParty
            && !GeneralWords.Any(word => thirdParty.Contains(word, StringComparison.Ordinal))
            && !recipients.Exists(name => Objections.AreAlike(name, thirdParty)))
        {
            yield return new Refusal("check.thirdPartyDiffers", thirdParty, string.Join('、', recipients)) { Field = "thirdParty" };
        }
    }
}
