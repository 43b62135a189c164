using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class EarlierReplyRuleTests
{
    private const string Number = "示范府依申请复〔2025〕1号";

    [TestCase(Number, "2025-06-03", null, null)]
    [TestCase(Number, "2025-06-04", "check.dateDiffers", "earlierRepliedOn")]
    [TestCase("示范府依申请复〔2025〕2号", "2025-06-03", "check.noEarlierReply", "earlierNumber")]
    public void RepeatRequest_NamesAReplyToTheSameApplicant(string number, string repliedOn, string? code, string? field)
    {
        var earlier = CaseBuilder.Received("2025-06-02")
            .WithServed(out _, TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-06-03", number: Number).Build();
        var draft = new Judged(TemplateCodes.RepeatRequest, "same-information")
            .WithFact("earlierNumber", number).WithFact("earlierRepliedOn", repliedOn)
            .WithSurroundings(around => around with
            {
                Earlier = [new EarlierApplication(Guid.NewGuid(), earlier.RegisterNumber, earlier.ReceivedOn, [Number])],
                EarlierReplies = earlier.Documents,
            });
        Assert.That(draft.Findings(new EarlierReplyRule()), Is.EqualTo(Judged.Expected(code, field)));
    }
}
