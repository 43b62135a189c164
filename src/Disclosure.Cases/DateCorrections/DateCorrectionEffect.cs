using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.DateCorrections;

/// <summary>A deadline before and after a date was put right.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="From">The last day before; null where there was none.</param>
/// <param name="To">The last day after; null where there is none.</param>
public sealed record DeadlineChange(DeadlineKind Kind, DateOnly? From, DateOnly? To);

/// <summary>
/// What a corrected date does to a case: everything derived from it reckoned without and with the correction, by the same
/// calendar, so that the difference is the correction's alone.
/// </summary>
/// <param name="Before">The reckoning without it, with its ledger.</param>
/// <param name="After">The reckoning with it, with its ledger.</param>
public sealed record DateCorrectionEffect(Reckoning Before, Reckoning After)
{
    /// <summary>The deadlines that move, those already met included: whether they were met in time may change.</summary>
    public IReadOnlyList<DeadlineChange> Deadlines => [.. Changes()];

    /// <summary>Rules that a recorded event breaks only with the correction; it stays in force.</summary>
    public IReadOnlyList<Refusal> NewFindings => After.FindingsMissingIn(Before);

    /// <summary>Rules that no recorded event breaks any more.</summary>
    public IReadOnlyList<Refusal> SettledFindings => Before.FindingsMissingIn(After);

    /// <summary>What a proposed correction would do; null while the case has no clock.</summary>
    public static DateCorrectionEffect? Of(
        CaseFile file, IReadOnlyList<CaseEvent> events, DateCorrectionProposed proposal, CalendarSnapshot calendars, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(proposal);
        var decided = new DateCorrected(proposal.CorrectionId, proposal.Sequence, proposal.Field, proposal.To, Guid.Empty);
        return Between(file, CaseFile.Fold(file.Id, [.. events, decided]), calendars, asOf);
    }

    /// <summary>What an approved correction did when it was approved; null where the case had no clock.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="events">Its events.</param>
    /// <param name="index">Which of them approved the correction, from 0.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="asOf">The day of the approval.</param>
    public static DateCorrectionEffect? Of(
        Guid caseId, IReadOnlyList<CaseEvent> events, int index, CalendarSnapshot calendars, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Between(CaseFile.Fold(caseId, events.Take(index)), CaseFile.Fold(caseId, events.Take(index + 1)), calendars, asOf);
    }

    private static DateCorrectionEffect? Between(CaseFile without, CaseFile with, CalendarSnapshot calendars, DateOnly asOf) =>
        CaseReckoning.Of(without, calendars, asOf, withLedger: true) is { } before
        && CaseReckoning.Of(with, calendars, asOf, withLedger: true) is { } after
            ? new DateCorrectionEffect(before, after)
            : null;

    private IEnumerable<DeadlineChange> Changes()
    {
        foreach (var key in After.Deadlines.Concat(Before.Deadlines).Select(deadline => (deadline.Kind, deadline.Id)).Distinct())
        {
            var (from, to) = (DueOn(Before, key), DueOn(After, key));
            for (var index = 0; index < Math.Max(from.Count, to.Count); index++)
            {
                var change = new DeadlineChange(key.Kind, from.ElementAtOrDefault(index), to.ElementAtOrDefault(index));
                if (change.From != change.To)
                {
                    yield return change;
                }
            }
        }
    }

    private static List<DateOnly?> DueOn(Reckoning reckoning, (DeadlineKind Kind, string? Id) key) =>
        [.. reckoning.Deadlines.Where(deadline => (deadline.Kind, deadline.Id) == key).Select(deadline => deadline.DueOn)];
}
