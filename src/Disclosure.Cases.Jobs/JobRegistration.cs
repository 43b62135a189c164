using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Jobs;

/// <summary>Puts Hangfire into a host.</summary>
public static class JobRegistration
{
    /// <summary>
    /// Registers storage, servers and timetable. <c>Jobs:Server=false</c> leaves the jobs that are done once for all servers to
    /// other hosts; <c>Jobs:Workers</c> says how many recurring jobs run at once.
    /// </summary>
    /// <exception cref="SettingException">A setting cannot be read; the message names it and its rule.</exception>
    public static IServiceCollection AddDisclosureJobs(
        this IServiceCollection services, IConfiguration configuration, StorageOptions records)
    {
        services.AddSingleton(JobServerSettings.Of(configuration));
        services.AddSingleton(_ => new JobStorages(records));
        services.AddSingleton<HangfireRequestedJobs>();
        services.AddSingleton<IRequestedJobs>(provider => provider.GetRequiredService<HangfireRequestedJobs>());
        services.AddTransient<JobEntry>();
        services.AddSingleton(provider => new JobConsole(provider.GetRequiredService<JobStorage>()));

        // Hangfire would take these from its statics, which hosts in one process share.
        services.AddSingleton(provider => Configured(provider).GetRequiredService<JobStorages>().Shared);
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            GlobalJobFilters.Filters,
            new JobFilterAttributeFilterProvider(),
            new RetryFilters(provider.GetRequiredService<IReadOnlyList<Scheduling.RecurringJob>>())));
        services.AddSingleton<IBackgroundJobClient>(provider => new BackgroundJobClient(
            provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IJobFilterProvider>()));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseRecommendedSerializerSettings()
            .UseTypeSerializer(NameOf)
            .UseTypeResolver(TypeOf));
        return services.AddHostedService<JobServers>();
    }

    // What is stored is our own name for our own type; of Hangfire's the assembly's version is left out.
    internal static string NameOf(Type type) =>
        type == typeof(JobEntry) ? JobEntry.StoredName : TypeHelper.SimpleAssemblyTypeSerializer(type);

    internal static Type TypeOf(string name) =>
        name == JobEntry.StoredName ? typeof(JobEntry) : TypeHelper.IgnoredAssemblyVersionTypeResolver(name);

    private static IServiceProvider Configured(IServiceProvider provider)
    {
        provider.GetRequiredService<IGlobalConfiguration>();
        return provider;
    }
}
