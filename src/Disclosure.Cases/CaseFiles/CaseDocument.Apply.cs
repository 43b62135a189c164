using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <content>What the events of a document do to it.</content>
public sealed partial class CaseDocument
{
    internal void Submit(DocumentSubmitted submitted)
    {
        Status = DocumentStatus.Submitted;
        ReturnReason = null;
        Links = submitted.Links;
    }

    internal void Return(DocumentReturned returned)
    {
        Status = DocumentStatus.Drafted;
        ReturnReason = returned.Reason;
        WasReturned = true;
        approvers.Clear();
    }

    internal void Endorse(DocumentEndorsed endorsed) => approvers.Add(endorsed.ApproverId);

    internal void Approve(DocumentApproved approved, int sequence)
    {
        ApprovedSequence = sequence;
        Status = DocumentStatus.Approved;
        approvers.Add(approved.ApproverId);
        NumberId = approved.NumberId;
        Number = approved.Number;
        DecidedOn = approved.DecidedOn;
        FileId = approved.FileId;
        Sha256 = approved.Sha256;
        ReturnReason = null;
    }

    // Somebody approved it whom nobody here knows.
    internal void BringIn(ImportedReply reply, int sequence)
    {
        (Status, ApprovedSequence, IsBroughtIn) = (DocumentStatus.Approved, sequence, true);
        (NumberId, Number, DecidedOn) = (reply.NumberId, reply.Number, reply.DecidedOn);
    }

    internal void Withdraw() => Status = DocumentStatus.Withdrawn;

    internal void Serve(ServiceAttempt attempt)
    {
        attempts.Add(attempt);
        Settle();
    }

    /// <summary>An issued letter that everybody has is served; whether it became so just now.</summary>
    internal bool Settle()
    {
        if (Status != DocumentStatus.Approved || DecisiveAttempt is null)
        {
            return false;
        }

        Status = DocumentStatus.Served;
        return true;
    }

    // What answers it settles its effect at the last service by then.
    internal void SettleBy(DateOnly on)
    {
        settledBy = FirstOnEach.Where(attempt => attempt?.ServedOn <= on).MaxBy(attempt => (attempt!.ServedOn, attempt.Sequence));
        Settle();
    }

    // What went to somebody before death or end reached them; what went later, and what is still to be served, goes to whoever takes
    // the place.
    internal void Succeed(Guid ended, DateOnly on, Guid? successor, Guid first)
    {
        if (!Recipients.Contains(ended))
        {
            return;
        }

        var isOnly = Recipients.Count == 1;
        var instead = successor ?? (isOnly ? first : (Guid?)null);
        foreach (var attempt in attempts.Where(attempt => (attempt.ApplicantId ?? (isOnly ? ended : null)) == ended))
        {
            attempt.IsVoid = attempt.ServedOn > on;
            attempt.ApplicantId = attempt.IsVoid ? ended : instead ?? ended;
        }

        Recipients =
        [
            .. Recipients.Select(recipient => recipient == ended ? instead : recipient).Where(recipient => recipient is not null),
        ];
    }

    internal void Supersede() => IsSuperseded = true;

    internal void TouchedBy(Guid officer) => drafters.Add(officer);

    // What came back has to be served again.
    internal void Unserve() => Status = DocumentStatus.Approved;

    internal void AddSignedCopy(KeptFile copy) => signedCopies.Add(copy);

    // Whoever chose the wording had a hand in the letter, and may not approve it.
    internal void Rebase(DocumentRebased rebased)
    {
        sections.ForEach(section => section.TemplateVersion = rebased.TemplateVersions[section.Template]);
        DrafterId = rebased.DrafterId;
        drafters.Add(rebased.DrafterId);
    }

    internal void Revise(DocumentRevised revised)
    {
        var facts = revised.SectionFacts ?? [revised.Facts];
        for (var index = 0; index < sections.Count; index++)
        {
            sections[index].Facts = facts[index];
        }

        PrincipalIndex = revised.Principal;
        Terms = revised.Terms;
        Row = revised.Row;
        MadeBy(revised.DrafterId);
    }

    internal void Finish(KeptFile? upload, Guid drafter)
    {
        Finished = upload;
        MadeBy(drafter);
    }

    // Whoever had a hand in it may not approve it.
    private void MadeBy(Guid drafter)
    {
        DrafterId = drafter;
        drafters.Add(drafter);
    }
}
