using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Calendars;

/// <summary>What another calendar, or a corrected date, does to the deadlines of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="RegisterNumber">Its register number.</param>
/// <param name="OfficerId">Its officer.</param>
/// <param name="Moves">The deadlines that move.</param>
/// <param name="NewFindings">Rules that a recorded event now breaks; it stays in force all the same.</param>
public sealed record MovedCase(
    Guid CaseId,
    Guid AgencyId,
    string RegisterNumber,
    Guid OfficerId,
    IReadOnlyList<DeadlineMove> Moves,
    IReadOnlyList<Refusal> NewFindings)
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
                .Where(pair => IsWaitedFor(file, pair.First)
                    && pair is { First.DueOn: not null, Second.DueOn: not null }
                    && pair.First.DueOn != pair.Second.DueOn)
                .Select(pair => new DeadlineMove(same.Key.Kind, same.Key.Id, pair.Second.DueOn!.Value, pair.First.DueOn!.Value)));
        }

        var found = after.FindingsMissingIn(before);
        return moves.Count + found.Count == 0
            ? null
            : new MovedCase(file.Id, file.AgencyId, file.RegisterNumber, file.OfficerId, moves, found);
    }

    // What is done is done; the seven days for a notice end with the question that they are for (art. 30).
    private static bool IsWaitedFor(CaseFile file, Deadline deadline) => deadline.MetOn is null
        && (deadline.Kind != DeadlineKind.CorrectionNotice || file.MayGetCorrectionNotice);
}
