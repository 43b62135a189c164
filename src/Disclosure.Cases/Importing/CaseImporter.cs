using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.Importing;

/// <summary>Makes cases of what a ledger says, in the transaction under way.</summary>
public sealed class CaseImporter(
    ICaseFiles files, ICaseTexts texts, IApplicants applicants, INumberSeries numbers, IPastNumbers past, CalendarsInForce calendars,
    IIds ids)
{
    private static readonly ArchiveChecklist NotChecked = new(false, false, false, false);

    /// <summary>Brings the cases in; their numbers stand below the opening numbers of their series.</summary>
    /// <param name="import">Where they come from.</param>
    /// <param name="cases">The cases, which are sound.</param>
    /// <param name="report">Is told how many are in.</param>
    /// <param name="cancellation">Calls it off.</param>
    public async Task BringIn(Import import, IReadOnlyList<PastCase> cases, Action<int> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(report);
        var lowest = await OpenSeries(import, cases, cancellation);
        for (var index = 0; index < cases.Count; index++)
        {
            await BringIn(import, cases[index], lowest, cancellation);
            report(index + 1);
        }
    }

    // Each series goes on behind the last number that was given before; the lowest place taken in each is told.
    private async Task<Dictionary<NumberSeries, int>> OpenSeries(
        Import import, IReadOnlyList<PastCase> cases, CancellationToken cancellation)
    {
        var lowest = new Dictionary<NumberSeries, int>();
        foreach (var series in cases.SelectMany(one => ImportCheck.NumbersOf(import.AgencyId, one)).GroupBy(number => number.Series))
        {
            await numbers.Begin(series.Key, cancellation);
            var (first, last) = await past.StateOf(series.Key, cancellation);
            var highest = series.Max(number => number.Number.Ordinal ?? 0);
            if (last < first && highest >= first)
            {
                await numbers.Open(series.Key, highest + 1, cancellation);
            }

            lowest[series.Key] = Math.Min(1, await past.LowestOf(series.Key, cancellation));
        }

        return lowest;
    }

    private async Task BringIn(Import import, PastCase one, Dictionary<NumberSeries, int> lowest, CancellationToken cancellation)
    {
        var caseId = ids.Next();
        var entered = new List<Guid>();
        foreach (var (_, _, series, number) in ImportCheck.NumbersOf(import.AgencyId, one))
        {
            var entry = new ReplyNumber(ids.Next(), number.Text, number.Ordinal ?? --lowest[series]);
            await numbers.Enter(series, entry, caseId, cancellation);
            entered.Add(entry.Id);
        }

        var recorded = one.Applicants.Select(applicant => applicant.Recorded()).ToList();
        var people = recorded.Select(applicant => new ApplicantRef(
            ids.Next(), applicant.Kind, texts.Keep(caseId, applicant.Write()))).ToList();
        var edition = calendars.Snapshot.Edition;
        var file = CaseFile.New(caseId);
        file.Record(new ApplicationRegistered(
            import.AgencyId, entered[0], one.RegisterNumber.Text, one.Channel, one.ArrivedOn,
            one.Channel.NeedsConfirmation() ? one.ReceivedOn : null, one.ReceivedOn, people,
            [new ItemRef(ids.Next(), texts.Keep(caseId, one.Request))], one.OfficerId, null, null, null, null));
        file.Record(new CaseImported(
            import.Id, one.Row, one.Reply is { } reply ? Replied(caseId, reply, entered) : null, one.WithdrawnOn, edition));
        if (!file.IsOpen)
        {
            // Its papers lie where they lay before.
            file.Record(new CaseArchived(NotChecked));
        }

        await files.Save(file, cancellation);
        await applicants.Set(
            caseId, [.. people.Zip(recorded, (reference, applicant) => (reference.Id, applicant))], cancellation);
    }

    private ImportedReply Replied(Guid caseId, PastReply reply, List<Guid> entered) => new(
        ids.Next(), ids.Next(), reply.Letter.Template.Code, reply.Letter.Variant?.Code, reply.Letter.Template.Version, reply.Letter.Effect,
        reply.Letter.Template.Series, reply.Letter.Row, reply.Number is null ? null : entered[1], reply.Number?.Text, reply.DecidedOn,
        reply.ServedOn, reply.Way, reply.DueOn, texts.Keep(caseId, "{}"));
}
