using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>提醒: the alerts that hold for the reader.</summary>
[Authorize(Policies.Reader)]
internal sealed class InboxModel(ICaseQueries queries, CurrentActor actor, TimeProvider time, WorkingDayCalendar calendar, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public DateOnly Today => time.Today();

    public Urgency UrgencyOf(DateOnly due) => Urgency.Of(due, Today, calendar, words);

    public async Task OnGetAsync() => Rows = [.. (await queries.Inbox(actor.Value)).OrderBy(row => row.DueOn)];
}
