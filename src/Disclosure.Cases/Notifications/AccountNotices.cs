using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// Tells somebody whose password or second factor an administrator changed: if the user did not ask for it, somebody wants to get in.
/// </summary>
internal sealed class AccountNotices(Outbox outbox) : IAccountListener
{
    public Task Concerned(Guid entryId, AdministrativeAct act, User user, CancellationToken cancellation) => outbox.Put(
        act == AdministrativeAct.PasswordSet ? NotificationKind.PasswordGiven : NotificationKind.SecondFactorTakenAway,
        entryId, null, user.AgencyId, cancellation);
}
