using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Deadlines;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>
/// Derives all columns of all cases again, and has the next sweep look at each: to be sure, or after somebody laid hands
/// on the database.
/// </summary>
public sealed class Rebuild
{
    private readonly UnitOfWork work;
    private readonly ICaseFiles files;
    private readonly ICaseTexts texts;
    private readonly EventChain chain;
    private readonly ProjectionStore projections;
    private readonly ApplicantStore applicants;
    private readonly SearchTextStore search;
    private readonly SweepStore sweeps;
    private readonly CalendarsInForce calendars;
    private readonly ICalendarChanges journal;

    internal Rebuild(
        UnitOfWork work,
        ICaseFiles files,
        ICaseTexts texts,
        EventChain chain,
        ProjectionStore projections,
        ApplicantStore applicants,
        SearchTextStore search,
        SweepStore sweeps,
        CalendarsInForce calendars,
        ICalendarChanges journal)
    {
        (this.work, this.files, this.texts, this.chain, this.projections) = (work, files, texts, chain, projections);
        (this.applicants, this.search, this.sweeps, this.calendars, this.journal) = (applicants, search, sweeps, calendars, journal);
    }

    /// <summary>Derives every case anew, each in a transaction of its own, so that work can go on meanwhile.</summary>
    /// <returns>How many cases had other columns than they should.</returns>
    public async Task<int> All(CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var caseId in await work.Query<Guid>("SELECT case_id FROM case_events WHERE seq = 1 ORDER BY case_id", null, cancellation))
        {
            changed += await work.Write(() => One(caseId, cancellation), cancellation) ? 1 : 0;
        }

        return changed;
    }

    private async Task<bool> One(Guid caseId, CancellationToken cancellation)
    {
        // What the events make now, by the calendar of now: nobody adds to either meanwhile.
        await chain.HoldOf(caseId, cancellation);
        await calendars.Refresh(journal, cancellation);
        if (await files.Find(caseId, cancellation) is not { } file)
        {
            return await search.Refresh(caseId, cancellation);
        }

        var isChanged = (await projections.Differing(file, cancellation)).Count > 0;
        if (isChanged)
        {
            await projections.Write(file, cancellation);
        }

        // The day of the next alert cannot be compared, for it depends on the day: the next sweep finds it anew.
        else if (!await sweeps.Mark(file, cancellation))
        {
            await sweeps.Add(file, cancellation);
        }

        if (await applicants.Differing(file, await texts.OfCase(caseId, cancellation), cancellation) is { } recorded)
        {
            await applicants.Set(caseId, recorded, cancellation);
            isChanged = true;
        }

        return await search.Refresh(caseId, cancellation) || isChanged;
    }
}
