using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>运行状况: whether everything works, and what will not for long.</summary>
[Authorize(Policies.Condition)]
internal sealed class HealthModel(HealthPageQuery reading, CurrentActor actor, TimeProvider time) : PageModel
{
    public IReadOnlyList<HealthLine> Lines { get; private set; } = [];

    /// <summary>Whether the reader looks after what is wrong.</summary>
    public bool Operates => actor.Value.Is(Role.SystemAdministrator);

    /// <summary>The moment that the lines tell of.</summary>
    public DateTimeOffset At { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => (Lines, At) = (await reading.All(cancellation), time.GetUtcNow());
}
