using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>提醒: the alerts that hold for the reader, and the notices of moved deadlines.</summary>
[Authorize(Policies.Reader)]
internal sealed class InboxModel(
    ICaseQueries queries, Commands commands, CurrentActor actor, TimeProvider time,
    CalendarsInForce calendars, AlertRules rules, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>At how many working days before a due date somebody is told.</summary>
    public IReadOnlyList<int> Thresholds => rules.Law;

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    /// <summary>Whether the rows may be of several agencies.</summary>
    public bool SeesDistrict => actor.Value.Is(Role.Manager);

    public DateOnly Today => time.Today();

    /// <summary>Notices that the calendar moved deadlines, not yet seen.</summary>
    public IReadOnlyList<MovedRow> Moved { get; private set; } = [];

    public Urgency UrgencyOf(InboxRow row) => Urgency.Of(row.Kind, row.DueOn, Today, calendars.Of(row.AgencyId), words);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = [.. (await queries.Inbox(actor.Value, cancellation)).OrderBy(row => row.Kind.Origin()).ThenBy(row => row.DueOn)];
        Moved = await queries.MovedDeadlines(actor.Value, cancellation);
    }

    public async Task<IActionResult> OnPostSeenAsync(Guid caseId, int sequence)
    {
        await commands.Send(new SeeDeadlineNotice(caseId, sequence));
        return LocalRedirect("/inbox");
    }
}
