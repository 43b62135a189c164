using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// On each working day on which anything is late, the managers of the district are sent the list of it, until it is
/// answered. Once a day, however often this runs.
/// </summary>
public sealed record ListTheLate : ICommand<bool>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

internal sealed class ListTheLateHandler(NotificationMessages messages, Outbox outbox, CalendarsInForce calendars, TimeProvider time)
    : ICommandHandler<ListTheLate, bool>
{
    public async Task<Result<bool>> Handle(ListTheLate request, CancellationToken cancellationToken) =>
        calendars.District.IsWorkingDay(time.Today()) && (await messages.Late(cancellationToken)).Count > 0
        && await outbox.Put(NotificationKind.LateList, NotificationMessages.LateListOf(time.Today()), null, null, cancellationToken);
}
