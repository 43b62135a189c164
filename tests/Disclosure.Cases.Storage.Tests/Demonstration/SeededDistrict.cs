using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

/// <summary>The demonstration district in a SQLite file of its own, as a host makes it at its first start.</summary>
internal sealed class SeededDistrict : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-demonstration-");

    private SeededDistrict()
    {
        ConnectionString = $"Data Source={Path.Combine(folder.FullName, "cases.db")}";
        var services = new ServiceCollection();
        services.AddSingleton<IReplyTemplates>(new EmbeddedReplyTemplates());
        services.AddSingleton<ILetters, LetterRenderer>();
        services.AddSingleton<IMessageTexts>(_ => new MessageTexts());
        services.AddDisclosureDomain().AddDisclosureStorage(
            new StorageOptions { ConnectionString = ConnectionString, ChainKeyFile = Path.Combine(folder.FullName, "chain.key") });
        services.AddSingleton(provider => new Database(
            ConnectionString, new CheckedDialect(), Retries.Usual, provider.GetRequiredService<TimeProvider>()));
        Host = services.BuildServiceProvider();
    }

    public ServiceProvider Host { get; }

    public DemonstrationSummary Summary { get; private set; } = null!;

    private string ConnectionString { get; }

    public static async Task<SeededDistrict> Make(DateOnly today)
    {
        var district = new SeededDistrict();
        await district.Host.GetRequiredService<Migrations>().Apply(default);
        district.Summary = await DemonstrationDistrict.Seed(district.Host, today);
        return district;
    }

    /// <summary>One column of the stored rows, as text.</summary>
    public async Task<List<string>> Column(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Sentences of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        folder.Delete(recursive: true);
    }
}
