using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

/// <summary>How far a document has come: drafted → submitted → approved → served.</summary>
[StoredName("DocumentStatus")]
public enum DocumentStatus
{
    /// <summary>拟稿.</summary>
    [StoredName("Drafted")]
    Drafted,

    /// <summary>待审签.</summary>
    [StoredName("Submitted")]
    Submitted,

    /// <summary>已签发, numbered and frozen, not yet served.</summary>
    [StoredName("Approved")]
    Approved,

    /// <summary>已送达.</summary>
    [StoredName("Served")]
    Served,

    /// <summary>已撤销, its number voided.</summary>
    [StoredName("Withdrawn")]
    Withdrawn,
}

/// <summary>One document of a case: one of the 26 texts or a companion.</summary>
public sealed partial class CaseDocument(DocumentDrafted drafted)
{
    private readonly List<ServiceAttempt> attempts = [];
    private ServiceAttempt? settledBy;
    private readonly List<KeptFile> signedCopies = [];
    private readonly List<Guid> approvers = [];
    private readonly HashSet<Guid> drafters = [drafted.DrafterId];
    private readonly List<DocumentSection> sections =
    [
        .. (drafted.Sections
            ?? [new SectionDrafted(drafted.Template, drafted.Variant, drafted.TemplateVersion, drafted.Row, drafted.Items, drafted.Facts)])
            .Select(section => new DocumentSection(section)),
    ];

    /// <summary>The document.</summary>
    public Guid Id { get; } = drafted.DocumentId;

    /// <summary>What it says of the items of each outcome; one section where all are alike.</summary>
    public IReadOnlyList<DocumentSection> Sections => sections;

    /// <summary>The section that the clerk named as the principal one.</summary>
    public DocumentSection Principal => sections[PrincipalIndex];

    /// <summary>Which section is <see cref="Principal"/>, from 0.</summary>
    public int PrincipalIndex { get; private set; } = drafted.Principal;

    /// <summary>The principal template's code.</summary>
    public string Template => Principal.Template;

    /// <summary>The principal template's variant, if it has any.</summary>
    public string? Variant => Principal.Variant;

    /// <summary>What serving it does to the case.</summary>
    public ServiceEffect Effect { get; } = drafted.Effect;

    /// <summary>The series of its number, or null when it takes none.</summary>
    public SeriesKind? Series { get; } = drafted.Series;

    /// <summary>Whether somebody else has to approve it.</summary>
    public bool NeedsApproval { get; } = drafted.NeedsApproval;

    /// <summary>The items that it answers.</summary>
    public IReadOnlyList<Guid> Items { get; } = drafted.Sections is { } several
        ? [.. several.SelectMany(section => section.Items)]
        : drafted.Items;

    /// <summary>Whom a consultation letter asks; null for other documents.</summary>
    public ConsultationKind? ConsultationKind { get; } = drafted.ConsultationKind;

    /// <summary>The row of table 3 that it counts in.</summary>
    public string? Row { get; private set; } = drafted.Row;

    /// <summary>The facts filled in for the principal section, as JSON.</summary>
    public TextRef Facts => Principal.Facts;

    /// <summary>What it sets, once served.</summary>
    public DocumentTerms Terms { get; private set; } = drafted.Terms;

    /// <summary>Who drafted or last revised it.</summary>
    public Guid DrafterId { get; private set; } = drafted.DrafterId;

    /// <summary>Everybody who ever drafted or revised it; none of them may approve it.</summary>
    public IReadOnlySet<Guid> Drafters => drafters;

    /// <summary>Who passed a link of the approval chain since it was last submitted.</summary>
    public IReadOnlyList<Guid> Approvers => approvers;

    /// <summary>How many people have to approve it, as it was when it was submitted; null: as the agency's chain says now.</summary>
    public int? Links { get; private set; }

    /// <summary>How far it has come.</summary>
    public DocumentStatus Status { get; private set; }

    /// <summary>Why the approver last gave it back, while it is a draft again.</summary>
    public TextRef? ReturnReason { get; private set; }

    /// <summary>Whether the approver ever gave it back.</summary>
    public bool WasReturned { get; private set; }

    /// <summary>The entry of the number ledger.</summary>
    public Guid? NumberId { get; private set; }

    /// <summary>The number, from approval.</summary>
    public string? Number { get; private set; }

    /// <summary>The date of issue, from approval.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The event that approved it, from approval.</summary>
    public int ApprovedSequence { get; private set; }

    /// <summary>Whether it was issued before the software: it is kept elsewhere, and known by its number and dates alone.</summary>
    public bool IsBroughtIn { get; private set; }

    /// <summary>The frozen DOCX, from approval; null of what was brought in.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The frozen DOCX's SHA-256.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The upload that it was finished in; null while it is made from its facts.</summary>
    public KeptFile? Finished { get; private set; }

    /// <summary>Scans of the signed and stamped letter, in the order in which they came.</summary>
    public IReadOnlyList<KeptFile> SignedCopies => signedCopies;

    /// <summary>The opinion that came in on it, if it is a consultation letter.</summary>
    public OpinionOnFile? Opinion { get; internal set; }

    /// <summary>The attempts at service, in their order.</summary>
    public IReadOnlyList<ServiceAttempt> Attempts => attempts;

    /// <summary>
    /// On whom it is served: the applicants, or the first of them where that one receives for all; null stands for whoever
    /// else it is addressed to. Once it is served, nothing changes them.
    /// </summary>
    public IReadOnlyList<Guid?> Recipients { get; internal set; } = [null];

    /// <summary>On whom it is still to be served, again where it came back.</summary>
    public IReadOnlyList<Guid?> RecipientsToServe =>
        [.. Recipients.Where(recipient => LastOn(recipient) is null or { IsBack: true })];

    /// <summary>Whether it can be served now, on somebody, or again. A consultation that came back is over (art. 33 ¶3).</summary>
    public bool IsToBeServed => RecipientsToServe.Count > 0 && !IsSuperseded
        && (Status == DocumentStatus.Approved || (Status == DocumentStatus.Served && Effect != ServiceEffect.Consults));

    /// <summary>Whether the case was reopened after it: a new decision takes its place, and it is not served again.</summary>
    public bool IsSuperseded { get; private set; }

    /// <summary>Whether somebody has it, or it is on its way: it went out, and did not come back.</summary>
    public bool IsOut => attempts.Exists(attempt => !attempt.IsBack);

    /// <summary>Whether it is on the way: neither served nor withdrawn.</summary>
    public bool IsUnderWay => Status is DocumentStatus.Drafted or DocumentStatus.Submitted or DocumentStatus.Approved;

    /// <summary>Whether some of its recipients have it, and others do not yet: it has no effect so far.</summary>
    public bool IsHalfServed => IsUnderWay && IsOut;

    /// <summary>
    /// Whether it can be withdrawn: before service, and a notice as long as others have yet to get it. A reply that somebody has is
    /// replaced by a new decision only.
    /// </summary>
    public bool IsRevocable => IsUnderWay && (!IsOut || Effect is not (ServiceEffect.Answers or ServiceEffect.Closes));

    /// <summary>
    /// The attempt that decides whether service was in time: on each recipient the first that was not returned, or a returned
    /// posting that went to the address given; of several recipients the last of these. Null until all are served, or until an
    /// answer came in: it settles the effect, whoever is served later and whatever comes back.
    /// </summary>
    public ServiceAttempt? DecisiveAttempt => settledBy
        ?? (FirstOnEach.Contains(null) ? null : FirstOnEach.MaxBy(attempt => (attempt!.ServedOn, attempt.Sequence)));

    /// <summary>The day of service, which decides on time or not; null until served.</summary>
    public DateOnly? ServedOn => DecisiveAttempt?.ServedOn;

    /// <summary>
    /// The day of delivery, from which the periods for remedies run, of several recipients the last; null until known of all.
    /// </summary>
    public DateOnly? DeliveredOn
    {
        get
        {
            var days = Recipients.Select(recipient => attempts.Where(attempt => attempt.IsOn(recipient) && !attempt.IsVoid)
                .Select(attempt => attempt.DeliveredOn).FirstOrDefault(day => day is not null)).ToList();
            return days.Contains(null) ? null : days.Max();
        }
    }

    /// <summary>The day on which the letter came back, if the last one on some recipient did.</summary>
    public DateOnly? ReturnedOn => Recipients.Select(recipient => LastOn(recipient)?.ReturnedOn).Max();

    /// <summary>The attempts that are on their way: neither delivered nor back.</summary>
    public IEnumerable<ServiceAttempt> OpenAttempts =>
        Recipients.Select(LastOn).OfType<ServiceAttempt>().Where(attempt => attempt.IsUnderWay).Distinct();

    /// <summary>The fact that its effect rests on and that the letter does not give in a form that can be read, or null.</summary>
    public string? MissingTerm => Effect switch
    {
        ServiceEffect.AwaitsCorrection or ServiceEffect.AwaitsExplanation when Terms.RespondBy is null => "respondBy",
        ServiceEffect.Extends when Terms.WorkingDays is null => "workingDays",
        ServiceEffect.Delays when Terms.UntilOn is null => "untilOn",
        _ => null,
    };

    /// <summary>What the clock sees of it when it is served on a day; null when it sees nothing, or a term is missing.</summary>
    public TimelineEvent? ClockFact(DateOnly servedOn) => Effect switch
    {
        ServiceEffect.AwaitsCorrection when Terms.RespondBy is { } respondBy => new CorrectionNoticeServed(servedOn, respondBy),
        ServiceEffect.AwaitsExplanation => new ExplanationRequested(servedOn),
        ServiceEffect.Extends when Terms.WorkingDays is { } workingDays => new ExtensionServed(servedOn, workingDays),
        ServiceEffect.Delays when Terms.UntilOn is { } untilOn => new DelayServed(servedOn, untilOn),
        ServiceEffect.AwaitsPayment => new FeeNoticeServed(servedOn, DeliveredOn),
        ServiceEffect.Consults => new ConsultationSent(servedOn, Id.ToString(), ConsultationKind!.Value, DeliveredOn, Terms.RespondBy),
        _ => null,
    };

    private List<ServiceAttempt?> FirstOnEach =>
    [
        .. Recipients.Select(recipient => attempts.Find(attempt => attempt.IsOn(recipient) && attempt.Counts)),
    ];

    /// <summary>The last attempt on a recipient, or null.</summary>
    public ServiceAttempt? LastOn(Guid? recipient) => attempts.FindLast(attempt => attempt.IsOn(recipient));
}
