using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Tests.Registration;

public sealed class FileOnlineTests
{
    [Test]
    public void Portal_InTheTable_ConfirmsAndCorrectsAndNothingElse()
    {
        var allowed = StepTransitions.All.Where(row => row.Who.HasFlag(Role.Portal)).Select(row => row.Action).Distinct();
        Assert.That(allowed, Is.EquivalentTo(new[] { CaseAction.ConfirmReceipt, CaseAction.ReceiveCorrection }));
    }
}
