using System.Runtime.ExceptionServices;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// Sends one message, within the hours of working days. At least once: what was sent but not recorded before the server was
/// killed is sent again under the same identity. An attempt that fails is recorded and comes through as it is, for whatever runs
/// the job to try again; the last one, and one that is of no use to repeat, ends in <see cref="JobGivenUpException"/>.
/// </summary>
/// <param name="NotificationId">Which one.</param>
/// <param name="IsAgain">
/// Whether the job that asks for it ran before and failed. Such a one is tried whenever it comes, and from the first attempt on where it
/// was given up; any other one waits for the next attempt's time, and leaves alone what was given up.
/// </param>
public sealed record SendNotification(Guid NotificationId, bool IsAgain = false) : ICommand<NotificationState>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class SendNotificationHandler(
    INotifications notifications,
    NotificationMessages messages,
    IEnumerable<INotificationChannel> channels,
    SendingHours hours,
    CalendarsInForce calendars,
    IUnitOfWork work,
    TimeProvider time)
    : ICommandHandler<SendNotification, NotificationState>
{
    public async Task<Result<NotificationState>> Handle(SendNotification request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await notifications.Find(request.NotificationId, cancellationToken) is not { } found)
        {
            return NotificationState.Dropped;
        }

        var waiting = request.IsAgain && found.State == NotificationState.Undeliverable
            ? found with { State = NotificationState.Waiting, Attempts = 0, NextAttemptAt = now }
            : found;
        if (waiting.State != NotificationState.Waiting || (waiting.NextAttemptAt > now && !request.IsAgain))
        {
            return found.State;
        }

        // Nobody is woken at night: the message waits for the morning, when the recurring job finds it.
        var opens = hours.NextFrom(now, waiting.AgencyId is { } agencyId ? calendars.Of(agencyId) : calendars.District);
        if (opens > now)
        {
            await Settle(waiting with { NextAttemptAt = opens });
            return NotificationState.Waiting;
        }

        var (settled, problem) = await Attempt(waiting, cancellationToken);
        await Settle(settled);
        Telemetry.Notifications.Add(1, Telemetry.Tag("channel", settled.Channel), Telemetry.Tag("state", settled.State));
        if (settled.State == NotificationState.Undeliverable)
        {
            throw new JobGivenUpException(settled.Problem!, problem);
        }

        if (problem is not null)
        {
            ExceptionDispatchInfo.Throw(problem);
        }

        return settled.State;
    }

    // What was sent is recorded though the server stops meanwhile: else it would be sent again.
    private Task<Unit> Settle(Notification settled) => work.Run(
        async () =>
        {
            await notifications.Settle(settled, CancellationToken.None);
            return new Unit();
        },
        _ => true,
        CancellationToken.None);

    private async Task<(Notification Settled, Exception? Problem)> Attempt(Notification waiting, CancellationToken cancellation)
    {
        try
        {
            if (channels.FirstOrDefault(channel => channel.Name == waiting.Channel) is not { } channel)
            {
                return (waiting with { State = NotificationState.Dropped, Problem = "channel.gone" }, null);
            }

            if (await messages.Of(waiting, cancellation) is not { } message)
            {
                return (waiting with { State = NotificationState.Dropped, Problem = "outdated" }, null);
            }

            if (message.Recipients.Where(channel.Reaches).ToList() is not { Count: > 0 } reached)
            {
                return (waiting with { State = NotificationState.Dropped, Problem = "nobody" }, null);
            }

            await channel.Send(message with { Recipients = reached }, cancellation);
            return (waiting with { State = NotificationState.Sent, Attempts = waiting.Attempts + 1, Problem = null }, null);
        }
        catch (NotDeliveredException problem)
        {
            return (Failed(waiting, problem.Problem, problem.IsFinal), problem);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return (Failed(waiting, problem.GetType().Name, isFinal: false), problem);
        }
    }

    private Notification Failed(Notification waiting, string problem, bool isFinal)
    {
        var tried = waiting.Attempts + 1;
        return !isFinal && RequestedJob.SendNotification.PauseAfter(tried) is { } pause
            ? waiting with { Attempts = tried, Problem = problem, NextAttemptAt = time.GetUtcNow() + pause }
            : waiting with { Attempts = tried, Problem = problem, State = NotificationState.Undeliverable };
    }
}
