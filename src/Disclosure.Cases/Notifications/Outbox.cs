using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// Where what is to be told is put down, in the transaction of what it tells of: it is told if that happened, and only then.
/// </summary>
public sealed class Outbox(
    INotifications notifications, IEnumerable<INotificationChannel> channels, IUnitOfWork work, TimeProvider time, IIds ids)
{
    /// <summary>Puts one notification down for each channel; without any channel nothing is told outside.</summary>
    /// <returns>Whether any is new.</returns>
    public async Task<bool> Put(NotificationKind kind, Guid subjectId, Guid? caseId, Guid? agencyId, CancellationToken cancellation)
    {
        var any = false;
        foreach (var channel in channels)
        {
            var now = time.GetUtcNow();
            var notification = new Notification(
                ids.Next(), kind, subjectId, caseId, agencyId, channel.Name, NotificationState.Waiting, 0, now, now, null);
            if (await notifications.Add(notification, cancellation))
            {
                work.StartAfterCommit(RequestedJob.SendNotification, notification.Id);
                any = true;
            }
        }

        return any;
    }

    /// <summary>What was dropped of an alert is told after all.</summary>
    public async Task Revive(Guid alertId, CancellationToken cancellation)
    {
        foreach (var id in await notifications.Revive(alertId, time.GetUtcNow(), cancellation))
        {
            work.StartAfterCommit(RequestedJob.SendNotification, id);
        }
    }
}
