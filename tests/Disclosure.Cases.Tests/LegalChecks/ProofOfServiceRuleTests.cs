using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;
using Disclosure.Cases.Tests.Documents;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ProofOfServiceRuleTests
{
    private const string Number = "示范府依申请复〔2025〕1号";
    private const string Title = "政府信息不存在告知书";

    [TestCase(Number, Title, "陈某", "2025-09-23", "2025-09-23", null, null)]
    [TestCase("示范府依申请复〔2025〕9号", Title, "陈某", "2025-09-23", "2025-09-23", "check.proofOfNothing", "documentNumber")]
    [TestCase(Number, "政府信息部分公开告知书", "陈某", "2025-09-23", "2025-09-23", "check.titleDiffers", "documentTitle")]
    [TestCase(Number, Title, "王某", "2025-09-23", "2025-09-23", "check.recipientDiffers", "recipient")]
    [TestCase(Number, Title, "陈某", "2025-09-23", "2025-09-24", "check.dateDiffers", "deliveredOn")]
    [TestCase(Number, Title, "陈某", null, "2025-09-22", "service.deliveredBeforeServed", "deliveredOn")]
    public void Proof_IsOfADocumentOfTheCase(
        string number, string title, string recipient, string? sentOn, string deliveredOn, string? code, string? field)
    {
        var file = CaseBuilder.Received("2025-09-22")
            .WithServed(out _, TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-09-23", number: Number);
        var draft = new Judged(TemplateCodes.ProofOfService).WithCase(file).WithFact("documentNumber", number)
            .WithFact("documentTitle", title)
            .WithFact("recipient", recipient).WithFact("sentOn", sentOn).WithFact("deliveredOn", deliveredOn);
        var findings = draft.Findings(new ProofOfServiceRule(Samples.Templates));
        Assert.That(findings.Take(1), Is.EqualTo(Judged.Expected(code, field)));
    }
}
