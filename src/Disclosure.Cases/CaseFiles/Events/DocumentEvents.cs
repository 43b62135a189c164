using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>What a document sets, known to the clock once it is served.</summary>
/// <param name="RespondBy">The date by which an answer is expected (01, 02, letters to other agencies).</param>
/// <param name="WorkingDays">The extension, 1 to 20 working days (03).</param>
/// <param name="UntilOn">The date of a delayed reply (03, art. 35).</param>
public sealed record DocumentTerms(
    [StoredName("RespondBy")] DateOnly? RespondBy,
    [StoredName("WorkingDays")] int? WorkingDays,
    [StoredName("UntilOn")] DateOnly? UntilOn);

/// <summary>A document was drafted from a template.</summary>
/// <param name="Template">The template's code.</param>
/// <param name="TemplateVersion">SHA-256 of the template's text, so that it can be shown later which wording was used.</param>
/// <param name="Effect">What serving it does to the case.</param>
/// <param name="Row">The row of table 3, for what answers.</param>
/// <param name="Facts">The facts filled in, as JSON.</param>
/// <param name="ConsultationKind">Whom a consultation letter asks.</param>
/// <param name="Sections">Where the items have different outcomes: what the letter says of each, in their order; null for
/// a letter of one.</param>
/// <param name="Principal">Which section names the letter's template, and its row unless that is "(二)"; the other
/// members are this one's.</param>
[StoredName("DocumentDrafted")]
public sealed record DocumentDrafted(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("Template")] string Template,
    [StoredName("Variant")] string? Variant,
    [StoredName("TemplateVersion")] string TemplateVersion,
    [StoredName("Effect")] ServiceEffect Effect,
    [StoredName("Series")] Numbering.SeriesKind? Series,
    [StoredName("Row")] string? Row,
    [StoredName("NeedsApproval")] bool NeedsApproval,
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("Facts")] TextRef Facts,
    [StoredName("Terms")] DocumentTerms Terms,
    [StoredName("ConsultationKind")] Clock.ConsultationKind? ConsultationKind,
    [StoredName("DrafterId")] Guid DrafterId,
    [StoredName("Sections")] IReadOnlyList<SectionDrafted>? Sections = null,
    [StoredName("Principal")] int Principal = 0) : CaseEvent;

/// <summary>What one letter says of the items of one outcome.</summary>
/// <param name="Template">The code of the template that would answer them alone.</param>
/// <param name="TemplateVersion">SHA-256 of that template's text.</param>
/// <param name="Row">The row of table 3 in which they would count alone.</param>
/// <param name="Facts">The facts filled in, as JSON.</param>
public sealed record SectionDrafted(
    [StoredName("Template")] string Template,
    [StoredName("Variant")] string? Variant,
    [StoredName("TemplateVersion")] string TemplateVersion,
    [StoredName("Row")] string? Row,
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("Facts")] TextRef Facts);

/// <summary>A draft was changed.</summary>
/// <param name="Facts">The facts of the principal section.</param>
/// <param name="SectionFacts">Of a letter with several sections: the facts of each; else null.</param>
/// <param name="Principal">Which of them is the principal one.</param>
[StoredName("DocumentRevised")]
public sealed record DocumentRevised(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("Facts")] TextRef Facts,
    [StoredName("Terms")] DocumentTerms Terms,
    [StoredName("Row")] string? Row,
    [StoredName("DrafterId")] Guid DrafterId,
    [StoredName("SectionFacts")] IReadOnlyList<TextRef>? SectionFacts = null,
    [StoredName("Principal")] int Principal = 0) : CaseEvent;

/// <summary>A draft made from an earlier wording goes on with the one in force; its facts stay.</summary>
/// <param name="TemplateVersions">By the template's code: SHA-256 of the wording that it is made from now.</param>
[StoredName("DocumentRebased")]
public sealed record DocumentRebased(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("TemplateVersions")] IReadOnlyDictionary<string, string> TemplateVersions,
    [StoredName("DrafterId")] Guid DrafterId) : CaseEvent;

/// <summary>A draft was put before the approver, after the legal check found nothing.</summary>
/// <param name="Links">How many people have to approve it; null where that was not recorded: then the agency's chain of
/// the day says so.</param>
[StoredName("DocumentSubmitted")]
public sealed record DocumentSubmitted(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("Links")] int? Links = null) : CaseEvent;

/// <summary>The approver gave it back with reasons.</summary>
/// <param name="Marks">The passages marked, as <c>PassageMark</c> writes them; null where none was.</param>
[StoredName("DocumentReturned")]
public sealed record DocumentReturned(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("Marks")] TextRef? Marks = null) : CaseEvent;

/// <summary>One link of the approval chain was passed, not yet the last.</summary>
[StoredName("DocumentEndorsed")]
public sealed record DocumentEndorsed(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("ApproverId")] Guid ApproverId,
    [StoredName("Link")] int Link) : CaseEvent;

/// <summary>The last link approved: the document has its number and is frozen, byte for byte.</summary>
/// <param name="NumberId">The entry of the number ledger, null where the document takes no number.</param>
/// <param name="DecidedOn">The date of issue.</param>
/// <param name="FileId">The frozen DOCX.</param>
[StoredName("DocumentApproved")]
public sealed record DocumentApproved(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("ApproverId")] Guid ApproverId,
    [StoredName("Link")] int Link,
    [StoredName("NumberId")] Guid? NumberId,
    [StoredName("Number")] string? Number,
    [StoredName("DecidedOn")] DateOnly DecidedOn,
    [StoredName("FileId")] Guid FileId,
    [StoredName("Sha256")] string Sha256) : CaseEvent;

/// <summary>A wrong document was withdrawn before service; its number is voided.</summary>
[StoredName("DocumentWithdrawn")]
public sealed record DocumentWithdrawn(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>An attempt to serve was made.</summary>
/// <param name="ServedOn">Handed over: the day signed for. Post: the day of posting. Electronic: the day of sending.</param>
/// <param name="DeliveredOn">The day of delivery where known at once.</param>
/// <param name="ToAddressGiven">By post: whether it went to the address that the addressee gave.</param>
/// <param name="Details">What else there is to say of it.</param>
/// <param name="CalendarEdition">The edition of the calendar in force: a reply is judged by it for good.</param>
/// <param name="ApplicantId">Which of several applicants was served; null: all of them, or whoever the letter is addressed to.</param>
/// <param name="Particulars">Address, number and the like, as <see cref="ServiceParticulars"/> writes them; null: none recorded.</param>
[StoredName("DocumentServed")]
public sealed record DocumentServed(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("AttemptId")] Guid AttemptId,
    [StoredName("Way")] ServiceWay Way,
    [StoredName("ServedOn")] DateOnly ServedOn,
    [StoredName("DeliveredOn")] DateOnly? DeliveredOn,
    [StoredName("ToAddressGiven")] bool ToAddressGiven,
    [StoredName("Details")] TextRef? Details,
    [StoredName("CalendarEdition")] int CalendarEdition = 0,
    [StoredName("ApplicantId")] Guid? ApplicantId = null,
    [StoredName("Particulars")] TextRef? Particulars = null) : CaseEvent;

/// <summary>What was just recorded of a service gives reasons to doubt that all went right.</summary>
[StoredName("ServiceDoubted")]
public sealed record ServiceDoubted(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("AttemptId")] Guid AttemptId,
    [StoredName("Reasons")] IReadOnlyList<ReasonToDoubt> Reasons) : CaseEvent;

/// <summary>It became known when a document was delivered; periods for remedies run from that day.</summary>
[StoredName("DeliveryRecorded")]
public sealed record DeliveryRecorded(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("AttemptId")] Guid AttemptId,
    [StoredName("DeliveredOn")] DateOnly DeliveredOn,
    [StoredName("Signer")] TextRef? Signer) : CaseEvent;

/// <summary>The letter came back.</summary>
[StoredName("ServiceReturned")]
public sealed record ServiceReturned(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("AttemptId")] Guid AttemptId,
    [StoredName("On")] DateOnly On,
    [StoredName("Reason")] TextRef? Reason) : CaseEvent;

/// <summary>The ways of service.</summary>
[StoredName("ServiceWay")]
public enum ServiceWay
{
    /// <summary>直接送达.</summary>
    [StoredName("HandedOver")]
    HandedOver,

    /// <summary>委托其他行政机关代为送达.</summary>
    [StoredName("ThroughAgency")]
    ThroughAgency,

    /// <summary>邮政企业邮寄.</summary>
    [StoredName("Post")]
    Post,

    /// <summary>电子送达, where the applicant asked for it.</summary>
    [StoredName("Electronic")]
    Electronic,
}
