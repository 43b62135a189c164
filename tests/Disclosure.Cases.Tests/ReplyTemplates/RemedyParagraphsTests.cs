using Disclosure.Cases.Agencies;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class RemedyParagraphsTests
{
    private const string EitherWords = "可以自收到本告知书之日起60日内向示范市人民政府（地址：示范市市民中心1号）申请行政复议，也可以自收到本告知书之日起6个月内依法向示范市中级人民法院提起行政诉讼。";
    private const string FirstWords = "应当自收到本告知书之日起60日内先向示范市人民政府（地址：示范市市民中心1号）申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向有管辖权的人民法院提起行政诉讼。";
    private static readonly DateOnly After = new(2024, 1, 1);
    private static readonly DateOnly Before = new(2023, 12, 31);

    private static readonly LetterAgency Agency = new("示范区人民政府", MastheadKind.Letter)
    {
        ReconsiderationOrgan = "示范市人民政府",
        ReconsiderationAddress = "示范市市民中心1号",
        Court = "示范市中级人民法院",
    };

    [Test]
    public void None_Always_SaysNothing() => Assert.That(RemedyParagraphs.For(Remedy.None, After, Agency), Is.Empty);

    [Test]
    public void Either_Always_NamesBothWays()
    {
        Assert.That(RemedyParagraphs.For(Remedy.Either, After, Agency), Is.EqualTo(new[] { "对本告知书不服的，" + EitherWords }));
        Assert.That(RemedyParagraphs.For(Remedy.Either, Before, Agency), Is.EqualTo(new[] { "对本告知书不服的，" + EitherWords }));
    }

    [Test]
    public void First_DecidedFrom2024_SaysThatReconsiderationComesFirst() =>
        Assert.That(
            RemedyParagraphs.For(Remedy.ReconsiderationFirst, After, Agency),
            Is.EqualTo(new[] { "对本告知书不服的，根据《中华人民共和国行政复议法》第二十三条第一款第四项、第二款的规定，" + FirstWords }));

    [Test]
    public void First_DecidedBefore2024_IsEither() =>
        Assert.That(RemedyParagraphs.For(Remedy.ReconsiderationFirst, Before, Agency), Is.EqualTo(new[] { "对本告知书不服的，" + EitherWords }));

    [Test]
    public void First_InADraft_GoesByTheLawInForce() =>
        Assert.That(
            RemedyParagraphs.For(Remedy.ReconsiderationFirst, null, Agency),
            Is.EqualTo(RemedyParagraphs.For(Remedy.ReconsiderationFirst, After, Agency)));

    [Test]
    public void ByPart_WithheldUnder14To16Only_IsFirstForThatAndEitherForWhatIsGiven()
    {
        var paragraphs = ByPart(After, TemplateCodes.RefusedInternalAffairs, TemplateCodes.RefusedStateSecret);
        Assert.That(paragraphs, Has.Count.EqualTo(2));
        Assert.That(paragraphs[0], Does.StartWith("对本告知书不予公开的决定不服的，").And.EndWith(FirstWords));
        Assert.That(paragraphs[1], Is.EqualTo("对本告知书予以公开的内容不服的，" + EitherWords));
    }

    [Test]
    public void ByPart_NoGovernmentInformationOnly_IsEither() =>
        Assert.That(ByPart(After, "not-government-information"), Is.EqualTo(new[] { "对本告知书不服的，" + EitherWords }));

    [Test]
    public void ByPart_Mixed_NamesTheParts()
    {
        var paragraphs = ByPart(
            After, TemplateCodes.RefusedStateSecret, "not-government-information", TemplateCodes.RefusedInternalAffairs);
        Assert.That(paragraphs, Has.Count.EqualTo(2));
        Assert.That(paragraphs[0], Does.StartWith("对本告知书中以“国家秘密”“内部事务信息”为由不予公开的决定不服的，").And.EndWith(FirstWords));
        Assert.That(paragraphs[1], Does.StartWith("对本告知书的其他内容（包括予以公开的内容和“不属于政府信息的内容”）不服的，").And.EndWith(EitherWords));
    }

    [Test]
    public void ByPart_MixedBefore2024_IsEither() =>
        Assert.That(
            ByPart(Before, TemplateCodes.RefusedStateSecret, "not-government-information"),
            Is.EqualTo(new[] { "对本告知书不服的，" + EitherWords }));

    [Test]
    public void NotOnItsOwn_TheFee_PointsToTheClosing() =>
        Assert.That(RemedyParagraphs.For(Remedy.NotOnItsOwn, After, Agency).Single(), Does.Contain("不能单独").And.Contain("缴费期满后"));

    [TestCase(TemplateCodes.RefusedStateSecret, true)]
    [TestCase(TemplateCodes.RefusedEnforcementFile, true)]
    [TestCase("not-government-information", false)]
    public void Ground_UnderArticles14To16_NeedsReconsiderationFirst(string code, bool first) =>
        Assert.That(WithholdingGround.Find(code)!.ReconsiderationFirst, Is.EqualTo(first));

    private static IReadOnlyList<string> ByPart(DateOnly decidedOn, params string[] grounds) =>
        RemedyParagraphs.For(Remedy.ByPart, decidedOn, Agency, [.. grounds.Select(code => WithholdingGround.Find(code)!)]);
}
