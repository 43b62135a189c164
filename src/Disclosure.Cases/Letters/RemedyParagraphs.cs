using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>
/// What a document says about how it may be contested. Part of the decision: the wrong remedy can void it, so the words
/// stand here once, by kind and date of decision.
/// </summary>
public static partial class RemedyParagraphs
{
    /// <summary>The day on which 行政复议法 as revised in 2023 came into force.</summary>
    public static readonly DateOnly ReconsiderationLawInForce = new(2024, 1, 1);

    /// <summary>The paragraphs for a document.</summary>
    /// <param name="remedy">The document's remedy.</param>
    /// <param name="decidedOn">The date of issue; null (a draft) is judged by the law in force.</param>
    /// <param name="agency">Names the organ, its address and the court. Blank ones are a fault of the caller's check.</param>
    /// <param name="withheld">For <see cref="Remedy.ByPart"/> the grounds of the parts withheld; else ignored.</param>
    /// <returns>No paragraph for <see cref="Remedy.None"/>, else one or more, in order.</returns>
    public static IReadOnlyList<string> For(
        Remedy remedy, DateOnly? decidedOn, LetterAgency agency, IReadOnlyList<WithholdingGround>? withheld = null)
    {
        var firstAllowed = decidedOn is null || decidedOn >= ReconsiderationLawInForce;
        return remedy switch
        {
            Remedy.None => [],
            Remedy.Either => [Either("对本告知书不服的", agency)],
            Remedy.ReconsiderationFirst => [firstAllowed ? First("对本告知书不服的", agency) : Either("对本告知书不服的", agency)],
            Remedy.ByPart => ByPart(firstAllowed, agency, withheld ?? []),
            Remedy.NotOnItsOwn => [FeeOnly],
        };
    }

    // 国办函〔2020〕109号: the fee is contested through the closing that follows when it is not paid.
    private const string FeeOnly =
        "根据《政府信息公开信息处理费管理办法》的规定，对收取信息处理费的决定有异议的，不能单独就该决定申请行政复议或者提起行政诉讼；"
        + "可以在缴费期满后，就本机关不再处理该政府信息公开申请的行为，依据《中华人民共和国政府信息公开条例》第五十一条的规定，向上一级行政机关或者政府信息公开工作主管部门投诉、举报，或者依法申请行政复议、提起行政诉讼。";

    private static IReadOnlyList<string> ByPart(bool firstAllowed, LetterAgency agency, IReadOnlyList<WithholdingGround> withheld)
    {
        var first = withheld.Where(ground => ground.ReconsiderationFirst && firstAllowed).Distinct().ToList();
        var either = withheld.Except(first).Distinct().ToList();
        if (first.Count == 0)
        {
            return [Either("对本告知书不服的", agency)];
        }

        return either.Count == 0
            ? [First("对本告知书不予公开的决定不服的", agency), Either("对本告知书予以公开的内容不服的", agency)]
            : [
                First($"对本告知书中以{Named(first)}为由不予公开的决定不服的", agency),
                Either($"对本告知书的其他内容（{Rest(either)}）不服的", agency),
            ];
    }

    // 法释〔2025〕8号 art. 1: whoever thinks that what was given is not what was asked for may sue directly.
    private static string Rest(IEnumerable<WithholdingGround> either) => $"包括予以公开的内容和{Named(either)}";

    // GB/T 15834-2011, 4.5.3.5: no 、 between quotations side by side.
    private static string Named(IEnumerable<WithholdingGround> grounds) => string.Concat(grounds.Select(ground => $"“{ground.Name}”"));

    private static string Either(string who, LetterAgency agency) =>
        $"{who}，可以自收到本告知书之日起60日内向{Organ(agency)}申请行政复议，也可以自收到本告知书之日起6个月内依法向{agency.Court}提起行政诉讼。";

    // 行政复议法 (2023) art. 23 ¶1(4), ¶2: the organ must say in its decision that reconsideration comes first. Which court has
    // jurisdiction then depends on what the reconsideration decides, so none is named.
    private static string First(string who, LetterAgency agency) =>
        $"{who}，根据《中华人民共和国行政复议法》第二十三条第一款第四项、第二款的规定，应当自收到本告知书之日起60日内先向{Organ(agency)}申请行政复议；"
        + "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向有管辖权的人民法院提起行政诉讼。";

    private static string Organ(LetterAgency agency) =>
        string.IsNullOrWhiteSpace(agency.ReconsiderationAddress)
            ? $"{agency.ReconsiderationOrgan}"
            : $"{agency.ReconsiderationOrgan}（地址：{agency.ReconsiderationAddress}）";
}
