using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// Who applies and for what, as it is put right and changes in the course of the case, and who of them is served.
public sealed partial class CaseFile
{
    private readonly List<(TextRef Before, TextRef After)> formerApplicants = [];
    private readonly List<(TextRef Before, TextRef After)> formerWords = [];
    private bool hasProofOfAny;

    /// <summary>Whether each of several applicants is served; false: the first receives for all of them.</summary>
    public bool ServedOnEach { get; private set; }

    /// <summary>What was on record of an applicant, and what took its place.</summary>
    public IReadOnlyList<(TextRef Before, TextRef After)> FormerApplicants => formerApplicants;

    /// <summary>What was wrongly recorded as asked for, and what took its place.</summary>
    public IReadOnlyList<(TextRef Before, TextRef After)> FormerWords => formerWords;

    /// <summary>
    /// The documents that were served without a file that proves it; a proof that names no document, as they did not always,
    /// is one of any.
    /// </summary>
    public IReadOnlyList<CaseDocument> UnprovedServices => hasProofOfAny ? [] :
    [
        .. documents.Where(document => document is { NeedsApproval: true, Status: DocumentStatus.Served }
            && document.Attempts.Any(attempt => !attempt.IsBack && !attempt.IsProved)),
    ];

    private void Apply(ApplicantChanged changed)
    {
        formerApplicants.Add((Applicants.Single(applicant => applicant.Id == changed.Applicant.Id).Data, changed.Applicant.Data));
        Applicants = [.. Applicants.Select(applicant => applicant.Id == changed.Applicant.Id ? changed.Applicant : applicant)];
    }

    private void Apply(ApplicantSucceeded succeeded)
    {
        var ended = Applicants.Single(applicant => applicant.Id == succeeded.ApplicantId);
        Applicants = [.. Applicants.Select(applicant => applicant == ended ? succeeded.Successor : applicant).OfType<ApplicantRef>()];
        formerApplicants.Add((ended.Data, (succeeded.Successor ?? Applicants[0]).Data));
        NameRecipients();
    }

    // A recording error never was the applicant's words; what the applicant corrected is kept apart.
    private void Apply(ItemCorrected corrected)
    {
        var item = items.Single(item => item.Id == corrected.Item.Id);
        formerWords.Add((item.Description, corrected.Item.Description));
        item.Correct(corrected.Item.Description);
    }

    private void Apply(FileAttached attached)
    {
        hasProofOfAny |= attached is { Kind: AttachmentKind.ProofOfService, ServiceOf: null };
        if (attached.ServiceOf is { } proved)
        {
            documents.SelectMany(document => document.Attempts).Single(attempt => attempt.Id == proved).IsProved = true;
        }
    }

    // What was served stays served on whom it was.
    private void NameRecipients()
    {
        IReadOnlyList<Guid?> applicants = ServedOnEach ? [.. Applicants.Select(applicant => (Guid?)applicant.Id)] : [Applicants[0].Id];
        foreach (var document in documents.Where(document =>
            document.DecisiveAttempt is null && TemplateCodes.AreForApplicants(document.Template)))
        {
            document.Recipients = applicants;
        }
    }
}
