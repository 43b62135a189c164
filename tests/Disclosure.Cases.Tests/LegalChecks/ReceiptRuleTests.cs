using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ReceiptRuleTests
{
    [TestCase("in-person", null)]
    [TestCase("fax", "check.channelDiffers")]
    public void Receipt_NamesTheChannelRegistered(string channel, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.RegistrationReceipt).WithFact("channel", channel).Findings(new ReceiptRule()),
            Is.EqualTo(Judged.Expected(code, "channel")));
}
