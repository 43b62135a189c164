using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Retention;

/// <summary>
/// 确认清除: somebody else than who asked confirms it, and the part of the case is emptied for good. An event of the case says so; its
/// chain stays whole, and what reports count stays as it was.
/// </summary>
/// <param name="ProposalId">What was asked for.</param>
public sealed record EraseRecords(Guid ProposalId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator | Role.Manager;
}

internal sealed class EraseRecordsHandler(
    IRetentionProposals proposals, IRecordErasure erasure, ICaseFiles files, ICaseQueries queries, IApplicants applicants,
    RetentionPeriods periods, CurrentActor actor, TimeProvider time) : ICommandHandler<EraseRecords, Unit>
{
    public async Task<Result<Unit>> Handle(EraseRecords request, CancellationToken cancellationToken)
    {
        if (await proposals.Find(request.ProposalId, cancellationToken) is not { Proposal.ErasedAt: null } row
            || await files.Find(row.Proposal.CaseId, cancellationToken) is not { } file)
        {
            return new Refusal("retention.gone");
        }

        var proposal = row.Proposal;
        if (proposal.RequestedBy is not { } requester)
        {
            return new Refusal("retention.notRequested");
        }

        if (requester == actor.Value.Id)
        {
            return new Refusal("retention.ownRequest", row.RegisterNumber);
        }

        var history = await queries.History(file.Id, cancellationToken);
        if (RetentionRules.WhyNot(file, history, row, periods, time.Today()) is { } refusal)
        {
            return refusal;
        }

        var erased = proposal with { ErasedBy = actor.Value.Id, ErasedAt = time.GetUtcNow() };
        if (!await proposals.Change(proposal, erased, cancellationToken))
        {
            return new Refusal("retention.changedMeanwhile", row.RegisterNumber);
        }

        var (texts, contents) = RetentionRules.PartsOf(file, history, proposal.Scope);
        var emptied = new RecordsErased(
            proposal.Scope, proposal.ClosedOn, periods.Of(row.Kind, proposal.Scope), requester, actor.Value.Id, texts, contents);
        file.Record(emptied);
        await erasure.Empty(file, emptied, cancellationToken);
        await applicants.Set(
            file.Id, [.. file.Applicants.Select(applicant => (applicant.Id, Applicant.Erased(applicant.Kind)))], cancellationToken);
        await files.Save(file, cancellationToken);
        return new Unit();
    }
}
