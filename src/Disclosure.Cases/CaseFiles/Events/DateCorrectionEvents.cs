namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>Somebody asks that a wrongly recorded date be put right.</summary>
/// <param name="Sequence">The event that carries the wrong date.</param>
/// <param name="Field">Which of its dates.</param>
public sealed record DateCorrectionProposed(Guid CorrectionId, int Sequence, CorrectableDate Field, DateOnly From, DateOnly To, TextRef Reason, Guid ProposerId) : CaseEvent;

/// <summary>A second person approved: everything derived is reckoned anew; the event itself stays as it was.</summary>
public sealed record DateCorrected(Guid CorrectionId, int Sequence, CorrectableDate Field, DateOnly To, Guid ApproverId) : CaseEvent;

/// <summary>A second person refused.</summary>
public sealed record DateCorrectionRejected(Guid CorrectionId, TextRef Reason) : CaseEvent;

/// <summary>The dates that people write down and can get wrong.</summary>
public enum CorrectableDate
{
    /// <summary>收到申请之日.</summary>
    ReceivedOn,

    /// <summary>事项发生之日 (correction, payment, explanation, opinion, withdrawal, return).</summary>
    On,

    /// <summary>送达之日.</summary>
    ServedOn,

    /// <summary>签收之日.</summary>
    DeliveredOn,
}
