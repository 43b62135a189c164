using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

/// <summary>What comes back from Word is held against the letter that was sent into it.</summary>
public sealed class UploadRulesTests
{
    private static readonly string[] Fixed = ["政府信息不存在告知书", "可以依法申请行政复议。"];

    private static readonly string[] Letter =
    [
        "政府信息不存在告知书", "《条例》第三十六条规定：“告知该政府信息不存在”。", "根据上述规定，本机关告知如下。", "检索于2025年9月22日完成。", "可以依法申请行政复议。", "［待签发］",
        "根据《中华人民共和国政府信息公开条例》第十五条、第三十六条第三项的规定，本机关不予公开。",
    ];

    private static (string Code, string? Field)[] Findings(ILegalRule<JudgedUpload> rule, params string[] found) =>
        new Judged(TemplateCodes.NotExisting).Findings(rule, Fixed, Letter, found, [1]);

    [Test]
    public void Upload_WithWordsAdded_Passes()
    {
        string[] found = ["政府信息\n不存在 告知书", .. Letter[1..], "本机关另作如下说明（示范府依申请〔2025〕1号）。"];
        Assert.Multiple(() =>
        {
            Assert.That(Findings(new UploadTextRule(), found), Is.Empty);
            Assert.That(Findings(new UploadRemedyRule(), found), Is.Empty);
            Assert.That(Findings(new UploadAdditionsRule(), found), Is.Empty);
        });
    }

    [TestCase(0, "政府信息告知书", "check.uploadChanged", TestName = "a fixed paragraph")]
    [TestCase(2, "根据上述规定，本机关不予提供。", "check.uploadChanged", TestName = "the decision")]
    [TestCase(
        6, "根据《中华人民共和国政府信息公开条例》第十五条、第三十六条第三项的规定，本机关暂不公开。",
        "check.uploadChanged", TestName = "the decision on a part")]
    [TestCase(1, "《条例》第三十六条规定：“告知不存在”。", "check.uploadMisquotes", TestName = "a quotation of the law")]
    [TestCase(3, "检索于2025年9月2日完成。", "check.uploadLacks", TestName = "a date of the case")]
    public void Text_ThatHasToStay_WasChanged(int paragraph, string changed, string code)
    {
        string[] found = [.. Letter];
        found[paragraph] = changed;
        Assert.That(Findings(new UploadTextRule(), found), Is.EqualTo(Judged.Expected(code, null)));
    }

    [Test]
    public void Upload_ThatIsGone_IsFound() =>
        Assert.That(
            new Judged(TemplateCodes.NotExisting).Findings(new UploadTextRule(), [], [], [], content: null),
            Is.EqualTo(Judged.Expected("document.uploadLost", null)));

    [Test]
    public void Remedy_ASecondOne_IsFound() =>
        Assert.That(
            Findings(new UploadRemedyRule(), [.. Letter, "也可以直接提起行政诉讼。"]),
            Is.EqualTo(Judged.Expected("check.uploadOtherRemedy", null)));

    [TestCase("于2026年2月30日完成。", "check.dateImpossible")]
    [TestCase("根据《条例》第九十九条。", "check.noSuchArticle")]
    [TestCase("此前已以示范府依申请复〔2026〕99号答复。", "check.numberNotInCase")]
    [TestCase("［待签发］", "check.uploadDraftMark")]
    public void WordsAdded_AreJudgedAsFactsAre(string added, string code) =>
        Assert.That(Findings(new UploadAdditionsRule(), [.. Letter, added]), Is.EqualTo(Judged.Expected(code, null)));
}
