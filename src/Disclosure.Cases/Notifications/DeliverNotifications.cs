using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// Finds the messages that wait and that no background job is sending, because the hour had not come or a server was killed,
/// and starts them.
/// </summary>
public sealed record DeliverNotifications : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class DeliverNotificationsHandler(INotifications notifications, IUnitOfWork work, TimeProvider time)
    : ICommandHandler<DeliverNotifications, int>
{
    private const int MostAtOnce = 1000;

    public async Task<Result<int>> Handle(DeliverNotifications request, CancellationToken cancellationToken)
    {
        var due = await notifications.Due(time.GetUtcNow(), MostAtOnce, cancellationToken);
        foreach (var waiting in due)
        {
            work.StartAfterCommit(RequestedJob.SendNotification, waiting.Id);
        }

        return due.Count;
    }
}
