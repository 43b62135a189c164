using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Calendars;

/// <summary>A deadline that moves.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Reference">The consultation's document, or null for other deadlines.</param>
/// <param name="From">The last day until now.</param>
/// <param name="To">The last day from now on.</param>
public sealed record DeadlineMove(
    [StoredName("Kind")] DeadlineKind Kind,
    [StoredName("Reference")] string? Reference,
    [StoredName("From")] DateOnly From,
    [StoredName("To")] DateOnly To);

/// <summary>What another calendar, or a corrected date, does to the deadlines of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="RegisterNumber">Its register number.</param>
/// <param name="OfficerId">Its officer.</param>
/// <param name="Moves">The deadlines that move.</param>
/// <param name="NewFindings">Rules that a recorded event now breaks; it stays in force all the same.</param>
public sealed record MovedCase(Guid CaseId, Guid AgencyId, string RegisterNumber, Guid OfficerId, IReadOnlyList<DeadlineMove> Moves, IReadOnlyList<Refusal> NewFindings)
{
    /// <summary>Compares the case as it was with the case as it will be; null when nothing moves and nothing is found.</summary>
    public static MovedCase? Between(CaseFile file, Reckoning? before, Reckoning? after)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (before is null || after is null)
        {
            return null;
        }

        var former = before.Deadlines.ToLookup(deadline => (deadline.Kind, deadline.Id));
        var moves = new List<DeadlineMove>();
        foreach (var same in after.Deadlines.GroupBy(deadline => (deadline.Kind, deadline.Id)))
        {
            moves.AddRange(same.Zip(former[same.Key])
                .Where(pair => IsWaitedFor(file, pair.First) && pair is { First.DueOn: not null, Second.DueOn: not null } && pair.First.DueOn != pair.Second.DueOn)
                .Select(pair => new DeadlineMove(same.Key.Kind, same.Key.Id, pair.Second.DueOn!.Value, pair.First.DueOn!.Value)));
        }

        // A finding that only names another date than before is no new one.
        var known = before.Findings.Select(Identity).ToHashSet();
        var found = after.Findings.Where(finding => !known.Contains(Identity(finding))).ToList();
        return moves.Count + found.Count == 0 ? null : new MovedCase(file.Id, file.AgencyId, file.RegisterNumber, file.OfficerId, moves, found);
    }

    // What is done is done; the seven days for a notice end with the question that they are for (art. 30).
    private static bool IsWaitedFor(CaseFile file, Deadline deadline) => deadline.MetOn is null
        && (deadline.Kind != DeadlineKind.CorrectionNotice || file.MayGetCorrectionNotice);

    internal static (string, object?) Identity(Refusal finding) => (finding.Code, finding.Arguments.FirstOrDefault());
}

/// <summary>Another calendar moved deadlines of the case, or shows that a recorded event breaks a rule.</summary>
/// <param name="Edition">The entry of the calendar's journal that did it.</param>
/// <param name="CalendarBefore">The <see cref="WorkingDayCalendar.Version"/> until then.</param>
/// <param name="CalendarAfter">The version from then on.</param>
/// <param name="Moves">What moved.</param>
/// <param name="NewFindings">How many recorded events break a rule only now.</param>
[StoredName("DeadlinesMoved")]
public sealed record DeadlinesMoved(
    [StoredName("Edition")] int Edition,
    [StoredName("CalendarBefore")] string CalendarBefore,
    [StoredName("CalendarAfter")] string CalendarAfter,
    [StoredName("Moves")] IReadOnlyList<DeadlineMove> Moves,
    [StoredName("NewFindings")] int NewFindings) : CaseEvent;
