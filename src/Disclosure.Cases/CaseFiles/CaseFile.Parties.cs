using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// Who applies and for what, as it is put right and changes in the course of the case, and who of them is served.
public sealed partial class CaseFile
{
    private readonly List<FormerText> formerApplicants = [];
    private readonly List<FormerText> formerWords = [];
    private readonly List<Succession> successions = [];
    private readonly List<FormerText> correctedWords = [];
    private readonly List<ApplicantRef> everyApplicant = [];
    private bool hasProofOfAny;

    /// <summary>
    /// The column of table 3: the kind of the representative applicant as registered, until the first decision also as put right. Received
    /// and answered in one column, the table adds up (一 + 二 = 三 + 四); so a successor of another kind does not change it, nor does what
    /// comes after the decision change the figures of its year.
    /// </summary>
    public ApplicantKind ReportedKind { get; private set; }

    /// <summary>
    /// Everybody who ever applied: those who do as they are on record now, those who ended as they were.
    /// </summary>
    public IReadOnlyList<ApplicantRef> EveryApplicant => everyApplicant;

    /// <summary>Whether each of several applicants is served; false: the first receives for all of them.</summary>
    public bool ServedOnEach { get; private set; }

    /// <summary>What was on record of an applicant, and what took its place.</summary>
    public IReadOnlyList<FormerText> FormerApplicants => formerApplicants;

    /// <summary>Who died or ended, and who succeeded them.</summary>
    public IReadOnlyList<Succession> Successions => successions;

    /// <summary>Of a successor, also of a successor's: what was on record of whoever applied; null of anybody else.</summary>
    /// <param name="applicant">The applicant as it is.</param>
    public TextRef? WhoApplied(Guid applicant) => successions.Find(each => each.SuccessorId == applicant) is { } succession
        ? WhoApplied(succession.EndedId) ?? succession.Before
        : null;

    /// <summary>What was wrongly recorded as asked for, and what took its place.</summary>
    public IReadOnlyList<FormerText> FormerWords => formerWords;

    /// <summary>What was asked for in the words that the applicant corrected (art. 30), and the words since.</summary>
    public IReadOnlyList<FormerText> CorrectedWords => correctedWords;

    /// <summary>
    /// The documents that were served without a file that proves it; a proof that names no document, as they did not always,
    /// is one of any.
    /// </summary>
    public IReadOnlyList<CaseDocument> UnprovedServices => hasProofOfAny ? [] :
    [
        .. documents.Where(document => document is { NeedsApproval: true, Status: DocumentStatus.Served }
            && document.Attempts.Any(attempt => !attempt.IsBack && !attempt.IsProved)),
    ];

    /// <summary>Whether a reply is in the hands of some of the applicants and not of all: it is neither unserved nor served.</summary>
    public bool IsPartlyServed => documents.Exists(document =>
        document is { IsHalfServed: true, Effect: ServiceEffect.Answers or ServiceEffect.Closes });

    private void Apply(ApplicantChanged changed, int sequence)
    {
        formerApplicants.Add(new FormerText(
            sequence, Applicants.Single(applicant => applicant.Id == changed.Applicant.Id).Data, changed.Applicant.Data));
        Applicants = [.. Applicants.Select(applicant => applicant.Id == changed.Applicant.Id ? changed.Applicant : applicant)];
        everyApplicant[everyApplicant.FindIndex(applicant => applicant.Id == changed.Applicant.Id)] = changed.Applicant;
        if (changed.Applicant.Id == everyApplicant[0].Id && ReplacedReply is null && withdrawal is null)
        {
            ReportedKind = changed.Applicant.Kind;
        }

        // Nobody said that the letters be sent to where they went: those that came back are served no longer.
        foreach (var document in documents)
        {
            document.Attempts.Where(attempt => changed.Misdirected?.Contains(attempt.Id) == true).ToList()
                .ForEach(attempt => attempt.CountsThoughReturned = false);
            Unserve(document);
        }

        HadAHand(changed.OfficerId);
    }

    // Nobody named who receives for all but the first; what the first agreed to, nobody else did.
    private void Apply(ApplicantSucceeded succeeded, int sequence)
    {
        var ended = Applicants.Single(applicant => applicant.Id == succeeded.ApplicantId);
        var wasFirst = ended == Applicants[0];
        Applicants = [.. Applicants.Select(applicant => applicant == ended ? succeeded.Successor : applicant).OfType<ApplicantRef>()];
        if (succeeded.Successor is { } successor)
        {
            successions.Add(new Succession(sequence, ended.Data, successor.Data, ended.Id, successor.Id, succeeded.On));
            everyApplicant.Add(successor);
        }

        (ServedOnEach, AgreesToNotices) = wasFirst ? (Applicants.Count > 1, false) : (ServedOnEach, AgreesToNotices);
        documents.ForEach(document => document.Succeed(ended.Id, succeeded.On, succeeded.Successor?.Id, Applicants[0].Id));
        documents.ForEach(Unserve);
        HadAHand(succeeded.OfficerId);
        NameRecipients();
    }

    // A recording error never was the applicant's words; what was reviewed was something else (art. 17).
    private void Apply(ItemCorrected corrected, int sequence)
    {
        var item = items.Single(item => item.Id == corrected.Item.Id);
        formerWords.Add(new FormerText(sequence, item.Description, corrected.Item.Description));
        item.Correct(corrected.Item.Description);
        HadAHand(corrected.OfficerId);
    }

    // Whoever changes what a submitted letter says does not approve it.
    private void HadAHand(Guid officer) =>
        documents.FindAll(document => document.Status == DocumentStatus.Submitted).ForEach(document => document.TouchedBy(officer));

    private void Apply(FileAttached attached)
    {
        hasProofOfAny |= attached is { Kind: AttachmentKind.ProofOfService, ServiceOf: null };
        if (attached.ServiceOf is { } proved)
        {
            documents.SelectMany(document => document.Attempts).Single(attempt => attempt.Id == proved).IsProved = true;
        }
    }

    // What was served stays served on whom it was; what is served on everybody who is left is served.
    private void NameRecipients()
    {
        IReadOnlyList<Guid?> applicants = ServedOnEach ? [.. Applicants.Select(applicant => (Guid?)applicant.Id)] : [Applicants[0].Id];
        foreach (var document in documents.Where(document =>
            document.DecisiveAttempt is null && TemplateCodes.AreForApplicants(document.Template)))
        {
            document.Recipients = applicants;
        }

        documents.FindAll(document => document.Settle()).ForEach(Answer);
    }
}

/// <summary>A text that was on record of a case, and what took its place.</summary>
/// <param name="Sequence">The event by which it did.</param>
/// <param name="Before">What was.</param>
/// <param name="After">What is.</param>
public record FormerText(int Sequence, TextRef Before, TextRef After);

/// <summary>Somebody took an applicant's place: what was on record of the one, and is of the other.</summary>
/// <param name="EndedId">Who died or ended.</param>
/// <param name="SuccessorId">Who goes on.</param>
/// <param name="On">The day of death or end.</param>
public sealed record Succession(int Sequence, TextRef Before, TextRef After, Guid EndedId, Guid SuccessorId, DateOnly On)
    : FormerText(Sequence, Before, After);
