using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ArchivesRuleTests
{
    [TestCase("archives", "示范区档案馆", "1998-06-18", null, null)]
    [TestCase("archives", "本机关档案室", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "本机关档案室（示范区档案馆代管）", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "示范区城建局机关档案馆", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "示范区人民政府档案馆", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "示范区档案馆（由示范区住房城乡建设局代管）", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "示范集团内部档案馆", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "中国第二历史档案馆（南京）", "1998-06-18", null, null)]
    [TestCase("archives", "示范区档案馆", "2999-01-01", "check.transferAhead", "transferredOn")]
    [TestCase("archives", "示范区档案馆", "2025-09-10", "check.transferAfterReceipt", "transferReason")]
    [TestCase("archives", "示范区档案馆", "2025-09-08", null, null)]
    [TestCase("register", "本机关档案室", "2999-01-01", null, null)]
    public void Archives_NotTransferredToAStateArchive_AreRefused(string variant, string archive, string on, string? code, string? field) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, variant).WithCase(CaseBuilder.Received("2025-09-08"))
                .WithFact("archive", archive).WithFact("transferredOn", on)
                .Findings(new ArchivesRule()),
            Is.EqualTo(Judged.Expected(code, field)));

    [Test]
    public void Archives_TransferredAfterReceipt_WithTheGround_Pass() =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, "archives").WithCase(CaseBuilder.Received("2025-09-08"))
                .WithFact("archive", "示范区档案馆").WithFact("transferredOn", "2025-09-10")
                .WithFact("transferReason", "该档案已满移交年限，2025年9月10日按照移交计划移交。")
                .Findings(new ArchivesRule()),
            Is.Empty);

    [TestCase("该档案现由本机关保管。", "check.stillKeptHere")]
    [TestCase("该档案存放于本机关档案室。", "check.stillKeptHere")]
    [TestCase("该档案移交前由本机关保管，现由示范区档案馆保管。", null)]
    public void Finding_DoesNotSayThatTheAgencyStillKeepsIt(string finding, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, "archives").WithFact("finding", finding).Findings(new ArchivesRule()),
            Is.EqualTo(Judged.Expected(code, "finding")));

    [TestCase("无")]
    [TestCase("移交。移交。移交。移交。移交。")]
    public void Archives_TransferredAfterReceipt_WithoutARealReason_AreRefused(string reason) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, "archives").WithCase(CaseBuilder.Received("2025-09-08"))
                .WithFact("transferredOn", "2025-09-10").WithFact("transferReason", reason).Findings(new ArchivesRule()),
            Is.EqualTo(Judged.Expected("check.transferAfterReceipt", "transferReason")));

    [TestCase("《中华人民共和国档案法》", null)]
    [TestCase("《不动产登记暂行条例》", null)]
    [TestCase("《城市房地产管理法》", null)]
    [TestCase("《示范市档案条例》", "check.notASpecialLaw")]
    [TestCase("《重庆市城乡建设档案管理办法》", "check.notASpecialLaw")]
    [TestCase("《关于加强档案利用的通知》", "check.notASpecialLaw")]
    [TestCase("本机关档案管理规定", "check.notASpecialLaw")]
    public void SpecialLaw_IsALawOrAnAdministrativeRegulation(string law, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, "register").WithFact("specialLaw", law).Findings(new SpecialLawRule()),
            Is.EqualTo(Judged.Expected(code, "specialLaw")));
}
