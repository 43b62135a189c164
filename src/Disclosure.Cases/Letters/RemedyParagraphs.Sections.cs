using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

// A letter with several sections: each contested by its own remedy, the parts named.
public static partial class RemedyParagraphs
{
    /// <summary>The paragraphs for a letter whose sections may be contested in different ways.</summary>
    /// <param name="sections">Each section's remedy, and the grounds on which it withholds parts
    /// (<see cref="Remedy.ByPart"/>), in their order.</param>
    /// <param name="decidedOn">The date of issue; null (a draft) is judged by the law in force.</param>
    /// <param name="agency">Names the organ, its address and the court.</param>
    /// <param name="ordinal">A section's ordinal as its heading bears it: 一, 二, …</param>
    public static IReadOnlyList<string> ForSections(
        IReadOnlyList<(Remedy Remedy, IReadOnlyList<WithholdingGround> Withheld)> sections,
        DateOnly? decidedOn,
        LetterAgency agency,
        Func<int, string> ordinal)
    {
        var firstAllowed = decidedOn is null || decidedOn >= ReconsiderationLawInForce;
        var parts = sections
            .SelectMany((section, index) => Parts(section.Remedy, section.Withheld, $"第{ordinal(index + 1)}部分", firstAllowed)).ToList();
        var first = parts.Where(part => part.First).Select(part => part.Name).ToList();
        var either = parts.Where(part => !part.First).Select(part => part.Name).ToList();
        if (first.Count == 0 || either.Count == 0)
        {
            var who = first.Count == 0 || sections.All(section => section.Remedy == Remedy.ReconsiderationFirst) ? Whole : Of(first);
            return parts.Count == 0 ? [] : [first.Count == 0 ? Either(who, agency) : First(who, agency)];
        }

        return [First(Of(first), agency), Either(Of(either), agency)];
    }

    private const string Whole = "对本告知书不服的";

    private static string Of(IEnumerable<string> parts) => $"对本告知书{string.Join("、", parts)}不服的";

    // What is given in a partly disclosed section is contested freely, like a ground outside articles 14 to 16.
    private static IEnumerable<(string Name, bool First)> Parts(
        Remedy remedy, IReadOnlyList<WithholdingGround> withheld, string section, bool firstAllowed)
    {
        if (remedy != Remedy.ByPart)
        {
            return remedy is Remedy.None or Remedy.NotOnItsOwn ? [] : [(section, firstAllowed && remedy == Remedy.ReconsiderationFirst)];
        }

        var first = withheld.Where(ground => ground.ReconsiderationFirst && firstAllowed).Distinct().ToList();
        var either = withheld.Except(first).Distinct().ToList();
        return first.Count == 0 ? [(section, false)]
            : either.Count == 0 ? [($"{section}不予公开的决定", true), ($"{section}予以公开的内容", false)]
            : [($"{section}以{Named(first)}为由不予公开的决定", true), ($"{section}的其他内容（{Rest(either)}）", false)];
    }
}
