using Disclosure.Cases.Jobs;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>定时任务: what runs by itself, when, and how it went.</summary>
[Authorize(Policies.Condition)]
internal sealed class JobsModel(
    JobsPageQuery reading, JobConsole console, CurrentActor actor, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    /// <summary>Whether the reader runs and deletes jobs.</summary>
    public bool Operates => actor.Value.Is(Role.SystemAdministrator);

    /// <summary>What waits, runs and failed in Hangfire.</summary>
    public JobFigures Figures { get; private set; } = null!;

    /// <summary>The tone in which an outcome is shown.</summary>
    public static string Tone(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Failed => "late",
        JobOutcome.Running or JobOutcome.Interrupted => "soon",
        JobOutcome.Succeeded => "calm",
    };

    /// <summary>What a background job does, in words; its name where there are none.</summary>
    public string Purpose(string? job) => job is null ? words["由其他版本的程序存入，本版本无法识别"]
        : Texts.Codes.Contains($"job.{job}") ? Texts.Say(Texts.CurrentLanguage, $"job.{job}")
        : job;

    public async Task OnGetAsync(CancellationToken cancellation) => (Jobs, Figures) = (await reading.All(cancellation), console.Read());
}
