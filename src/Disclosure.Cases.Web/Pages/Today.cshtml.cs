using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>今日待办: what must I do today, this week; what the law would punish first stands first.</summary>
[Authorize(Policies.Reader)]
internal sealed class TodayModel(AgendaPageQuery agenda, CurrentActor actor, TimeProvider time) : PageModel
{
    public ILookup<AgendaSection, AgendaEntry> Sections { get; private set; } = Array.Empty<AgendaEntry>().ToLookup(entry => entry.Section);

    public DateOnly Today => time.Today();

    /// <summary>Whether a reader sees several agencies, and so needs the agency's code in front of each number.</summary>
    public bool SeesDistrict => actor.Value.Is(Role.Manager);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Sections = (await agenda.Of(actor.Value, cancellation)).ToLookup(entry => entry.Section);
}
