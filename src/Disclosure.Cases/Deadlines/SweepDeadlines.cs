using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Messaging;
using MediatR;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// Looks at everything that is owed and raises what is to be raised. Idempotent: however often it runs, and whatever it
/// missed, each alert is recorded once; after a pause the tightest threshold reached is raised and the wider ones are
/// recorded as superseded.
/// </summary>
/// <param name="AgencyId">Whose cases to look at; null: every agency's.</param>
public sealed record SweepDeadlines(Guid? AgencyId = null) : ICommand<Swept>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.Administrator;
}

/// <summary>What a sweep did.</summary>
/// <param name="Raised">Alerts raised.</param>
/// <param name="Superseded">Alerts recorded as superseded, or superseded by a raised one.</param>
/// <param name="Withdrawn">Alerts that no longer hold.</param>
public sealed record Swept(int Raised, int Superseded, int Withdrawn);

internal sealed class SweepDeadlinesHandler(IAlerts alerts, CalendarsInForce calendars, TimeProvider time, IIds ids) : IRequestHandler<SweepDeadlines, Result<Swept>>
{
    public async Task<Result<Swept>> Handle(SweepDeadlines request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var recorded = (await alerts.Recorded()).ToLookup(alert => (alert.CaseId, alert.Kind));
        var owed = await alerts.Owed();
        var (raised, superseded, withdrawn) = (0, 0, 0);
        foreach (var deadline in owed.Where(deadline => request.AgencyId is null || deadline.AgencyId == request.AgencyId))
        {
            var known = recorded[(deadline.CaseId, deadline.Kind)].ToList();
            foreach (var stale in known.Where(alert => alert.DueOn != deadline.DueOn && alert.State == AlertState.Raised))
            {
                await alerts.Mark(stale.Id, AlertState.Withdrawn);
                withdrawn++;
            }

            var here = known.Where(alert => alert.DueOn == deadline.DueOn).ToList();
            var left = AlertThresholds.WorkingDaysLeft(deadline.DueOn, today, calendars.Of(deadline.AgencyId));
            var reached = AlertThresholds.Reached(left, today > deadline.DueOn).ToList();
            foreach (var threshold in reached.Where(threshold => here.TrueForAll(alert => alert.Threshold != threshold)))
            {
                // Only the tightest of all is news; a wider one that was missed is put on record and stays silent.
                var isNews = threshold == reached[0];
                await alerts.Add(new Alert(ids.Next(), deadline.CaseId, deadline.Kind, deadline.DueOn, threshold, isNews ? AlertState.Raised : AlertState.Superseded, time.GetUtcNow()));
                raised += isNews ? 1 : 0;
                superseded += isNews ? 0 : 1;
            }

            // The due date moved away and came back.
            foreach (var returned in here.Where(alert => alert.State == AlertState.Withdrawn && reached.Count > 0 && alert.Threshold == reached[0]))
            {
                await alerts.Mark(returned.Id, AlertState.Raised);
                raised++;
            }

            foreach (var wider in here.Where(alert => alert.State == AlertState.Raised && reached.Count > 0 && alert.Threshold > reached[0]))
            {
                await alerts.Mark(wider.Id, AlertState.Superseded);
                superseded++;
            }
        }

        var stillOwed = owed.Select(deadline => (deadline.CaseId, deadline.Kind)).ToHashSet();
        foreach (var over in recorded.Where(group => !stillOwed.Contains(group.Key)).SelectMany(group => group).Where(alert => alert.State == AlertState.Raised))
        {
            await alerts.Mark(over.Id, AlertState.Withdrawn);
            withdrawn++;
        }

        return new Swept(raised, superseded, withdrawn);
    }
}
