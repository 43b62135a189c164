using System.Data.Common;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.Calendars;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Reporting;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Something in the records that is not as it should be.</summary>
/// <param name="Code">What kind, e.g. <c>chain.broken</c>; its sentences are <c>audit.each.…</c> and <c>audit.…</c> with a count, and
/// those of one subject share <c>audit.todo.…</c>.</param>
/// <param name="Arguments">Which case and row, as the sentence names them.</param>
public sealed record Finding(string Code, params IReadOnlyList<object> Arguments)
{
    /// <summary>The finding as the reason why something else is not done.</summary>
    public Refusal AsRefusal => new($"audit.each.{Code}", [.. Arguments]);

    /// <summary>Which record, in words.</summary>
    public string Say(string language) => AsRefusal.Say(language);

    /// <summary>What to do about findings of its kind.</summary>
    public string SayWhatToDo(string language) => Texts.Say(language, $"audit.todo.{Code[..Code.IndexOf('.', StringComparison.Ordinal)]}");
}

/// <summary>
/// Recomputes what must hold: the schema, the seals of all events and of all rows that are not derived from events, the columns of
/// all cases, the texts and files that events name, the number series, the calendar's journal, and the anchors. It changes nothing,
/// and whatever it cannot read is a finding.
/// </summary>
public sealed partial class Verification
{
    private readonly UnitOfWork work;
    private readonly Migrations migrations;
    private readonly ProjectionStore projections;
    private readonly ApplicantStore applicants;
    private readonly SearchTextStore search;
    private readonly SealingKeys keys;
    private readonly PersonalData personal;
    private readonly CalendarsInForce calendars;
    private readonly CalendarChangeStore journal;

    // Without the keys nobody can read the texts of cases, nor what is derived from them.
    private bool hasTexts;

    internal Verification(
        UnitOfWork work, Migrations migrations, ProjectionStore projections, ApplicantStore applicants, SearchTextStore search,
        SealingKeys keys, PersonalData personal, CalendarsInForce calendars, CalendarChangeStore journal)
    {
        (this.work, this.migrations, this.projections, this.applicants) = (work, migrations, projections, applicants);
        (this.search, this.keys, this.personal, this.calendars, this.journal) = (search, keys, personal, calendars, journal);
    }

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    /// <param name="anchorFile">Where anchors were written (<see cref="Anchors"/>), or null to do without: then a chain that was cut
    /// and whose length was put right does not show.</param>
    public async Task<IReadOnlyList<Finding>> Run(string? anchorFile, CancellationToken cancellation)
    {
        // Before the moment as of which the records are read: what is anchored later is not in them.
        var anchored = anchorFile is null ? null : await AnchorFile.Lines(anchorFile, cancellation);
        return await work.Snapshot(() => Findings(anchorFile, anchored, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<Finding>> Findings(
        string? anchorFile, IReadOnlyList<string>? anchored, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        await Look(findings, "schema_migrations", () => OfSchema(cancellation));
        await Look(findings, "calendar_changes", async () =>
        {
            await calendars.Refresh(journal, cancellation);
            return [];
        });

        // With another key nothing would fit: that is said once, and what needs no key is looked at all the same.
        var ring = await Opened(findings, "sealing_keys", () => keys.ForReading(work, cancellation));
        if (ring is not null)
        {
            await Look(findings, "calendar_changes", () => OfCalendars(ring, cancellation));
            await Look(findings, "case_events", () => OfChains(ring, cancellation));
            await Look(findings, "row_seals", () => OfRows(ring, cancellation));
            if (anchorFile is not null)
            {
                await Look(findings, "anchorings", () => OfAnchors(anchorFile, anchored, ring, cancellation));
            }
        }

        hasTexts = ring is not null && await Opened(findings, "data_keys", () => personal.Refresh(cancellation)) is not null;
        await OfCases(findings, cancellation);
        await Look(findings, "template_texts", () => OfTemplates(cancellation));
        return findings;
    }

    // A part that meets what cannot be read is a finding, and the next part is looked at.
    private static async Task Look(List<Finding> findings, string subject, Func<Task<IEnumerable<Finding>>> part)
    {
        try
        {
            findings.AddRange(await part());
        }
        catch (Exception problem) when (IsOfTheRecords(problem))
        {
            findings.Add(new Finding("record.unreadable", subject, problem.Message));
        }
    }

    // Not what comes of a lost connection or a stop: that says nothing about the records.
    private static bool IsOfTheRecords(Exception problem) => problem is not (OperationCanceledException or DbException);

    private static async Task<T?> Opened<T>(List<Finding> findings, string table, Func<Task<T>> open)
        where T : class
    {
        try
        {
            return await open();
        }
        catch (SealingKeyException problem)
        {
            findings.Add(new Finding(problem.Code, problem.Path));
            return null;
        }
        catch (Exception problem) when (IsOfTheRecords(problem))
        {
            findings.Add(new Finding("record.unreadable", table, problem.Message));
            return null;
        }
    }
}
