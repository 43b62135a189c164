using Disclosure.Cases.Messaging;
using MediatR;

namespace Disclosure.Cases.Notifications;

/// <summary>重新发送: what could not be delivered is tried anew, from the first attempt on.</summary>
/// <param name="Id">One notification, or null for all.</param>
public sealed record ResendNotifications(Guid? Id) : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Administrator;
}

internal sealed class ResendNotificationsHandler(INotifications notifications, TimeProvider time) : IRequestHandler<ResendNotifications, Result<int>>
{
    public async Task<Result<int>> Handle(ResendNotifications request, CancellationToken cancellationToken) =>
        await notifications.Resend(request.Id, time.GetUtcNow()) is > 0 and var waiting ? waiting : new Refusal("notification.notUndeliverable");
}
