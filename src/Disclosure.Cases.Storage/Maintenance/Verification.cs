using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.Calendars;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Something in the records that is not as it should be.</summary>
/// <param name="Code">What kind: <c>chain.broken</c>, <c>chain.cut</c>, <c>anchor.differs</c>, <c>case.unreadable</c>, <c>case.columns</c>,
/// <c>text.missing</c>, <c>text.changed</c>, <c>file.missing</c>, <c>file.changed</c>, <c>number.gap</c>,
/// <c>number.unused</c>, <c>number.unknown</c>, <c>number.void</c>, <c>calendar.changed</c>, <c>template.changed</c>.</param>
/// <param name="Message">Which record, in English.</param>
public sealed record Finding(string Code, string Message);

/// <summary>
/// Recomputes what must hold: the seals of all events, the columns of all cases, the texts and files that events name,
/// and the number series. It changes nothing.
/// </summary>
public sealed partial class Verification
{
    private readonly UnitOfWork work;
    private readonly ProjectionStore projections;
    private readonly ChainKey key;
    private readonly CalendarsInForce calendars;
    private readonly CalendarChangeStore journal;

    internal Verification(
        UnitOfWork work, ProjectionStore projections, ChainKey key, CalendarsInForce calendars, CalendarChangeStore journal) =>
            (this.work, this.projections, this.key, this.calendars, this.journal) = (work, projections, key, calendars, journal);

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    /// <param name="anchorFile">The anchors written earlier (<see cref="Anchors"/>), or null to do without: then a chain
    /// that was cut and whose length was put right does not show.</param>
    /// <exception cref="InvalidOperationException">The chain key is missing.</exception>
    public Task<IReadOnlyList<Finding>> Run(string? anchorFile, CancellationToken cancellation) =>
        work.Snapshot(() => Findings(anchorFile, cancellation), cancellation);

    private async Task<IReadOnlyList<Finding>> Findings(string? anchorFile, CancellationToken cancellation)
    {
        await calendars.Refresh(journal, cancellation);
        var findings = new List<Finding>();
        findings.AddRange(await OfCalendars(cancellation));
        findings.AddRange(await OfChains(anchorFile is null ? [] : [.. Anchors.ReadFrom(anchorFile)], cancellation));
        findings.AddRange(await OfCases(cancellation));
        findings.AddRange(await OfTemplates(cancellation));
        return findings;
    }

    private async Task<List<Finding>> OfChains(List<ChainRow> anchors, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var chains = (await work.Query<ChainRow>("SELECT chain, length, head FROM chains", null, cancellation))
            .ToDictionary(chain => chain.Chain);
        var anchored = anchors.ToLookup(anchor => anchor.Chain);
        var inUse = await work.Query<Guid>("SELECT DISTINCT chain FROM case_events", null, cancellation);
        foreach (var chain in chains.Keys.Concat(inUse).Concat(anchors.Select(anchor => anchor.Chain)).Distinct().Order())
        {
            findings.AddRange(await OfChain(chain, chains.GetValueOrDefault(chain), anchored[chain], cancellation));
        }

        return findings;
    }

    private async Task<List<Finding>> OfChain(Guid chain, ChainRow? end, IEnumerable<ChainRow> anchors, CancellationToken cancellation)
    {
        const int Some = 2000;
        var findings = new List<Finding>();
        var (position, head) = (0L, "");
        var open = anchors.Where(anchor => anchor.Length > 0).ToLookup(anchor => anchor.Length);
        var met = new HashSet<long>();
        while (true)
        {
            var events = await work.Query<EventRow>(
                $"SELECT {EventRow.Columns} FROM case_events "
                    + $"WHERE chain = @chain AND position > @position ORDER BY position {work.Dialect.Page}",
                new { chain, position, take = Some, skip = 0 }, cancellation);
            foreach (var row in events)
            {
                if (row.Position != position + 1)
                {
                    findings.Add(
                        new Finding("chain.broken", $"Chain {chain}: the events from {position + 1} to {row.Position - 1} are gone."));
                }
                else if (row.SealAfter(head, key.Read(mayCreate: false)) != row.Hash)
                {
                    findings.Add(
                        new Finding("chain.broken", $"Chain {chain}: event {row.Position} (case {row.CaseId}, {row.Seq}) was changed."));
                }

                (position, head) = (row.Position, row.Hash);
                met.Add(position);
                findings.AddRange(open[position].Where(anchor => anchor.Head != row.Hash)
                    .Select(_ => new Finding("anchor.differs", $"Chain {chain}: event {row.Position} is not the one that was anchored.")));
            }

            if (events.Count < Some)
            {
                break;
            }
        }

        findings.AddRange(open.Where(anchor => !met.Contains(anchor.Key))
            .Select(anchor => new Finding("anchor.differs", $"Chain {chain}: it had {anchor.Key} events when it was anchored.")));
        if (end is null || end.Length != position || end.Head != head)
        {
            findings.Add(
                new Finding("chain.cut", $"Chain {chain}: it ends at {position}, but should end at {end?.Length ?? 0} with another seal."));
        }

        return findings;
    }
}
