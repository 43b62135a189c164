using Disclosure.Cases.Agencies;
using Hangfire.Common;
using Hangfire.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Jobs;

/// <summary>What the dashboard calls a background job: what it does and for which agency, in the reader's language.</summary>
internal static class JobNames
{
    /// <summary>A job in words; what has none, by the method that another version stored.</summary>
    public static string Of(DashboardContext context, Job job)
    {
        var language = Texts.CurrentLanguage;
        if (job.Type != typeof(JobEntry))
        {
            return job.ToString();
        }

        if (job.Method.Name == nameof(JobEntry.RunAllMissed))
        {
            return Texts.Say(language, "job.start");
        }

        var name = job.Args.Count > 0 ? job.Args[0] as string ?? "" : "";
        var words = Texts.Codes.Contains($"job.{name}") ? Texts.Say(language, $"job.{name}") : name;
        return job.Args.Count > 1 && job.Args[1] is Guid subject
            ? $"{words} · {(Agencies(context).TryGetValue(subject, out var agency) ? agency : subject)}"
            : words;
    }

    // Read once for a page; the dashboard writes its rows without waiting for anything.
    private static Dictionary<Guid, string> Agencies(DashboardContext context)
    {
        var http = context.GetHttpContext();
        if (http.Items.TryGetValue(typeof(JobNames), out var read) && read is Dictionary<Guid, string> known)
        {
            return known;
        }

        var services = http.RequestServices;
        var today = services.GetRequiredService<TimeProvider>().Today();
        var agencies = services.GetRequiredService<IAgencies>().AllOn(today, CancellationToken.None).GetAwaiter().GetResult()
            .ToDictionary(agency => agency.Id, agency => agency.Name);
        http.Items[typeof(JobNames)] = agencies;
        return agencies;
    }
}
