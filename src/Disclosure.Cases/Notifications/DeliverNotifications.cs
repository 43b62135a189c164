using Disclosure.Cases.Calendars;
using Disclosure.Cases.Messaging;
using MediatR;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// Sends what waits, within the hours of working days. At least once: what was sent but not recorded before the server
/// died is sent again under the same identity. Each message is a step of its own; one that fails keeps no other back.
/// </summary>
public sealed record DeliverNotifications : ICommand<Delivered>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.Administrator;
}

/// <summary>What a delivery did.</summary>
/// <param name="Sent">Messages that the other end took.</param>
/// <param name="Dropped">Messages that nobody needs any more, or that the channel reaches nobody with.</param>
/// <param name="Failed">Attempts that failed.</param>
public sealed record Delivered(int Sent, int Dropped, int Failed);

internal sealed class DeliverNotificationsHandler(
    INotifications notifications, NotificationMessages messages, IEnumerable<INotificationChannel> channels, SendingHours hours, DeliveryAttempts attempts, CalendarsInForce calendars, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<DeliverNotifications, Result<Delivered>>
{
    private const int MostAtOnce = 1000;

    public async Task<Result<Delivered>> Handle(DeliverNotifications request, CancellationToken cancellationToken)
    {
        var outcomes = new List<NotificationState>();
        foreach (var waiting in await notifications.Due(time.GetUtcNow(), MostAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = time.GetUtcNow();
            if (!hours.Include(now, waiting.AgencyId is { } agencyId ? calendars.Of(agencyId) : calendars.District)
                || !await work.Run(() => notifications.Claim(waiting.Id, now, now + attempts.Lease), _ => true, cancellationToken))
            {
                continue;
            }

            var settled = await Attempt(waiting, cancellationToken);
            await work.Run(() => Settle(settled), _ => true, CancellationToken.None);
            outcomes.Add(settled.State);
            Telemetry.Notifications.Add(1, Telemetry.Tag("channel", settled.Channel), Telemetry.Tag("state", settled.State));
        }

        return new Delivered(
            outcomes.Count(state => state == NotificationState.Sent),
            outcomes.Count(state => state == NotificationState.Dropped),
            outcomes.Count(state => state is NotificationState.Waiting or NotificationState.Undeliverable));
    }

    private async Task<Done> Settle(Notification settled)
    {
        await notifications.Settle(settled);
        return new Done();
    }

    private async Task<Notification> Attempt(Notification waiting, CancellationToken cancellation)
    {
        try
        {
            if (channels.FirstOrDefault(channel => channel.Name == waiting.Channel) is not { } channel)
            {
                return waiting with { State = NotificationState.Dropped, Problem = "channel.gone" };
            }

            if (await messages.Of(waiting) is not { } message)
            {
                return waiting with { State = NotificationState.Dropped, Problem = "outdated" };
            }

            if (message.Recipients.Where(channel.Reaches).ToList() is not { Count: > 0 } reached)
            {
                return waiting with { State = NotificationState.Dropped, Problem = "nobody" };
            }

            await channel.Send(message with { Recipients = reached }, cancellation);
            return waiting with { State = NotificationState.Sent, Attempts = waiting.Attempts + 1, Problem = null };
        }
        catch (NotDeliveredException problem)
        {
            return Failed(waiting, problem.Problem, problem.IsFinal);
        }
#pragma warning disable CA1031 // One message that cannot even be made must not keep the others back; it is tried again and then shown.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Failed(waiting, problem.GetType().Name, isFinal: false);
        }
    }

    private Notification Failed(Notification waiting, string problem, bool isFinal)
    {
        var tried = waiting.Attempts + 1;
        return !isFinal && attempts.WaitAfter(tried) is { } wait
            ? waiting with { Attempts = tried, Problem = problem, NextAttemptAt = time.GetUtcNow() + wait }
            : waiting with { Attempts = tried, Problem = problem, State = NotificationState.Undeliverable };
    }
}
