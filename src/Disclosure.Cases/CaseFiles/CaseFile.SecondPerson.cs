using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// What waits for a second person: corrected dates, and acts that give a reason to doubt.
public sealed partial class CaseFile
{
    private readonly List<SecondPersonAsked> guardedActs = [];

    /// <summary>The acts that a second person has yet to confirm. What can no longer be done lapses for good.</summary>
    public IReadOnlyList<SecondPersonAsked> GuardedActsAsked => guardedActs;

    /// <summary>Everything that a second person has yet to decide on.</summary>
    public IReadOnlyList<ISecondPersonRequest> SecondPersonRequests => [.. proposals, .. GuardedActsAsked];

    private void SettleGuardedAct(Guid requestId) => guardedActs.RemoveAll(asked => asked.RequestId == requestId);

    private bool IsStillPossible(SecondPersonAsked asked) => asked.Act switch
    {
        GuardedAct.VoidRegistration or GuardedAct.WithdrawApplication => IsOpen && !IsPartlyServed,
        GuardedAct.WithdrawDocument => Stage is not (CaseStage.Archived or CaseStage.Voided)
            && FindDocument(asked.DocumentId!.Value) is { Status: DocumentStatus.Approved, IsRevocable: true },
    };
}
