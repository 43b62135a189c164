namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>One applicant of a case; the person's data stand outside the events.</summary>
/// <param name="Id">The applicant's row.</param>
/// <param name="Kind">The column of table 3.</param>
/// <param name="Data">Name, identity and contact, as JSON.</param>
public sealed record ApplicantRef(
    [StoredName("Id")] Guid Id,
    [StoredName("Kind")] ApplicantKind Kind,
    [StoredName("Data")] TextRef Data);

/// <summary>One thing asked for (申请事项).</summary>
/// <param name="Id">The item.</param>
/// <param name="Description">What was asked for, in the applicant's words.</param>
public sealed record ItemRef([StoredName("Id")] Guid Id, [StoredName("Description")] TextRef Description);

/// <summary>登记: the application was entered and took its register number.</summary>
/// <param name="ReceivedOn">The day of receipt (art. 31), null until it is confirmed.</param>
/// <param name="SplitFrom">The case that this one was split from (一事一申请), if any.</param>
/// <param name="AgreesToNotices">Whether the applicant agreed to be told by telephone or e-mail that the application was
/// received and that the reply is out.</param>
/// <param name="ServedOnEach">Whether each of several applicants is served; false: the first receives for all of them.</param>
[StoredName("ApplicationRegistered")]
public sealed record ApplicationRegistered(
    [StoredName("AgencyId")] Guid AgencyId,
    [StoredName("NumberId")] Guid NumberId,
    [StoredName("RegisterNumber")] string RegisterNumber,
    [StoredName("Channel")] Channel Channel,
    [StoredName("ArrivedOn")] DateOnly ArrivedOn,
    [StoredName("ConfirmedOn")] DateOnly? ConfirmedOn,
    [StoredName("ReceivedOn")] DateOnly? ReceivedOn,
    [StoredName("Applicants")] IReadOnlyList<ApplicantRef> Applicants,
    [StoredName("Items")] IReadOnlyList<ItemRef> Items,
    [StoredName("OfficerId")] Guid OfficerId,
    [StoredName("FormRequested")] TextRef? FormRequested,
    [StoredName("AccessibilityNeed")] TextRef? AccessibilityNeed,
    [StoredName("TransferredFrom")] TextRef? TransferredFrom,
    [StoredName("SplitFrom")] Guid? SplitFrom,
    [StoredName("AgreesToNotices")] bool AgreesToNotices = false,
    [StoredName("ServedOnEach")] bool ServedOnEach = false) : CaseEvent;

/// <summary>The day of receipt was confirmed with the applicant (art. 31(2), (3)).</summary>
[StoredName("ReceiptConfirmed")]
public sealed record ReceiptConfirmed([StoredName("ConfirmedOn")] DateOnly ConfirmedOn) : CaseEvent;

/// <summary>Registered by mistake: the number is voided, the case counts nowhere.</summary>
[StoredName("RegistrationVoided")]
public sealed record RegistrationVoided([StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>一事一申请: items went into cases of their own, which keep the day of receipt.</summary>
/// <param name="Items">The items that left.</param>
/// <param name="Into">The new case of each, in the same order.</param>
[StoredName("CaseSplit")]
public sealed record CaseSplit(
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("Into")] IReadOnlyList<Guid> Into) : CaseEvent;

/// <summary>A call with the applicant or somebody else: when, number, with whom, what.</summary>
[StoredName("CallLogged")]
public sealed record CallLogged([StoredName("On")] DateOnly On, [StoredName("Content")] TextRef Content) : CaseEvent;

/// <summary>A scan or file was put with the case.</summary>
/// <param name="ServiceOf">The attempt at service that it proves; null: none.</param>
[StoredName("FileAttached")]
public sealed record FileAttached(
    [StoredName("FileId")] Guid FileId,
    [StoredName("Kind")] AttachmentKind Kind,
    [StoredName("Sha256")] string Sha256,
    [StoredName("ServiceOf")] Guid? ServiceOf = null) : CaseEvent;

/// <summary>What an attached file is.</summary>
[StoredName("AttachmentKind")]
public enum AttachmentKind
{
    /// <summary>申请书.</summary>
    [StoredName("Application")]
    Application,

    /// <summary>信封.</summary>
    [StoredName("Envelope")]
    Envelope,

    /// <summary>身份证明.</summary>
    [StoredName("Identity")]
    Identity,

    /// <summary>送达凭证.</summary>
    [StoredName("ProofOfService")]
    ProofOfService,

    /// <summary>第三方或者其他机关意见.</summary>
    [StoredName("Opinion")]
    Opinion,

    /// <summary>盖章文书扫描件.</summary>
    [StoredName("StampedCopy")]
    StampedCopy,

    /// <summary>其他材料.</summary>
    [StoredName("Other")]
    Other,
}

/// <summary>The case was given to another officer.</summary>
[StoredName("CaseReassigned")]
public sealed record CaseReassigned(
    [StoredName("OfficerId")] Guid OfficerId,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;
