using Disclosure.Cases.Kernel;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>One applicant of a case; the person's data stand outside the events.</summary>
/// <param name="Id">The applicant's row.</param>
/// <param name="Kind">The column of table 3.</param>
/// <param name="Data">Name, identity and contact, as JSON.</param>
public sealed record ApplicantRef(Guid Id, ApplicantKind Kind, TextRef Data);

/// <summary>One thing asked for (申请事项).</summary>
/// <param name="Id">The item.</param>
/// <param name="Description">What was asked for, in the applicant's words.</param>
public sealed record ItemRef(Guid Id, TextRef Description);

/// <summary>登记: the application was entered and took its register number.</summary>
/// <param name="ReceivedOn">The day of receipt (art. 31), null until it is confirmed.</param>
/// <param name="SplitFrom">The case that this one was split from (一事一申请), if any.</param>
/// <param name="AgreesToNotices">Whether the applicant agreed to be told by telephone or e-mail that the application was received and that the reply is out.</param>
public sealed record ApplicationRegistered(
    Guid AgencyId,
    Guid NumberId,
    string RegisterNumber,
    Channel Channel,
    DateOnly ArrivedOn,
    DateOnly? ConfirmedOn,
    DateOnly? ReceivedOn,
    IReadOnlyList<ApplicantRef> Applicants,
    IReadOnlyList<ItemRef> Items,
    Guid OfficerId,
    TextRef? FormRequested,
    TextRef? AccessibilityNeed,
    TextRef? TransferredFrom,
    Guid? SplitFrom,
    bool AgreesToNotices = false) : CaseEvent;

/// <summary>The day of receipt was confirmed with the applicant (art. 31(2), (3)).</summary>
public sealed record ReceiptConfirmed(DateOnly ConfirmedOn) : CaseEvent;

/// <summary>Registered by mistake: the number is voided, the case counts nowhere.</summary>
public sealed record RegistrationVoided(TextRef Reason) : CaseEvent;

/// <summary>一事一申请: items went into cases of their own, which keep the day of receipt.</summary>
/// <param name="Items">The items that left.</param>
/// <param name="Into">The new case of each, in the same order.</param>
public sealed record CaseSplit(IReadOnlyList<Guid> Items, IReadOnlyList<Guid> Into) : CaseEvent;

/// <summary>A call with the applicant or somebody else: when, number, with whom, what.</summary>
public sealed record CallLogged(DateOnly On, TextRef Content) : CaseEvent;

/// <summary>A scan or file was put with the case.</summary>
public sealed record FileAttached(Guid FileId, AttachmentKind Kind, string Sha256) : CaseEvent;

/// <summary>What an attached file is.</summary>
public enum AttachmentKind
{
    /// <summary>申请书.</summary>
    Application,

    /// <summary>信封.</summary>
    Envelope,

    /// <summary>身份证明.</summary>
    Identity,

    /// <summary>送达凭证.</summary>
    ProofOfService,

    /// <summary>第三方或者其他机关意见.</summary>
    Opinion,

    /// <summary>盖章文书扫描件.</summary>
    StampedCopy,

    /// <summary>其他材料.</summary>
    Other,
}

/// <summary>The case was given to another officer.</summary>
public sealed record CaseReassigned(Guid OfficerId, TextRef Reason) : CaseEvent;
