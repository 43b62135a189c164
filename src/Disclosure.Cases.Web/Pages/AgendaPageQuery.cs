using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Review;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>Something that a person has to see to.</summary>
/// <param name="Section">When.</param>
/// <param name="Kind">How it weighs; what waits for a decision weighs like the reply that it holds up.</param>
/// <param name="Urgency">The pill.</param>
/// <param name="Link">Where it is done.</param>
/// <param name="RegisterNumber">The case.</param>
/// <param name="Requested">What is asked for.</param>
/// <param name="What">What to do.</param>
/// <param name="Basis">The article, or null for the office's own targets.</param>
/// <param name="DueOn">By when; null where no day is set.</param>
/// <param name="Next">The next step towards it, or null.</param>
internal sealed record AgendaEntry(
    AgendaSection Section, DueKind Kind, Urgency Urgency, string Link, string RegisterNumber,
    string Requested, string What, string? Basis, DateOnly? DueOn, string? Next = null);

/// <summary>
/// What the reader has to do, by role: an officer in the own cases, a reviewer what waits for a decision, a manager
/// what managers are told of.
/// </summary>
internal sealed class AgendaPageQuery(
    ICaseFiles files, ICaseTexts texts, ICaseQueries queries, IReplyTemplates templates, CalendarsInForce calendars,
    OfficeTargets targets, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
{
    private const int PageSize = 200;

    private DateOnly Today => time.Today();

    /// <summary>Everything, section by section; in each what the law would punish first, then by day.</summary>
    public async Task<IReadOnlyList<AgendaEntry>> Of(Actor reader, CancellationToken cancellation)
    {
        var entries = new List<AgendaEntry>();
        if (reader.Is(Role.Clerk))
        {
            entries.AddRange(await OfOfficer(reader, cancellation));
        }

        if (reader.Is(Role.Clerk | Role.Reviewer))
        {
            entries.AddRange(await AskedOf(reader, cancellation));
        }

        if (reader.Is(Role.Reviewer))
        {
            entries.AddRange(await OfReviewer(reader, cancellation));
        }

        if (reader.Is(Role.Manager))
        {
            entries.AddRange(await OfManager(reader, cancellation));
        }

        return [.. entries.DistinctBy(entry => (entry.Link, entry.What)).OrderBy(entry => entry.Section).ThenBy(entry => entry.Kind)
            .ThenBy(entry => entry.DueOn ?? Today)];
    }

    private async Task<List<AgendaEntry>> OfOfficer(Actor reader, CancellationToken cancellation)
    {
        var rows = await Rows(new QueueFilter(reader.AgencyId, reader.Id, PageSize: PageSize), cancellation);
        var entries = new List<AgendaEntry>();
        await foreach (var file in files.Watched(reader.AgencyId, reader.Id, cancellation))
        {
            // A case that is over and still asked about stands in no queue.
            var row = rows.GetValueOrDefault(file.Id);
            var requested = row?.Requested ?? await texts.Read(file.Items[0].Description, cancellation);
            entries.AddRange(Pressing(WhatIsDue.Of(file, calendars.Snapshot, targets))
                .Select(item => Entry(item, file.AgencyId, file.Id, file.RegisterNumber, requested) with
                {
                    Next = row is not null && item.Kind is (DueKind.Reply or DueKind.CorrectionNotice)
                        ? NextStep.Of(row, Today, calendars, words)
                        : null,
                }));
        }

        return entries;
    }

    // Of the office's targets the next one; none any more once the reply is late. What colleagues were asked for is theirs.
    private IEnumerable<DueItem> Pressing(IReadOnlyList<DueItem> due)
    {
        var isLate = due.Any(item => item.Kind == DueKind.Reply && item.DueOn < Today);
        return due.Where(item => item.Kind.Origin() is not (DueOrigin.Office or DueOrigin.Asked))
            .Concat(due.Where(item => item.Kind.Origin() == DueOrigin.Office && !isLate).OrderBy(item => item.DueOn).Take(1));
    }

    private async Task<IEnumerable<AgendaEntry>> OfReviewer(Actor reader, CancellationToken cancellation)
    {
        var approvals = (await queries.AwaitingApproval(reader.AgencyId, cancellation)).Select(row => Decision(
            $"/cases/{row.CaseId}/documents/{row.DocumentId}", row.RegisterNumber,
            row.Requested, words["审签《{0}》", templates.TitleOf(row)], row.ReplyDueOn));
        var requests = (await queries.SecondPersonRequests(reader.AgencyId, cancellation)).Where(row => row.IsFor(reader))
            .Select(row => Decision(
                SecondPersonLine.LinkTo(row), row.RegisterNumber, row.Requested, SecondPersonLine.TaskOf(row, words), null));
        return approvals.Concat(requests);
    }

    // What colleagues asked the reader for, in whosever cases of the agency.
    private async Task<IEnumerable<AgendaEntry>> AskedOf(Actor reader, CancellationToken cancellation) =>
        (await queries.AskedOf(reader, cancellation)).Select(row => Entry(
            new DueItem(DueKind.DisclosureReview, "", row.Asking.AskedOn, row.Asking.RespondBy),
            row.AgencyId, row.CaseId, row.RegisterNumber, row.Requested) with
        {
            Link = $"/cases/{row.CaseId}#panel-{CaseAction.ReviewDisclosure}",
            What = words["{0}请您办理：{1}", row.AskerName, Texts.Name(row.Asking.Task, Texts.CurrentLanguage)],
        });

    private async Task<IEnumerable<AgendaEntry>> OfManager(Actor reader, CancellationToken cancellation) =>
        (await queries.Inbox(reader, cancellation)).Select(row => Entry(
            new DueItem(row.Kind, "", row.DueOn, row.DueOn), row.AgencyId, row.CaseId, row.RegisterNumber, row.Requested));

    // What waits for a decision is to be done today, whenever the reply is due.
    private AgendaEntry Decision(string link, string registerNumber, string requested, string what, DateOnly? replyDueOn) => new(
        replyDueOn < Today ? AgendaSection.Late : AgendaSection.Today,
        DueKind.Reply,
        replyDueOn is { } due ? Urgency.Of(due, Today, calendars.Of(actor.Value.AgencyId), words) : new Urgency("still", words["未起算"]),
        link, registerNumber, requested, what, null, replyDueOn);

    private AgendaEntry Entry(DueItem item, Guid agencyId, Guid caseId, string registerNumber, string requested)
    {
        var language = Texts.CurrentLanguage;
        var origin = item.Kind.Origin();
        var hasPassed = Today > item.DueOn;
        return new AgendaEntry(
            item.SectionOn(Today),
            item.Kind,
            Urgency.Of(item.Kind, item.DueOn, Today, calendars.Of(agencyId), words),
            $"/cases/{caseId}",
            registerNumber,
            requested,
            origin == DueOrigin.Awaited && hasPassed
                ? Texts.Say(language, $"due.passed.{StoredNames.Of(item.Kind)}")
                : Texts.Name(item.Kind, language),
            origin == DueOrigin.Office ? null : Texts.Say(language, $"due.basis.{StoredNames.Of(item.Kind)}"),
            item.DueOn);
    }

    private async Task<Dictionary<Guid, QueueRow>> Rows(QueueFilter filter, CancellationToken cancellation)
    {
        var rows = new Dictionary<Guid, QueueRow>();
        for (var page = 1; ; page++)
        {
            var some = await queries.Queue(filter with { Page = page }, cancellation);
            foreach (var row in some.Rows)
            {
                rows[row.CaseId] = row;
            }

            if (rows.Count >= some.Total || some.Rows.Count == 0)
            {
                return rows;
            }
        }
    }
}
