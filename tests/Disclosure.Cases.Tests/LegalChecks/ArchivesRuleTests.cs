using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ArchivesRuleTests
{
    [TestCase("archives", "示范区档案馆", "1998-06-18", null, null)]
    [TestCase("archives", "本机关档案室", "1998-06-18", "check.notStateArchive", "archive")]
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
}
