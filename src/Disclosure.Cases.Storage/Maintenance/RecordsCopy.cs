using Disclosure.Cases.Storage.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The stores over another database than the host's, with the same key: a copy that is made, proved or prepared.</summary>
internal sealed class RecordsCopy : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Actor actor;

    /// <summary>Opens a copy in a SQLite file; no connection stays open between two uses.</summary>
    /// <param name="options">Where the key, and what else holds for the records.</param>
    /// <param name="actor">Who uses it; null: the application itself.</param>
    public RecordsCopy(string file, StorageOptions options, TimeProvider time, bool isReadOnly, Actor? actor = null)
        : this(
            options.But(copy => copy.ConnectionString = $"Data Source={file};Pooling=False{(isReadOnly ? ";Mode=ReadOnly" : "")}"),
            time,
            Retries.Usual,
            isCopying: false,
            actor)
    {
    }

    /// <summary>Opens the database that the options name.</summary>
    /// <param name="isCopying">Whether it may be one whose copy is not finished.</param>
    /// <param name="actor">Who uses it; null: the application itself.</param>
    public RecordsCopy(StorageOptions options, TimeProvider time, Retries retries, bool isCopying, Actor? actor = null)
    {
        this.actor = actor ?? Actor.Application;
        services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton(retries)
            .AddDisclosureDomain()
            .AddDisclosureStorage(options)
            .AddSingleton(provider => Of(provider.GetRequiredService<Database>(), time, isCopying))
            .BuildServiceProvider();
    }

    /// <summary>Uses a service of the copy.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static Migrations Of(Database database, TimeProvider time, bool isCopying) =>
        new(database, time, Migrations.Embedded(database.Dialect), isCopying);
}
