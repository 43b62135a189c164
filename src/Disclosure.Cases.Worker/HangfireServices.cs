using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage;
using Hangfire;
using Hangfire.Common;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace Disclosure.Cases.Worker;

/// <summary>Hangfire on the records' own database, in a schema of its own. Its timetable goes by that server's clock.</summary>
internal static class HangfireServices
{
    /// <summary>Registers storage and server; a stop waits for what runs, then interrupts it, within the host's time-out.</summary>
    public static void AddHangfireJobs(this IServiceCollection services, StorageOptions records)
    {
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseRecommendedSerializerSettings()
            .UseTypeSerializer(NameOf)
            .UseTypeResolver(TypeOf)
            .UseSqlServerStorage(records.ConnectionString, new SqlServerStorageOptions { SchemaName = "hangfire", SqlClientFactory = SqlClientFactory.Instance }));
        services.AddHangfireServer(server =>
        {
            server.StopTimeout = JobTerms.Patience;
            server.ShutdownTimeout = JobTerms.Patience + TimeSpan.FromSeconds(5);
        });
        services.AddTransient<JobEntry>();
    }

    internal static string NameOf(Type type) => type == typeof(JobEntry) ? JobEntry.StoredName : TypeHelper.SimpleAssemblyTypeSerializer(type);

    internal static Type TypeOf(string name) => name == JobEntry.StoredName ? typeof(JobEntry) : TypeHelper.IgnoredAssemblyVersionTypeResolver(name);
}
