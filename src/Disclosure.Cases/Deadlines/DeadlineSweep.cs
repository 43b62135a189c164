using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Notifications;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// One agency's sweep: what is due is read first, so that nobody waits for it; then, in one short transaction that
/// other sweepers of the agency wait for, the ledger is brought to what is true now.
/// </summary>
public sealed class DeadlineSweep(
    ICaseFiles files, IAlerts alerts, Outbox outbox, CalendarsInForce calendars, AlertRules rules, OfficeTargets targets, IUnitOfWork work, TimeProvider time, IIds ids)
{
    private sealed record Watched(Guid CaseId, int Version, bool IsOpen, IReadOnlyList<DueItem> Due);

    /// <summary>Sweeps an agency.</summary>
    public async Task<Swept> Of(Guid agencyId, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var watched = new List<Watched>();
        await foreach (var file in files.Watched(agencyId).WithCancellation(cancellation))
        {
            watched.Add(new Watched(file.Id, file.Version, file.IsOpen, WhatIsDue.Of(file, calendars.Snapshot, targets)));
        }

        var swept = await work.Run(() => Record(agencyId, watched), _ => true, cancellation);
        SweepTelemetry.Tell(agencyId, swept, watched.Where(each => each.IsOpen).Select(each => DaysLeft(each.Due, agencyId)), time.GetElapsedTime(begun));
        return swept;
    }

    private int? DaysLeft(IReadOnlyList<DueItem> due, Guid agencyId) =>
        due.FirstOrDefault(item => item.Kind == DueKind.Reply) is { DueOn: var dueOn } ? AlertRules.WorkingDaysLeft(dueOn, time.Today(), calendars.Of(agencyId)) : null;

    private async Task<Swept> Record(Guid agencyId, List<Watched> watched)
    {
        var versions = await alerts.Begin(agencyId, time.GetUtcNow());
        var recorded = (await alerts.Recorded(agencyId)).ToLookup(alert => alert.CaseId);
        var swept = new Swept(0, 0, 0);
        foreach (var (caseId, version, _, due) in watched)
        {
            // What moved on while it was read is true in the next sweep.
            if (versions.GetValueOrDefault(caseId) == version)
            {
                swept += await Record(agencyId, caseId, due, [.. recorded[caseId]]);
            }
        }

        foreach (var over in recorded.Where(group => !versions.ContainsKey(group.Key)).SelectMany(group => group).Where(alert => alert.State == AlertState.Raised))
        {
            await alerts.Mark(over.Id, AlertState.Withdrawn);
            swept += new Swept(0, 0, 1);
        }

        return swept;
    }

    private async Task<Swept> Record(Guid agencyId, Guid caseId, IReadOnlyList<DueItem> due, List<Alert> recorded)
    {
        var swept = new Swept(0, 0, 0);
        foreach (var item in due)
        {
            swept += await Record(agencyId, caseId, item, recorded.FindAll(alert => IsOf(alert, item)));
        }

        foreach (var stale in recorded.Where(alert => alert.State == AlertState.Raised && !due.Any(item => IsOf(alert, item))))
        {
            await alerts.Mark(stale.Id, AlertState.Withdrawn);
            swept += new Swept(0, 0, 1);
        }

        return swept;
    }

    private async Task<Swept> Record(Guid agencyId, Guid caseId, DueItem item, List<Alert> here)
    {
        var (raised, superseded, withdrawn) = (0, 0, 0);
        var reached = rules.Reached(item, time.Today(), calendars.Of(agencyId)).ToList();
        foreach (var threshold in reached.Where(threshold => here.TrueForAll(alert => alert.Threshold != threshold)))
        {
            var alert = new Alert(ids.Next(), caseId, item.Kind, item.Reference, item.DueOn, threshold, StateOf(threshold, reached), rules.Told(item.Kind, threshold), time.GetUtcNow());
            await alerts.Add(alert);
            if (alert.State == AlertState.Raised)
            {
                await outbox.Put(NotificationKind.Alert, alert.Id, caseId, agencyId);
                raised++;
            }
            else
            {
                superseded++;
            }
        }

        // A due date may have moved away and come back, or a calendar may have given days back.
        foreach (var alert in here)
        {
            switch (StateOf(alert.Threshold, reached))
            {
                case AlertState.Raised when alert.State != AlertState.Raised:
                    await alerts.Mark(alert.Id, AlertState.Raised);
                    await outbox.Revive(alert.Id);
                    raised++;
                    break;
                case AlertState.Superseded when alert.State == AlertState.Raised:
                    await alerts.Mark(alert.Id, AlertState.Superseded);
                    superseded++;
                    break;
                case AlertState.Withdrawn when alert.State == AlertState.Raised:
                    await alerts.Mark(alert.Id, AlertState.Withdrawn);
                    withdrawn++;
                    break;
            }
        }

        return new Swept(raised, superseded, withdrawn);
    }

    // Only the tightest of all is news; a wider one that was missed is put on record and stays silent.
    private static AlertState StateOf(int threshold, List<int> reached) =>
        reached.Count > 0 && threshold == reached[0] ? AlertState.Raised
        : reached.Contains(threshold) ? AlertState.Superseded
        : AlertState.Withdrawn;

    private static bool IsOf(Alert alert, DueItem item) => alert.Kind == item.Kind && alert.Reference == item.Reference && alert.DueOn == item.DueOn;
}
