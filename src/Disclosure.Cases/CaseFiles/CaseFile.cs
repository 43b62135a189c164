using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>A case (案卷): the fold of its events, and nothing besides.</summary>
public sealed partial class CaseFile
{
    private readonly List<CaseEvent> pending = [];
    private readonly List<CaseItem> items = [];
    private readonly List<CaseDocument> documents = [];

    private CaseFile(Guid id) => Id = id;

    /// <summary>The case.</summary>
    public Guid Id { get; }

    /// <summary>How many events the case has, recorded and pending: the optimistic lock.</summary>
    public int Version { get; private set; }

    /// <summary>How many events were recorded before the pending ones.</summary>
    public int RecordedVersion => Version - pending.Count;

    /// <summary>What happened in this unit of work and is not yet stored.</summary>
    public IReadOnlyList<CaseEvent> Pending => pending;

    /// <summary>The agency that answers.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The register number's entry in the number ledger.</summary>
    public Guid RegisterNumberId { get; private set; }

    /// <summary>The register number (登记号).</summary>
    public string RegisterNumber { get; private set; } = "";

    /// <summary>How the application came in.</summary>
    public Channel Channel { get; private set; }

    /// <summary>When it arrived; the day of receipt may be later (art. 31).</summary>
    public DateOnly ArrivedOn { get; private set; }

    /// <summary>When it was confirmed with the applicant.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>The day of receipt (收到申请之日, art. 31); null until confirmed.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The event that set <see cref="ReceivedOn"/>.</summary>
    public int ReceivedSequence { get; private set; }

    /// <summary>The applicants; the first is the representative one.</summary>
    public IReadOnlyList<ApplicantRef> Applicants { get; private set; } = [];

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<CaseItem> Items => items;

    /// <summary>The documents, in the order of their drafting.</summary>
    public IReadOnlyList<CaseDocument> Documents => documents;

    /// <summary>The officer in charge (承办人).</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>The case that this one was split from.</summary>
    public Guid? SplitFrom { get; private set; }

    /// <summary>The cases that were split from this one.</summary>
    public IReadOnlyList<Guid> SplitInto { get; private set; } = [];

    /// <summary>What the applicant asked of form and way, if anything.</summary>
    public TextRef? FormRequested { get; private set; }

    /// <summary>What helps the applicant to read or hear (art. 43).</summary>
    public TextRef? AccessibilityNeed { get; private set; }

    /// <summary>Which office opened the letter and passed it on.</summary>
    public TextRef? TransferredFrom { get; private set; }

    /// <summary>Whether the applicant agreed to be told by telephone or e-mail of receipt and reply.</summary>
    public bool AgreesToNotices { get; private set; }

    /// <summary>Whether it was registered by mistake.</summary>
    public bool IsVoided { get; private set; }

    /// <summary>Whether it is archived.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>A case that has no events yet.</summary>
    public static CaseFile New(Guid id) => new(id);

    /// <summary>The case as its recorded events make it.</summary>
    public static CaseFile Fold(Guid id, IEnumerable<CaseEvent> events)
    {
        var file = new CaseFile(id);
        foreach (var caseEvent in events)
        {
            file.Apply(caseEvent, ++file.Version);
        }

        return file;
    }

    /// <summary>Something happened.</summary>
    public void Record(CaseEvent caseEvent)
    {
        Apply(caseEvent, ++Version);
        pending.Add(caseEvent);
    }

    /// <summary>The pending events are stored.</summary>
    public void MarkStored() => pending.Clear();

    /// <summary>The document with that id.</summary>
    /// <exception cref="InvalidOperationException">The case has no such document.</exception>
    public CaseDocument Document(Guid id) => documents.Single(document => document.Id == id);

    /// <summary>The document with that id, or null.</summary>
    public CaseDocument? FindDocument(Guid id) => documents.Find(document => document.Id == id);

    /// <summary>Where the case stands.</summary>
    public CaseStage Stage
    {
        get
        {
            if (IsVoided)
            {
                return CaseStage.Voided;
            }

            if (IsArchived)
            {
                return CaseStage.Archived;
            }

            if (WithdrawnOn is not null)
            {
                return CaseStage.Withdrawn;
            }

            if (items.TrueForAll(item => item.AnsweredBy is not null))
            {
                return CaseStage.Answered;
            }

            return ReceivedOn is null ? CaseStage.AwaitingConfirmation
                : IsPaymentAwaited && !HasLapsed ? CaseStage.AwaitingPayment
                : IsCorrectionAwaited && !HasLapsed ? CaseStage.AwaitingCorrection
                : IsExplanationAwaited && CurrentStep == ReplyStep.Competence ? CaseStage.AwaitingExplanation
                : StageOf(CurrentStep);
        }
    }

    /// <summary>Whether it is still on its road: neither answered nor withdrawn, archived or void.</summary>
    public bool IsOpen => Stage is not (CaseStage.Answered or CaseStage.Withdrawn or CaseStage.Archived or CaseStage.Voided);

    /// <summary>The earliest question that some item still has to answer.</summary>
    public ReplyStep CurrentStep =>
        items.Where(item => item.AnsweredBy is null).Select(item => item.Step).DefaultIfEmpty(ReplyStep.Propriety).Min();

    /// <summary>The items whose next question is <paramref name="step"/>.</summary>
    public IReadOnlyList<Guid> ItemsAt(ReplyStep step) =>
        [.. items.Where(item => item.AnsweredBy is null && item.Step == step).Select(item => item.Id)];

    private static CaseStage StageOf(ReplyStep step) => step switch
    {
        ReplyStep.Completeness => CaseStage.Completeness,
        ReplyStep.Competence => CaseStage.Competence,
        ReplyStep.Existence => CaseStage.Existence,
        ReplyStep.Disclosure => CaseStage.Disclosure,
        ReplyStep.Propriety => CaseStage.Propriety,
    };
}
