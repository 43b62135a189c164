using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Notifications;

/// <summary>重新发送: what could not be delivered is tried anew, from the first attempt on.</summary>
/// <param name="Id">One notification, or null for all.</param>
public sealed record ResendNotifications(Guid? Id) : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class ResendNotificationsHandler(INotifications notifications, IUnitOfWork work, TimeProvider time)
    : ICommandHandler<ResendNotifications, int>
{
    // Whoever asked is not kept waiting for a whole day's messages to be handed over: the recurring job starts the others.
    private const int MostStartedAtOnce = 100;

    public async Task<Result<int>> Handle(ResendNotifications request, CancellationToken cancellationToken)
    {
        var waiting = await notifications.Resend(request.Id, time.GetUtcNow(), cancellationToken);
        foreach (var id in waiting.Take(MostStartedAtOnce))
        {
            work.StartAfterCommit(RequestedJob.SendNotification, id);
        }

        return waiting.Count > 0 ? waiting.Count : new Refusal("notification.notUndeliverable");
    }
}
