using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 14, and parts withheld on its ground (art. 15, 32): what a third party answered is told as it is on record, and what it agrees to is
/// not withheld for its sake.
/// </summary>
internal sealed partial class ThirdPartyAnswerRule : ILegalRule<JudgedPart>
{
    public string Name => "Third party's answer";

    public IReadOnlyList<string> Articles => ["第十五条", "第三十二条"];

    public string Judges => "Nothing is withheld for the sake of a third party that agreed; its answer, or that there is none, is the one "
        + "on record; nobody who was asked is said not to have been.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.RefusedThirdPartyRights || OfTheParty(part) is not { Count: > 0 } asked)
        {
            yield break;
        }

        var opinions = asked.ConvertAll(letter => letter.Opinion?.Opinion);
        if (opinions.TrueForAll(opinion => opinion == Opinion.Agrees))
        {
            yield return new Refusal("check.thirdPartyAgreed") { Field = "thirdPartyAnswer" };
        }

        if (part.Text("thirdPartyAnswer") is { Length: > 0 } answer && Said(answer).Except(opinions.SelectMany(Sayable)).Any())
        {
            yield return new Refusal("check.thirdPartyAnswerDiffers", string.Join('、', opinions.Select(InWords)))
            {
                Field = "thirdPartyAnswer",
            };
        }

        if (!string.IsNullOrWhiteSpace(part.Text("notConsultedReason")) && asked.Exists(letter => letter.ReturnedOn is null))
        {
            yield return new Refusal("check.thirdPartyWasAsked", string.Join('、', asked.Select(letter => letter.Number)))
            {
                Field = "notConsultedReason",
            };
        }
    }

    // The last letter to each; of several parties the one named, where a name tells.
    private static List<CaseDocument> OfTheParty(JudgedPart part)
    {
        var last = Objections.ByParty(part, part.ThirdPartyLetters)
            .Select(ofParty => ofParty.LastOrDefault(letter => letter.Opinion is not null) ?? ofParty.Last()).ToList();
        var named = part.Text("thirdParty") is { Length: > 0 } name
            ? last.FindAll(letter => part.Around.RecipientOf(letter) is { } recipient && Objections.AreAlike(name, recipient))
            : [];
        return named.Count > 0 ? named : last;
    }

    private static IEnumerable<string> Said(string answer)
    {
        var plain = WrittenText.WithoutQuotations(answer);
        return new[] { ("no", Refuses()), ("yes", Agrees()), ("nothing", Silent()) }
            .Where(each => each.Item2.IsMatch(plain)).Select(each => each.Item1);
    }

    private static string[] Sayable(Opinion? opinion) => opinion switch
    {
        Opinion.Agrees => ["yes"],
        Opinion.Disagrees => ["no"],
        Opinion.AgreesInPart or Opinion.Other => ["yes", "no"],
        null => ["nothing"],
    };

    private static string InWords(Opinion? opinion) => opinion is { } said ? Texts.Name(said) : "—";

    [GeneratedRegex("不同意|不愿|反对|拒绝公开")]
    private static partial Regex Refuses();

    [GeneratedRegex("(?<!不|是否)同意(?!或|与否|的?意见)|无异议|没有异议")]
    private static partial Regex Agrees();

    [GeneratedRegex("(?:未|没有)(?:在[^，。；]{0,15}内|按期|如期|书面)?(?:提出|答复|回复|反馈|作出)[^。；]{0,8}?(?:意见|答复|回复|[。；，]|$)")]
    private static partial Regex Silent();
}
