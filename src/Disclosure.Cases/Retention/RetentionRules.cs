using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Retention;

/// <summary>What a part of a case consists of, and when it may be emptied.</summary>
internal static class RetentionRules
{
    /// <summary>Why a part of a case is kept, or null.</summary>
    /// <param name="file">The case as it is.</param>
    /// <param name="history">What happened in it.</param>
    /// <param name="row">What was proposed.</param>
    /// <param name="periods">The periods in force.</param>
    /// <param name="today">The day in China.</param>
    public static Refusal? WhyNot(
        CaseFile file, IReadOnlyList<HistoryRow> history, RetentionRow row, RetentionPeriods periods, DateOnly today)
    {
        // A case that was reopened since is none that was closed then, though it be closed again.
        var closed = history.LastOrDefault(each => each.Event is CaseArchived or RegistrationVoided);
        if (file.Stage is not (CaseStage.Archived or CaseStage.Voided) || closed?.OccurredAt != row.Proposal.ClosedAt)
        {
            return new Refusal("retention.notClosed", file.RegisterNumber);
        }

        if (file.IsErased)
        {
            return new Refusal("retention.erasedAlready", file.RegisterNumber);
        }

        if (file.Disputes.Any(dispute => dispute.IsPending))
        {
            return new Refusal("retention.disputeOpen", file.RegisterNumber);
        }

        if (file.OpenInquiries.Any())
        {
            return new Refusal("retention.inquiryOpen", file.RegisterNumber);
        }

        if (file.SecondPersonRequests.Count > 0)
        {
            return new Refusal("retention.decisionPending", file.RegisterNumber);
        }

        var lastDay = periods.LastDay(row.Kind, row.Proposal.Scope, row.Proposal.ClosedOn);
        return today <= lastDay ? new Refusal("retention.periodRuns", file.RegisterNumber, lastDay) : null;
    }

    /// <summary>The texts and files of a part, but for those that were emptied before.</summary>
    public static (IReadOnlyList<Guid> Texts, IReadOnlyList<Guid> Files) PartsOf(
        CaseFile file, IReadOnlyList<HistoryRow> history, RetentionScope scope)
    {
        var stored = history.Select(row => row.Event).Where(scope == RetentionScope.File ? _ => true : IsOfIdentityAlone(file))
            .Select(CaseEventJson.Write).ToList();
        var texts = stored.SelectMany(EventReferences.Texts).Select(text => Guid.Parse(text.Id));
        if (scope == RetentionScope.Identity)
        {
            texts = texts.Concat(history.SelectMany(row => IdentityIn(row.Event)).OfType<TextRef>().Select(text => text.Id));
        }

        return (
            [.. texts.Distinct().Where(text => !file.HasErased(text))],
            [.. stored.SelectMany(EventReferences.Files).Select(each => Guid.Parse(each.Id)).Distinct()
                .Where(each => !file.HasErased(each))]);
    }

    // Of these events everything says who applies and how they are reached. The registration form has it whole; proofs of service and
    // the letters are the act itself, and kept as long as the file.
    private static Func<CaseEvent, bool> IsOfIdentityAlone(CaseFile file)
    {
        var forms = file.Documents.Where(document => document.Template == TemplateCodes.RegistrationForm)
            .Select(document => document.Id).ToHashSet();
        return caseEvent => caseEvent switch
        {
            ApplicantChanged or ApplicantSucceeded or DeliveryRecorded => true,
            FileAttached { Kind: AttachmentKind.Identity or AttachmentKind.Envelope } => true,
            DocumentDrafted drafted => forms.Contains(drafted.DocumentId),
            DocumentRevised revised => forms.Contains(revised.DocumentId),
            DocumentFinishedInWord finished => forms.Contains(finished.DocumentId),
            DocumentApproved approved => forms.Contains(approved.DocumentId),
            SignedCopyAttached copy => forms.Contains(copy.DocumentId),
            _ => false,
        };
    }

    // And of these some texts do.
    private static IEnumerable<TextRef?> IdentityIn(CaseEvent caseEvent) => caseEvent switch
    {
        ApplicationRegistered registered =>
            registered.Applicants.Select(applicant => applicant.Data).Append(registered.AccessibilityNeed),
        DocumentServed served => [served.Particulars],
        _ => [],
    };
}
