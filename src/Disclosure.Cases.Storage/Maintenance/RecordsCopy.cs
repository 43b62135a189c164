using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The stores over another SQLite file than the host's, with the same key: a copy that is proved or prepared.</summary>
internal sealed class RecordsCopy : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Actor actor;

    /// <summary>Opens a copy; no connection stays open between two uses.</summary>
    /// <param name="options">Where the key, and what else holds for the records.</param>
    /// <param name="actor">Who uses it; null: the application itself.</param>
    public RecordsCopy(string file, StorageOptions options, TimeProvider time, bool isReadOnly, Actor? actor = null)
    {
        this.actor = actor ?? Actor.Application;
        services = new ServiceCollection()
            .AddSingleton(time)
            .AddDisclosureDomain()
            .AddDisclosureStorage(options.But(copy =>
                copy.ConnectionString = $"Data Source={file};Pooling=False{(isReadOnly ? ";Mode=ReadOnly" : "")}"))
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
}
