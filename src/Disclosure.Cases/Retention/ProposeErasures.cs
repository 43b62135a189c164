using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Retention;

/// <summary>
/// Proposes what parts of closed cases may be emptied, their retention period having ended, and takes back what was proposed and is not
/// so any more. Nothing is emptied by it. Yields how many proposals it made.
/// </summary>
public sealed record ProposeErasures : ICommand<int>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class ProposeErasuresHandler(
    IUnitOfWork work, IRetentionProposals proposals, ICaseFiles files, ICaseQueries queries, RetentionPeriods periods, IIds ids,
    TimeProvider time) : ICommandHandler<ProposeErasures, int>
{
    // As many as are in memory, and others wait for, at once.
    private const int Some = 200;

    public async Task<Result<int>> Handle(ProposeErasures request, CancellationToken cancellationToken)
    {
        await TakeBack(RetentionState.Proposed, cancellationToken);
        await TakeBack(RetentionState.Requested, cancellationToken);

        // The file before the identity, which is a part of it: what is proposed whole is not proposed in part.
        return await Propose(RetentionScope.File, cancellationToken) + await Propose(RetentionScope.Identity, cancellationToken);
    }

    private async Task<int> Propose(RetentionScope scope, CancellationToken cancellation)
    {
        var (proposed, after, today) = (0, Guid.Empty, time.Today());
        var before = ChinaTime.At(today.AddYears(-periods.Shortest(scope)).AddDays(1));
        while (await proposals.Unproposed(scope, before, after, Some, cancellation) is { Count: > 0 } some)
        {
            after = some[^1].CaseId;
            proposed += await work.Run(() => Propose(scope, some, today, cancellation), _ => true, cancellation);
        }

        return proposed;
    }

    private async Task<int> Propose(RetentionScope scope, IReadOnlyList<ClosedCase> some, DateOnly today, CancellationToken cancellation)
    {
        var proposed = 0;
        foreach (var closed in some)
        {
            var kind = RetentionPeriods.KindOf(closed.Stage, closed.Row);
            var proposal = new RetentionProposal(
                ids.Next(), closed.CaseId, scope, closed.ClosedAt, periods.Of(kind, scope), time.GetUtcNow());
            if (today > periods.LastDay(kind, scope, proposal.ClosedOn)
                && await WhyNot(new RetentionRow(proposal, "", Guid.Empty, closed.Stage, closed.Row), today, cancellation) is null)
            {
                await proposals.Add(proposal, cancellation);
                proposed++;
            }
        }

        return proposed;
    }

    // A case may have been reopened, or asked about, and a period may have been made longer.
    private async Task TakeBack(RetentionState state, CancellationToken cancellation)
    {
        var (kept, today) = (0, time.Today());
        while (await proposals.Find(new RetentionFilter(state), kept, Some, cancellation) is { Count: > 0 } some)
        {
            kept += await work.Run(
                async () =>
                {
                    var still = 0;
                    foreach (var row in some)
                    {
                        if (await WhyNot(row, today, cancellation) is null)
                        {
                            still++;
                        }
                        else
                        {
                            await proposals.Delete(row.Proposal.Id, cancellation);
                        }
                    }

                    return still;
                },
                _ => true, cancellation);
        }
    }

    private async Task<Refusal?> WhyNot(RetentionRow row, DateOnly today, CancellationToken cancellation) =>
        await files.Find(row.Proposal.CaseId, cancellation) is { } file
            ? RetentionRules.WhyNot(file, await queries.History(file.Id, cancellation), row, periods, today)
            : new Refusal("case.notFound");
}
