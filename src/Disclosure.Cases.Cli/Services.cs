using Disclosure.Cases.Hosting;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The command line's container: the same as the other hosts', by the same settings in the environment.</summary>
internal static class Services
{
    private const string ConnectionString = "ConnectionStrings:Disclosure";

    /// <summary>Whether a database is named, by the option or by the environment.</summary>
    public static bool NamesDatabase(string? connectionString) => Settings(connectionString)[ConnectionString] is { Length: > 0 };

    public static ServiceProvider Build(string? connectionString)
    {
        var settings = Settings(connectionString);
        return new ServiceCollection()
            .AddSingleton<CollectedJobs>()
            .AddSingleton<IRequestedJobs>(provider => provider.GetRequiredService<CollectedJobs>())
            .AddDisclosureCases(settings, StorageConfiguration.Of(settings, Environment.CurrentDirectory))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static IConfigurationRoot Settings(string? connectionString)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables();
        return (connectionString is null
            ? settings
            : settings.AddInMemoryCollection([KeyValuePair.Create(ConnectionString, (string?)connectionString)])).Build();
    }
}
