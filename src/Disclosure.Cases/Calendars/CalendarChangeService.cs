using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Calendars;

/// <summary>A command that changes the calendar.</summary>
public interface IChangesCalendar
{
    /// <summary>The edition that the preview was made with: nobody confirms another preview than was seen.</summary>
    int BasedOn { get; }

    /// <summary>The entry that it makes in the journal, or every reason why it cannot.</summary>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="entry">The entry with its place, its time and its author filled in.</param>
    Result<CalendarChange> Judge(CalendarSnapshot calendars, CalendarChange entry);
}

/// <summary>What a change of the calendar does.</summary>
/// <param name="BasedOn">The edition that it was reckoned from.</param>
/// <param name="Cases">The open cases that it moves, by agency and register number.</param>
public sealed record CalendarMoves(int BasedOn, IReadOnlyList<MovedCase> Cases);

/// <summary>
/// Where the calendar is changed. A preview and the change itself are one piece of work; only the change is recorded.
/// </summary>
/// <remarks>
/// Only open cases move. A case that is settled goes by the calendar under which its reply was served or its withdrawal
/// came in (the edition stands in that event): whoever answered in time by the calendar of the day stays on time, and the
/// figures of a report are the same when it is made again. A date put right in it is reckoned by that calendar too. Once
/// reopened, the case goes by the calendar of today, while the verdict on its first reply stays.
/// </remarks>
public sealed class CalendarChangeService(
    CalendarsInForce calendars, ICalendarChanges journal, ICaseFiles files, IDeadlineNotices notices, CurrentActor actor, TimeProvider time)
{
    /// <summary>Which open cases a change would move; nothing is recorded.</summary>
    public async Task<Result<CalendarMoves>> Preview(IChangesCalendar command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        await calendars.Refresh(journal, cancellation);
        var before = calendars.Snapshot;
        var judged = command.Judge(before, Entry(before));
        return judged.Succeeded
            ? await Apply(before, judged.Value, record: false, cancellation)
            : Result<CalendarMoves>.Refused(judged.Refusals);
    }

    // In one transaction: the entry, the event of every case that moves, and the notice to its officer.
    internal async Task<Result<CalendarMoves>> Record(IChangesCalendar command, CancellationToken cancellation)
    {
        // An attempt that was taken back may have gone by a change that came to nothing.
        await calendars.Refresh(journal, cancellation);
        var before = calendars.Snapshot;
        if (command.BasedOn != before.Edition)
        {
            return new Refusal("calendar.changedMeanwhile");
        }

        var judged = command.Judge(before, Entry(before));
        if (!judged.Succeeded)
        {
            return Result<CalendarMoves>.Refused(judged.Refusals);
        }

        return await journal.Append(judged.Value, cancellation)
            ? await Apply(before, judged.Value, record: true, cancellation)
            : new Refusal("calendar.changedMeanwhile");
    }

    private CalendarChange Entry(CalendarSnapshot before) =>
        new(before.Edition + 1, CalendarChangeKind.Notice, null, null, null, "", "", time.GetUtcNow(), actor.Value.Id);

    private async Task<CalendarMoves> Apply(CalendarSnapshot before, CalendarChange change, bool record, CancellationToken cancellation)
    {
        var after = before.With(change);
        if (record)
        {
            calendars.GoBy(after);
        }

        var moved = new List<MovedCase>();
        await foreach (var file in files.Open(change.AgencyId, cancellation))
        {
            var (was, willBe) = (CaseReckoning.Of(file, before), CaseReckoning.Of(file, after));
            if (MovedCase.Between(file, was, willBe) is { } move)
            {
                moved.Add(move);
            }

            if (record)
            {
                await Record(file, moved.Count > 0 && moved[^1].CaseId == file.Id ? moved[^1] : null, before, after, cancellation);
            }
        }

        return new CalendarMoves(
            before.Edition, [.. moved.OrderBy(each => each.AgencyId).ThenBy(each => each.RegisterNumber, StringComparer.Ordinal)]);
    }

    private async Task Record(
        CaseFile file, MovedCase? move, CalendarSnapshot before, CalendarSnapshot after, CancellationToken cancellation)
    {
        if (move is null)
        {
            // Deadlines that nobody waits for any more move without an event, and their columns with them.
            await files.Derive(file, cancellation);
            return;
        }

        file.Record(new DeadlinesMoved(
            after.Edition, before.Of(file.AgencyId).Version, after.Of(file.AgencyId).Version, move.Moves, move.NewFindings.Count));
        await files.Save(file, cancellation);
        await notices.Add(file.Id, file.Version, time.GetUtcNow(), cancellation);
    }
}
