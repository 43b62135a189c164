using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Notifications;

/// <summary>Puts a message down for every alert that is raised.</summary>
internal sealed class AlertNotices(Outbox outbox) : IAlertListener
{
    public Task Raised(Alert alert, Guid agencyId) => outbox.Put(NotificationKind.Alert, alert.Id, alert.CaseId, agencyId);

    public Task RaisedAgain(Guid alertId) => outbox.Revive(alertId);
}
