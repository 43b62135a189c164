using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ArchivesRuleTests
{
    [TestCase("archives", "示范区档案馆", "1998-06-18", null, null)]
    [TestCase("archives", "本机关档案室", "1998-06-18", "check.notStateArchive", "archive")]
    [TestCase("archives", "示范区档案馆", "2999-01-01", "check.transferAhead", "transferredOn")]
    [TestCase("register", "本机关档案室", "2999-01-01", null, null)]
    public void Archives_NotTransferredToAStateArchive_AreRefused(string variant, string archive, string on, string? code, string? field) =>
        Assert.That(
            new Judged(TemplateCodes.SpecialAccessRegime, variant).WithFact("archive", archive).WithFact("transferredOn", on)
                .Findings(new ArchivesRule()),
            Is.EqualTo(Judged.Expected(code, field)));
}
