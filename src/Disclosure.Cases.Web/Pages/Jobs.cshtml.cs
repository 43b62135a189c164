using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>定时任务: what runs by itself, when, and how it went.</summary>
[Authorize(Policies.Administrator)]
internal sealed class JobsModel(JobReading reading, IConfiguration configuration) : PageModel
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    /// <summary>Where the workers' dashboard is; null where no worker runs the jobs.</summary>
    public string? Dashboard => configuration["Scheduler:Dashboard"] is { Length: > 0 } address ? address : null;

    /// <summary>The tone in which an outcome is shown.</summary>
    public static string Tone(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Failed => "late",
        JobOutcome.Running or JobOutcome.Interrupted => "soon",
        JobOutcome.Succeeded => "calm",
    };

    public async Task OnGetAsync() => Jobs = await reading.All();
}
