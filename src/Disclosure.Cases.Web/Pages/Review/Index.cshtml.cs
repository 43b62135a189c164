using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Review;

/// <summary>待审签: what waits for approval in the reviewer's agency, the oldest due date first, and what waits for a second person.</summary>
[Authorize(Policies.Reviewer)]
internal sealed class IndexModel(
    ICaseQueries queries, PlainLettersPageQuery plain, IReplyTemplates templates, CurrentActor actor,
    TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<ApprovalRow> Rows { get; private set; } = [];

    /// <summary>Why a letter has to be approved by itself, by the letter; null for those that are plain.</summary>
    public Dictionary<Guid, Refusal?> WhyNot { get; } = [];

    /// <summary>Whether any can be approved in one go.</summary>
    public bool HasPlain => WhyNot.ContainsValue(null);

    /// <summary>What waits for a second person: corrected dates, and acts that give a reason to doubt.</summary>
    public IReadOnlyList<SecondPersonRow> Requests { get; private set; } = [];

    /// <summary>Whether the reader may decide on it; the own requests are for others.</summary>
    public bool IsForReader(SecondPersonRow row) => row.IsFor(actor.Value);

    /// <summary>The letters that are issued and not yet served.</summary>
    public int Unserved { get; private set; }

    public DateOnly Today => time.Today();

    public Urgency UrgencyOf(DateOnly due) => Urgency.Of(due, Today, calendars.Of(actor.Value.AgencyId), words);

    public string TitleOf(ApprovalRow row) => templates.TitleOf(row);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await queries.AwaitingApproval(actor.Value.AgencyId, cancellation);
        foreach (var row in Rows.Take(PlainLettersPageQuery.Most))
        {
            if (await plain.Find(row, cancellation) is { } found)
            {
                WhyNot[row.DocumentId] = found.WhyNot;
            }
        }

        Requests = await queries.SecondPersonRequests(actor.Value.AgencyId, cancellation);
        Unserved = (await queries.AwaitingService(new QueueChoice(null, null, false, null).FilterOfLetters(
            actor.Value, Today, calendars.Of(actor.Value.AgencyId)) with { PageSize = 1 }, cancellation)).Total;
    }
}
