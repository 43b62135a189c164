using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// One agency's sweep. It looks at the cases of which an alert may have come since they were looked at last: those on which
/// something was recorded, and those whose next day has come. What is due in them is read first, so that nobody waits for
/// it; then, in one transaction that other sweepers of the agency wait for, the ledger is brought to what is true now.
/// </summary>
public sealed class DeadlineSweep(
    ICaseFiles files,
    ISweeps sweeps,
    IAlerts alerts,
    IAlertListener listener,
    CalendarsInForce calendars,
    AlertRules rules,
    OfficeTargets targets,
    IUnitOfWork work,
    TimeProvider time,
    IIds ids)
{
    private sealed record LookedAt(Guid CaseId, int Version, IReadOnlyList<DueItem> Due);

    /// <summary>Sweeps an agency. Where nothing has come, nothing is written, and no case is read.</summary>
    public async Task<SweepResult> Of(Guid agencyId, CancellationToken cancellation)
    {
        var (begun, today) = (time.GetTimestamp(), time.Today());
        var (sweptBy, come) = await sweeps.WorkOf(agencyId, today, cancellation);

        // The days of the next alerts were found by other rules or by another calendar.
        var swept = sweptBy != Fingerprint(agencyId) ? await InFull(agencyId, cancellation)
            : come.Count > 0 ? await LookAt(agencyId, come, today, cancellation)
            : new SweepResult(0, 0, 0);
        SweepTelemetry.Tell(agencyId, swept, time.GetElapsedTime(begun));
        return swept;
    }

    /// <summary>Counts an agency's open cases for the monitoring system, where it listens.</summary>
    public async Task CountOpenCases(Guid agencyId, CancellationToken cancellation)
    {
        if (SweepTelemetry.WantsOpenCases)
        {
            var (open, today) = (await sweeps.OpenByDueDate(agencyId, cancellation), time.Today());
            SweepTelemetry.TellOpenCases(agencyId, open.Select(each => (DaysLeft(agencyId, each.ReplyDueOn, today), each.Cases)));
        }
    }

    /// <summary>Looks at every case of an agency in which an alert may hold or come, whenever its next day is.</summary>
    public async Task<SweepResult> InFull(Guid agencyId, CancellationToken cancellation) =>
        await LookAt(agencyId, await sweeps.Watched(agencyId, cancellation), time.Today(), cancellation);

    private string Fingerprint(Guid agencyId) => SweepFingerprint.Of(rules, targets, calendars.Of(agencyId));

    private int? DaysLeft(Guid agencyId, DateOnly? dueOn, DateOnly today) =>
        dueOn is { } day ? calendars.Of(agencyId).WorkingDaysLeft(day, today) : null;

    private async Task<SweepResult> LookAt(Guid agencyId, IReadOnlyList<Guid> caseIds, DateOnly today, CancellationToken cancellation)
    {
        var cases = new List<LookedAt>();
        await foreach (var file in files.FindAll(caseIds, cancellation))
        {
            cases.Add(new LookedAt(file.Id, file.Version, WhatIsDue.Of(file, calendars.Snapshot, targets)));
        }

        return await work.Run(() => Record(agencyId, cases, today, cancellation), _ => true, cancellation);
    }

    private async Task<SweepResult> Record(Guid agencyId, List<LookedAt> cases, DateOnly today, CancellationToken cancellation)
    {
        await sweeps.Begin(agencyId, Fingerprint(agencyId), cancellation);
        var recorded = (await alerts.Recorded([.. cases.Select(each => each.CaseId)], cancellation)).ToLookup(alert => alert.CaseId);
        var swept = new SweepResult(0, 0, 0);
        foreach (var (caseId, version, due) in cases)
        {
            // What moved on while it was read is true in the next sweep.
            if (await sweeps.LookAgain(caseId, version, rules.NextChange(due, today, calendars.Of(agencyId)), cancellation))
            {
                swept += await Record(agencyId, caseId, due, [.. recorded[caseId]], today, cancellation);
            }
        }

        return swept;
    }

    private async Task<SweepResult> Record(
        Guid agencyId, Guid caseId, IReadOnlyList<DueItem> due, List<Alert> recorded, DateOnly today, CancellationToken cancellation)
    {
        var swept = new SweepResult(0, 0, 0);
        foreach (var item in due)
        {
            swept += await Record(agencyId, caseId, item, recorded.FindAll(alert => IsOf(alert, item)), today, cancellation);
        }

        foreach (var stale in recorded.Where(alert => alert.State == AlertState.Raised && !due.Any(item => IsOf(alert, item))))
        {
            await alerts.Mark(stale.Id, AlertState.Withdrawn, cancellation);
            swept += new SweepResult(0, 0, 1);
        }

        return swept;
    }

    private async Task<SweepResult> Record(
        Guid agencyId, Guid caseId, DueItem item, List<Alert> here, DateOnly today, CancellationToken cancellation)
    {
        var (raised, superseded, withdrawn) = (0, 0, 0);
        var reached = rules.Reached(item, today, calendars.Of(agencyId)).ToList();
        foreach (var threshold in reached.Where(threshold => here.TrueForAll(alert => alert.Threshold != threshold)))
        {
            var alert = new Alert(
                ids.Next(), caseId, item.Kind, item.Reference, item.DueOn, threshold,
                StateOf(threshold, reached), rules.Told(item.Kind, threshold), time.GetUtcNow());
            await alerts.Add(alert, cancellation);
            if (alert.State == AlertState.Raised)
            {
                await listener.Raised(alert, agencyId, cancellation);
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
                    await alerts.Mark(alert.Id, AlertState.Raised, cancellation);
                    await listener.RaisedAgain(alert.Id, cancellation);
                    raised++;
                    break;
                case AlertState.Superseded when alert.State == AlertState.Raised:
                    await alerts.Mark(alert.Id, AlertState.Superseded, cancellation);
                    superseded++;
                    break;
                case AlertState.Withdrawn when alert.State == AlertState.Raised:
                    await alerts.Mark(alert.Id, AlertState.Withdrawn, cancellation);
                    withdrawn++;
                    break;
            }
        }

        return new SweepResult(raised, superseded, withdrawn);
    }

    // Only the tightest of all is news; a wider one that was missed is put on record and stays silent.
    private static AlertState StateOf(int threshold, List<int> reached) =>
        reached.Count > 0 && threshold == reached[0] ? AlertState.Raised
        : reached.Contains(threshold) ? AlertState.Superseded
        : AlertState.Withdrawn;

    private static bool IsOf(Alert alert, DueItem item) =>
        alert.Kind == item.Kind && alert.Reference == item.Reference && alert.DueOn == item.DueOn;
}
