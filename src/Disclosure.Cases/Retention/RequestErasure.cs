using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;
using FluentValidation;

namespace Disclosure.Cases.Retention;

/// <summary>提出清除: an administrator looked at what is proposed and asks a second person to confirm it. Nothing is emptied yet.</summary>
/// <param name="ProposalId">What was proposed.</param>
public sealed record RequestErasure(Guid ProposalId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class RequestErasureHandler(
    IRetentionProposals proposals, ICaseFiles files, ICaseQueries queries, RetentionPeriods periods, CurrentActor actor, TimeProvider time)
    : ICommandHandler<RequestErasure, Unit>
{
    public async Task<Result<Unit>> Handle(RequestErasure request, CancellationToken cancellationToken)
    {
        if (await proposals.Find(request.ProposalId, cancellationToken) is not { Proposal.ErasedAt: null } row
            || await files.Find(row.Proposal.CaseId, cancellationToken) is not { } file)
        {
            return new Refusal("retention.gone");
        }

        if (row.Proposal.RequestedBy is not null)
        {
            return new Refusal("retention.requestedAlready", row.RegisterNumber);
        }

        if (RetentionRules.WhyNot(file, await queries.History(file.Id, cancellationToken), row, periods, time.Today()) is { } refusal)
        {
            return refusal;
        }

        var requested = row.Proposal with { RequestedBy = actor.Value.Id, RequestedAt = time.GetUtcNow() };
        return await proposals.Change(row.Proposal, requested, cancellationToken)
            ? new Unit()
            : new Refusal("retention.changedMeanwhile", row.RegisterNumber);
    }
}

/// <summary>不予清除: who was asked to confirm it does not, or who asked takes it back; it is proposed as before.</summary>
/// <param name="ProposalId">What was asked for.</param>
/// <param name="Reason">Why; it stands in the journal of the administration.</param>
public sealed record DeclineErasure(Guid ProposalId, string Reason) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator | Role.SecurityAdministrator | Role.Manager;
}

internal sealed class DeclineErasureRules : AbstractValidator<DeclineErasure>
{
    public DeclineErasureRules() => RuleFor(command => command.Reason).IsText(500);
}

internal sealed class DeclineErasureHandler(IRetentionProposals proposals, IAdministrationLog log)
    : ICommandHandler<DeclineErasure, Unit>
{
    public async Task<Result<Unit>> Handle(DeclineErasure request, CancellationToken cancellationToken)
    {
        if (await proposals.Find(request.ProposalId, cancellationToken) is not
            { Proposal: { RequestedBy: not null, ErasedAt: null } asked } row)
        {
            return new Refusal("retention.notRequested");
        }

        await log.Add(
            AdministrativeAct.ErasureDeclined, row.AgencyId, null, cancellationToken,
            new FieldChange(row.RegisterNumber, null, request.Reason));
        return await proposals.Change(asked, asked with { RequestedBy = null, RequestedAt = null }, cancellationToken)
            ? new Unit()
            : new Refusal("retention.changedMeanwhile", row.RegisterNumber);
    }
}
