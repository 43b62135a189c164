using System.Globalization;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>The demonstration district in a folder, and copies of it.</summary>
internal sealed class District(string folder)
{
    /// <summary>How many recurring jobs <see cref="Host"/> runs at once.</summary>
    public const int Workers = 2;

    private const string FileName = "disclosure.db";

    public string Database => Path.Combine(folder, FileName);

    /// <summary>Everybody's password.</summary>
    public string Password { get; private init; } = "";

    public static async Task<District> Found(string folder)
    {
        Directory.CreateDirectory(folder);
        var district = new District(folder);
        using var host = district.Host();
        await host.Services.Prepare(default);
        await using var scope = host.Services.CreateAsyncScope();
        var summary = await DemonstrationDistrict.Seed(scope.ServiceProvider, host.Services.GetRequiredService<TimeProvider>().Today());
        SqliteConnection.ClearAllPools();
        Console.WriteLine($"{summary.Agencies} agencies, {summary.Cases} cases, {summary.OpenCases} of them open");
        return new District(folder) { Password = summary.Password };
    }

    /// <summary>The same in another folder.</summary>
    public District Copy(string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return new District(to) { Password = Password };
    }

    /// <summary>A host without pages, in this process. Nothing is sent by it.</summary>
    public IHost Host()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Disclosure"] = $"Data Source={Database}",
            ["Jobs:Workers"] = Workers.ToString(CultureInfo.InvariantCulture),
        });
        var records = StorageConfiguration.Of(builder.Configuration, folder);
        builder.Services.AddDisclosureCases(builder.Configuration, records);
        builder.Services.AddDisclosureJobs(builder.Configuration, records);
        return builder.Build();
    }
}
