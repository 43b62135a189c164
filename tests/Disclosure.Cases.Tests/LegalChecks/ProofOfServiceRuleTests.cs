using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
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

    // It was posted on the 23rd and came back, and was posted again on the 25th: whether it was delivered is not known.
    [TestCase("post", "示范路3号", "XA12345678902", "2025-09-25", null, null)]
    [TestCase("post", "示范路3号", "XA12345678902", null, null, null)]
    [TestCase("electronic", "示范路3号", "XA12345678902", "2025-09-25", null, "way")]
    [TestCase("post", "其他路99号", "XA12345678902", "2025-09-25", null, "address")]
    [TestCase("post", "示范路3号", "XA12345678909", "2025-09-25", null, "trackingNumber")]
    [TestCase("post", "示范路3号", "XA12345678902", "2025-09-23", null, "sentOn")]
    [TestCase("post", "示范路3号", "XA12345678902", "2025-09-25", "2025-09-26", "deliveredOn")]
    public void EveryCell_IsThatOfOneServiceOnRecord(
        string way, string address, string mail, string? sentOn, string? deliveredOn, string? field)
    {
        var (first, second) = (CaseBuilder.Text(), CaseBuilder.Text());
        var file = CaseBuilder.Received("2025-09-22");
        var letter = Guid.NewGuid();
        var back = Guid.NewGuid();
        file = file.With(new DocumentDrafted(
                letter, TemplateCodes.NotExisting, null, "v", ServiceEffect.Answers, null, null, true, file.Items,
                CaseBuilder.Text(), new(null, null, null), null, CaseBuilder.Clerk))
            .With(new DocumentSubmitted(letter))
            .With(new DocumentApproved(letter, Guid.NewGuid(), 1, null, Number, new(2025, 9, 23), Guid.NewGuid(), "sha"))
            .With(new DocumentServed(letter, back, ServiceWay.Post, new(2025, 9, 23), null, true, null, Particulars: first))
            .With(new ServiceReturned(letter, back, new(2025, 9, 24), null))
            .With(new DocumentServed(letter, Guid.NewGuid(), ServiceWay.Post, new(2025, 9, 25), null, true, null, Particulars: second));
        var draft = new Judged(TemplateCodes.ProofOfService).WithCase(file).On("2025-09-26")
            .WithFact("documentNumber", Number).WithFact("documentTitle", Title).WithFact("recipient", "陈某").WithFact("way", way)
            .WithFact("address", address).WithFact("trackingNumber", mail).WithFact("sentOn", sentOn).WithFact("deliveredOn", deliveredOn)
            .WithSurroundings(around => around with
            {
                Written = new Dictionary<Guid, string>
                {
                    [first.Id] = new ServiceParticulars("老路1号", MailNumber: "XA12345678901").Write(),
                    [second.Id] = new ServiceParticulars("示范路3号", MailNumber: "XA12345678902").Write(),
                },
            });
        Assert.That(
            draft.Findings(new ProofOfServiceRule(Samples.Templates)).Select(finding => finding.Field),
            Is.EqualTo(field is null ? [] : new[] { field }));
    }
}
