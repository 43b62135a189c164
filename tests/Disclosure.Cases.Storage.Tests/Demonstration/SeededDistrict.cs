using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

/// <summary>The demonstration district in a database of its own, as a host makes it at its first start.</summary>
internal sealed class SeededDistrict : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ITestDatabase database;

    private SeededDistrict(DirectoryInfo folder, ITestDatabase database)
    {
        (this.folder, this.database) = (folder, database);
        var services = new ServiceCollection();
        services.AddSingleton<IReplyTemplates>(new EmbeddedReplyTemplates());
        services.AddSingleton<ILetters, LetterRenderer>();
        services.AddSingleton<IMessageTexts>(_ => new MessageTexts());
        services.AddDisclosureDomain().AddDisclosureStorage(
            new StorageOptions
            {
                ConnectionString = database.ConnectionString, ChainKeyFile = Path.Combine(folder.FullName, "chain.key"),
            });
        using (var plain = new Database(database.ConnectionString))
        {
            if (plain.Kind == DatabaseKind.Sqlite)
            {
                services.AddSingleton(provider => new Database(
                    database.ConnectionString, new CheckedDialect(), Retries.Usual, provider.GetRequiredService<TimeProvider>()));
            }
        }

        Host = services.BuildServiceProvider();
    }

    public ServiceProvider Host { get; }

    public DemonstrationSummary Summary { get; private set; } = null!;

    public static async Task<SeededDistrict> Make(DateOnly today, string databaseKind = TestDatabases.Sqlite)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-demonstration-");
        var district = new SeededDistrict(folder, await TestDatabases.New(databaseKind, folder.FullName));
        await district.Host.GetRequiredService<Migrations>().Apply(default);
        district.Summary = await DemonstrationDistrict.Seed(district.Host, today);
        return district;
    }

    /// <summary>One column of the stored rows, as text.</summary>
    public async Task<List<string>> Column(string sql)
    {
        await using var scope = Host.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Raw(SqliteOnly.Mark + sql, null, default);
        return [.. rows.Select(row => row.Values.Single() ?? "")];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
