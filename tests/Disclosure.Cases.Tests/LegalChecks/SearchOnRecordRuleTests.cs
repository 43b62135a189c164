using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class SearchOnRecordRuleTests
{
    [TestCase("2025年9月22日，本机关由李某检索档案室，检索词为“公厕”，未检索到。", null)]
    [TestCase("检索于2025年9月22日完成。", null)]
    [TestCase("9月22日，本机关组织检索。", null)]
    [TestCase("检索于2025年9月19日完成。", "check.searchedOutside")]
    [TestCase("本机关于2025年10月9日组织检索。", "check.searchedOutside")]
    [TestCase("申请人称“上次检索过什么”，检索于2025年9月19日完成。", "check.searchedOutside")]
    [TestCase("9月21日，由李某检索。", "check.searchedOutside")]
    [TestCase("此前，本机关于2024年3月1日组织检索。", null)]
    [TestCase("检索词为“厕所”。", "check.searchDiffers")]
    [TestCase("检索词为厕所。", "check.searchDiffers")]
    [TestCase("本机关由王五检索档案室。", "check.searchDiffers")]
    [TestCase("本机关由李某、赵某检索档案室。", null)]
    public void Search_IsOneOnRecord(string text, string? code) => Assert.That(
        Searched(0).WithFact("search", text).Findings(new SearchOnRecordRule()), Is.EqualTo(Judged.Expected(code, "search")));

    [TestCase("未检索到所申请公开的政府信息。", "check.foundUnsaid")]
    [TestCase("检索到的两份是公厕的验收记录，不是所申请公开的图纸。", null)]
    public void Found_ByAnEarlierSearch_IsAccountedFor(string text, string? code) => Assert.That(
        Searched(2, 0).WithFact("search", text).Findings(new SearchOnRecordRule()), Is.EqualTo(Judged.Expected(code, "search")));

    private static Judged Searched(params int[] found)
    {
        var file = CaseBuilder.Received("2025-09-22");
        var (searcher, words) = (CaseBuilder.Text(), CaseBuilder.Text());
        file = found.Aggregate(file, (builder, number) => builder.With(new SearchRecorded(
            file.Items, new DateOnly(2025, 9, 22), number, CaseBuilder.Text(), searcher, words, null)));
        return new Judged(TemplateCodes.NotExisting).WithCase(file).WithSurroundings(around => around with
        {
            Written = new Dictionary<Guid, string> { [searcher.Id] = "李某", [words.Id] = "公厕" },
        });
    }
}
