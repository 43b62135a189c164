namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>归档: the file was checked against the list and closed.</summary>
/// <param name="NoProofReason">Why the service of some documents is proved by nothing in the file; null where all are proved.</param>
[StoredName("CaseArchived")]
public sealed record CaseArchived(
    [StoredName("Checklist")] ArchiveChecklist Checklist,
    [StoredName("NoProofReason")] TextRef? NoProofReason = null) : CaseEvent;

/// <summary>What must be in the file before it is closed.</summary>
/// <param name="Application">The application and its envelope or transfer slip.</param>
/// <param name="Documents">Every served document, signed and stamped.</param>
/// <param name="ProofOfService">Proof of service of each.</param>
/// <param name="Working">Search record, opinions, disclosure review.</param>
public sealed record ArchiveChecklist(
    [StoredName("Application")] bool Application,
    [StoredName("Documents")] bool Documents,
    [StoredName("ProofOfService")] bool ProofOfService,
    [StoredName("Working")] bool Working)
{
    /// <summary>Whether nothing is missing.</summary>
    [StoredName("IsComplete")]
    public bool IsComplete => Application && Documents && ProofOfService && Working;
}

/// <summary>A new decision is owed.</summary>
/// <param name="On">The day from which the new period runs.</param>
/// <param name="DueOn">The date ordered, if a date was ordered.</param>
/// <param name="WorkingDays">The number of working days ordered, if any; neither: 20.</param>
[StoredName("CaseReopened")]
public sealed record CaseReopened(
    [StoredName("Ground")] ReopeningGround Ground,
    [StoredName("On")] DateOnly On,
    [StoredName("DueOn")] DateOnly? DueOn,
    [StoredName("WorkingDays")] int? WorkingDays,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>What reopens a case.</summary>
[StoredName("ReopeningGround")]
public enum ReopeningGround
{
    /// <summary>行政复议决定.</summary>
    [StoredName("ReconsiderationDecision")]
    ReconsiderationDecision,

    /// <summary>人民法院判决.</summary>
    [StoredName("Judgment")]
    Judgment,

    /// <summary>主管部门责令 (art. 47, 51).</summary>
    [StoredName("SupervisingAuthority")]
    SupervisingAuthority,

    /// <summary>本机关自行纠正.</summary>
    [StoredName("OwnCorrection")]
    OwnCorrection,
}
