using Disclosure.Cases.Documents.Typography;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>您 or 你单位, and never 申请人 beside it.</summary>
public sealed class FormOfAddressTests
{
    [TestCase("申请人于2025年7月21日书面说明。", "您于2025年7月21日书面说明。")]
    [TestCase("本机关两次致电申请人进行指导，申请人表示不再补充。", "本机关两次致电您进行指导，您表示不再补充。")]
    [TestCase("影响其他申请人的申请得到及时办理，被申请人、复议申请人同。", "影响其他申请人的申请得到及时办理，被申请人、复议申请人同。")]
    [TestCase("向申请人民政府公开，申请人员名单，申请人数。", "向申请人民政府公开，申请人员名单，申请人数。")]
    [TestCase("所称“申请人应当签名”见《申请人须知》，申请人未签名。", "所称“申请人应当签名”见《申请人须知》，您未签名。")]
    [TestCase("原申请人陈某已去世。", "原申请人陈某已去世。")]
    [TestCase("你单位、你们均未说明。", "您、您均未说明。")]
    public void Text_ToTheApplicant_SaysYou(string text, string printed) =>
        Assert.That(new FormOfAddress("您", IsApplicant: true).In(text), Is.EqualTo(printed));

    [TestCase("申请人陈某、林某为夫妻，申请人另有住所。", "申请人陈某、林某为夫妻，您另有住所。")]
    [TestCase("由申请人林某代收，申请人陈述了理由。", "由申请人林某代收，您陈述了理由。")]
    public void Text_ThatNamesTheApplicant_KeepsTheWordBeforeTheName(string text, string printed) =>
        Assert.That(new FormOfAddress("您", IsApplicant: true) { Names = ["陈某", "林某"] }.In(text), Is.EqualTo(printed));

    [Test]
    public void Text_ToAThirdParty_LeavesTheApplicantAThirdPerson() =>
        Assert.That(
            new FormOfAddress("你单位", IsApplicant: false).In("向申请人公开前，您可以说明。"),
            Is.EqualTo("向申请人公开前，你单位可以说明。"));

    [TestCaseSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
    public void Letter_ThatSaysYou_DoesNotSpeakOfTheApplicantBesides(string name)
    {
        var letter = GoldenLetters.Read(name);
        var template = Samples.Templates.Find(letter.TemplateCode)!;
        Assume.That(template.Addressee, Is.EqualTo(Disclosure.Cases.ReplyTemplates.AddresseeKind.Applicant));
        Assume.That(!template.IsForm);
        var facts = letter.Alone.SelectMany(alone => alone.Facts).Where(fact =>
            !Disclosure.Cases.ReplyTemplates.VerbatimFacts.Has(fact.Key)).ToList();
        Assume.That(facts, Is.Not.Empty);
        var verbatim = letter.Alone.SelectMany(alone => alone.Facts).Where(fact =>
            Disclosure.Cases.ReplyTemplates.VerbatimFacts.Has(fact.Key)).Select(fact => fact.Value?.ToString()).OfType<string>();
        var text = verbatim.Aggregate(DocxPlainText.Of(Samples.Letters.ToDocx(letter)), (all, words) => all.Replace(words, ""));
        var own = System.Text.RegularExpressions.Regex.Replace(text, "“[^”]*”|规定，申请人应当在收到收费通知|其他申请人|被申请人|同一申请人|申请人 \\||原申请人", "");
        Assert.That(own, Does.Not.Contain("申请人").Or.Not.Match("您|你单位|你们"));
    }
}
