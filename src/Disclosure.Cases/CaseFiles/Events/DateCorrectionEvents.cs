namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>Somebody asks that a wrongly recorded date be put right.</summary>
/// <param name="Sequence">The event that carries the wrong date.</param>
/// <param name="Field">Which of its dates.</param>
[StoredName("DateCorrectionProposed")]
public sealed record DateCorrectionProposed(
    [StoredName("CorrectionId")] Guid CorrectionId,
    [StoredName("Sequence")] int Sequence,
    [StoredName("Field")] CorrectableDate Field,
    [StoredName("From")] DateOnly From,
    [StoredName("To")] DateOnly To,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("ProposerId")] Guid ProposerId) : CaseEvent, ISecondPersonRequest
{
    Guid ISecondPersonRequest.RequestId => CorrectionId;

    Guid ISecondPersonRequest.RequesterId => ProposerId;
}

/// <summary>A second person approved: everything derived is reckoned anew; the event itself stays as it was.</summary>
[StoredName("DateCorrected")]
public sealed record DateCorrected(
    [StoredName("CorrectionId")] Guid CorrectionId,
    [StoredName("Sequence")] int Sequence,
    [StoredName("Field")] CorrectableDate Field,
    [StoredName("To")] DateOnly To,
    [StoredName("ApproverId")] Guid ApproverId) : CaseEvent;

/// <summary>A second person refused.</summary>
[StoredName("DateCorrectionRejected")]
public sealed record DateCorrectionRejected(
    [StoredName("CorrectionId")] Guid CorrectionId,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>The dates that people write down and can get wrong.</summary>
[StoredName("CorrectableDate")]
public enum CorrectableDate
{
    /// <summary>收到申请之日.</summary>
    [StoredName("ReceivedOn")]
    ReceivedOn,

    /// <summary>事项发生之日 (correction, payment, explanation, opinion, withdrawal, return).</summary>
    [StoredName("On")]
    On,

    /// <summary>送达之日.</summary>
    [StoredName("ServedOn")]
    ServedOn,

    /// <summary>签收之日.</summary>
    [StoredName("DeliveredOn")]
    DeliveredOn,
}
