using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Article 32: third parties that did not agree, and what they were told.</summary>
internal static class Objections
{
    /// <summary>
    /// The consultation letters to the third parties over whose objection a section gives something: by what each party said
    /// last. A letter that withholds for a third party's rights heeds those whom it means, unless they have been told otherwise by 06.
    /// </summary>
    public static IReadOnlyList<CaseDocument> Overruled(JudgedPart part) => !TemplateCodes.NeedReview(part.Template) ? [] :
    [
        .. ByParty(part, part.ThirdPartyLetters.Where(letter => letter.Opinion is not null))
            .Select(ofParty => ofParty.MaxBy(letter => letter.Opinion!.Sequence)!)
            .Where(letter => Objects(part, letter) && (Notices(part, letter).Any() || !IsHeeded(part, letter))),
    ];

    /// <summary>The notices (06) to the third party that a consultation letter asked, issued or under way.</summary>
    public static IEnumerable<CaseDocument> Notices(JudgedPart part, CaseDocument asked) =>
        from notice in part.File.Documents
        where notice is { Template: TemplateCodes.ThirdPartyDisclosureNotice, Status: not DocumentStatus.Withdrawn }
            && part.Around.FactsOf.TryGetValue(notice.Id, out var facts)
            && (FactReader.Text(facts, "consultationNumber")?.Trim() == asked.Number || IsTo(part, notice, asked))
        select notice;

    /// <summary>Whether two names mean the same party: a name may be shortened, or have an explanation behind it.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (first, second) = (ComparedText.Of(one), ComparedText.Of(other));
        return first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);
    }

    /// <summary>Consultation letters by the party that each asked.</summary>
    public static IEnumerable<IGrouping<string, CaseDocument>> ByParty(JudgedPart part, IEnumerable<CaseDocument> letters) =>
        letters.GroupBy(letter => ComparedText.Of(part.Around.RecipientOf(letter) ?? letter.Id.ToString()));

    // 其他意见 is an objection where the letter itself says that somebody is overruled.
    private static bool Objects(JudgedPart part, CaseDocument letter) =>
        letter.Opinion!.Opinion is Opinion.Disagrees or Opinion.AgreesInPart
        || (letter.Opinion.Opinion == Opinion.Other && part.Variant == VariantCodes.OverObjection);

    private static bool IsTo(JudgedPart part, CaseDocument notice, CaseDocument asked) =>
        part.Around.RecipientOf(notice) is { } told && part.Around.RecipientOf(asked) is { } party
        && ComparedText.Of(told) == ComparedText.Of(party);

    private static bool IsHeeded(JudgedPart part, CaseDocument letter)
    {
        var parties = part.ThirdPartyLetters.Select(part.Around.RecipientOf).OfType<string>().ToList();
        return part.Sections
            .SelectMany(section => WithheldPart.Of(section.Facts)
                .Where(withheld => withheld.Ground == TemplateCodes.RefusedThirdPartyRights).Select(withheld => withheld.Facts)
                .Concat(section.TemplateCode == TemplateCodes.RefusedThirdPartyRights ? [section.Facts] : []))
            .Select(facts => FactReader.Text(facts, "thirdParty")?.Trim() ?? "")
            .Any(named => !parties.Exists(party => AreAlike(named, party))
                || (part.Around.RecipientOf(letter) is { } recipient && AreAlike(named, recipient)));
    }
}
