using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// Looks at everything that is due and raises what is to be raised. Idempotent: however often it runs, on however many
/// servers, and whatever it missed, each alert is recorded once; after a pause the tightest threshold reached is raised
/// and the wider ones are recorded as superseded.
/// </summary>
/// <param name="AgencyId">The agency, or null for one after the other.</param>
/// <param name="CountsOpenCases">Whether the open cases are counted for the monitoring system as well: not after every change.</param>
public sealed record SweepDeadlines(Guid? AgencyId = null, bool CountsOpenCases = true) : ICommand<SweepResult>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

/// <summary>What a sweep did.</summary>
/// <param name="Raised">Alerts raised.</param>
/// <param name="Superseded">Alerts recorded as superseded, or superseded by a raised one.</param>
/// <param name="Withdrawn">Alerts that no longer hold.</param>
public sealed record SweepResult(int Raised, int Superseded, int Withdrawn)
{
    /// <summary>Both together.</summary>
    public static SweepResult operator +(SweepResult one, SweepResult other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new SweepResult(one.Raised + other.Raised, one.Superseded + other.Superseded, one.Withdrawn + other.Withdrawn);
    }

    /// <summary>Both together.</summary>
    public static SweepResult Add(SweepResult left, SweepResult right) => left + right;
}

internal sealed class SweepDeadlinesHandler(DeadlineSweep sweep, IAgencies agencies, TimeProvider time)
    : ICommandHandler<SweepDeadlines, SweepResult>
{
    public async Task<Result<SweepResult>> Handle(SweepDeadlines request, CancellationToken cancellationToken)
    {
        var swept = new SweepResult(0, 0, 0);
        foreach (var agencyId in request.AgencyId is { } one
            ? [one]
            : (await agencies.AllOn(time.Today(), cancellationToken)).Select(agency => agency.Id))
        {
            swept += await sweep.Of(agencyId, cancellationToken);
            if (request.CountsOpenCases)
            {
                await sweep.CountOpenCases(agencyId, cancellationToken);
            }
        }

        return swept;
    }
}
