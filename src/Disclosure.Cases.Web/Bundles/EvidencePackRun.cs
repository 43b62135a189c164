using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Web.Pages.Cases;
using Disclosure.Cases.Web.Pages.Cases.Drafting;

namespace Disclosure.Cases.Web.Bundles;

/// <summary>Makes the evidence pack of a case, for whoever may see the case. Courts read it in Chinese, whoever asks for it.</summary>
internal sealed class EvidencePackRun(
    CasePageQuery cases, IEvidence evidence, ICaseContents contents, ICaseContentHeads heads, IPackKeys keys, IUsers users,
    IAgencies agencies, CalendarsInForce calendars, PublicAddress address)
{
    private const int MostReadings = 3;

    /// <summary>What belongs into the pack; null where there is no case that the user may see.</summary>
    /// <exception cref="CaseConflictException">Something is recorded on the case all the time.</exception>
    public async Task<EvidencePack?> Of(Guid caseId, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        for (var reading = 0; reading < MostReadings; reading++)
        {
            if (await cases.Find(caseId, cancellation) is not { } view)
            {
                return null;
            }

            // The page and the records are read one after the other: nothing may be recorded in between.
            var records = await evidence.Of(caseId, cancellation);
            if (records.Events.Count == view.File.Version)
            {
                return await Of(view, records, cancellation);
            }
        }

        throw new CaseConflictException();
    }

    /// <summary>Writes the pack as it reads the files.</summary>
    public async Task Write(EvidencePack pack, Stream target, CancellationToken cancellation) => await EvidencePackWriter.Write(
        pack, await keys.Current(cancellation),
        async (id, stop) => (await contents.Find(id, stop))?.Content, target, cancellation);

    private async Task<EvidencePack> Of(CaseView view, CaseEvidence records, CancellationToken cancellation)
    {
        var file = view.File;
        var events = view.History.Zip(records.Events, (row, sealedEvent) =>
        {
            var (sentence, detail) = view.Sentences.Of(row.Event);
            return new PackEvent(sealedEvent, row.Event, row.OccurredAt, row.ActorName, sentence, detail);
        }).ToList();
        var day = ChinaTime.DayOf(events[^1].At);
        var titles = file.Documents.ToDictionary(document => document.Id, document => ServiceProof.TitleOf(view, document));
        var names = (await heads.OfCase(file.Id, cancellation)).ToDictionary(head => head.Key, head => head.Value.Name);
        var edition = file.SettledUnder ?? calendars.Snapshot.Edition;
        return new EvidencePack(
            file,
            (await agencies.On(file.AgencyId, day, cancellation)).Name,
            view.People.GetValueOrDefault(file.OfficerId) ?? "—",
            records,
            events,
            await Approvals(events, cancellation),
            view.Applicants,
            titles,
            PackFile.Of(file, records.Events, names, document => titles[document.Id]),
            calendars.Snapshot.For(file),
            [.. calendars.Snapshot.Changes.Where(change => change.Ordinal <= edition && change.Concerns(file.AgencyId))])
        {
            Clock = CaseReckoning.Of(file, calendars.Snapshot, day, withLedger: true),
            CheckedAt = address.Of("/verify-pack"),
        };
    }

    private async Task<IReadOnlyList<PackApproval>> Approvals(IReadOnlyList<PackEvent> events, CancellationToken cancellation)
    {
        var approvals = new List<PackApproval>();
        foreach (var each in events)
        {
            if (each.Event switch
            {
                DocumentEndorsed endorsed => (endorsed.DocumentId, endorsed.ApproverId, endorsed.Link, IsLast: false),
                DocumentApproved approved => (approved.DocumentId, approved.ApproverId, approved.Link, IsLast: true),
                _ => default,
            } is not { Link: > 0 } passed)
            {
                continue;
            }

            var day = ChinaTime.DayOf(each.At);
            var absent = new List<string>();
            foreach (var deputy in (await users.Deputies(day, cancellation))
                .Where(deputy => deputy.DeputyId == passed.ApproverId && deputy.From <= day))
            {
                absent.Add((await users.Find(deputy.UserId, cancellation))?.Name ?? "—");
            }

            approvals.Add(new PackApproval(passed.DocumentId, passed.Link, passed.IsLast, each.At, each.Person, absent));
        }

        return approvals;
    }
}
