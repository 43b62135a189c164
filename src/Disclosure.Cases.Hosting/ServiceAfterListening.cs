using Microsoft.Extensions.Hosting;

namespace Disclosure.Cases.Hosting;

/// <summary>
/// A service that starts when the host listens already. Several do so one after the other, in the order of their registration; the
/// host counts as started when all of them are, and what one of them throws ends it.
/// </summary>
public abstract class ServiceAfterListening : IHostedLifecycleService
{
    /// <inheritdoc/>
    public abstract Task StartedAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
