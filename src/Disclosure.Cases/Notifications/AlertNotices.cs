using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Notifications;

/// <summary>Puts a message down for every alert that is raised.</summary>
internal sealed class AlertNotices(Outbox outbox) : IAlertListener
{
    public Task Raised(Alert alert, Guid agencyId, CancellationToken cancellation) =>
        outbox.Put(NotificationKind.Alert, alert.Id, alert.CaseId, agencyId, cancellation);

    public Task RaisedAgain(Guid alertId, CancellationToken cancellation) => outbox.Revive(alertId, cancellation);
}
