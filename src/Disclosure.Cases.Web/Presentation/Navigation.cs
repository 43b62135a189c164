using Disclosure.Cases.Agencies;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>What the frame of every page shows: who is signed in, and how much waits.</summary>
internal sealed class Navigation(
    CurrentActor actor, ICaseQueries queries, IQueueCounts counts, IAgencies agencies,
    INotifications notifications, IRetentionProposals proposals, TimeProvider time, CalendarsInForce calendars)
{
    private WaitingCounts? waiting;

    /// <summary>The day in China.</summary>
    public DateOnly Today => time.Today();

    /// <summary>The user, with own and deputised roles.</summary>
    public Actor Actor => actor.Value;

    /// <summary>The name of the user's agency.</summary>
    public async Task<string> AgencyName(CancellationToken cancellation) => (await agencies.On(Actor.AgencyId, Today, cancellation)).Name;

    /// <summary>The name that the agency had whose cases the user works on; null where nobody continues it.</summary>
    public async Task<string?> FormerName(CancellationToken cancellation) =>
        (await agencies.Successions(cancellation)).HeirsOf(Actor.AgencyId, Today).Count == 0
            ? null
            : (await agencies.AllOn(Today, cancellation)).First(agency => agency.Id == Actor.AgencyId).Name;

    /// <summary>Cases of the agency that are late or due within three working days.</summary>
    public async Task<int> Urgent(CancellationToken cancellation) => Actor.Is(Role.Clerk) ? (await Waiting(cancellation)).Urgent : 0;

    /// <summary>Documents, date corrections and doubtful acts that wait for the user's decision.</summary>
    public async Task<int> ToDecide(CancellationToken cancellation) => Actor.Is(Role.Reviewer)
        ? (await Waiting(cancellation)).Approvals
            + (await queries.SecondPersonRequests(Actor.AgencyId, cancellation)).Count(row => row.IsFor(Actor))
        : 0;

    /// <summary>Alerts that hold, and notices not yet seen.</summary>
    public async Task<int> Alerts(CancellationToken cancellation) => (await Waiting(cancellation)).Alerts;

    /// <summary>Messages that an administrator should look after.</summary>
    public async Task<int> Undeliverable(CancellationToken cancellation) => Actor.Is(Role.SystemAdministrator)
        ? (await notifications.CountByState(cancellation)).GetValueOrDefault(NotificationState.Undeliverable)
        : 0;

    /// <summary>What somebody asked to have emptied, and a second person has yet to confirm.</summary>
    public async Task<int> Erasures(CancellationToken cancellation) =>
        Actor.Is(Role.SystemAdministrator | Role.SecurityAdministrator | Role.Manager)
        ? await proposals.Count(new RetentionFilter(RetentionState.Requested), cancellation)
        : 0;

    /// <summary>The year whose official notice an administrator should import by now; null when nothing is missing.</summary>
    public int? NoticeWanted => Actor.Is(Role.SystemAdministrator) ? NextNotice.Wanted(calendars.District, Today) : null;

    // Asked once a page, whatever of it is shown.
    private async Task<WaitingCounts> Waiting(CancellationToken cancellation) =>
        waiting ??= await counts.WaitingFor(Actor, calendars.Of(Actor.AgencyId).AddWorkingDays(Today, Endangerment.From), cancellation);
}
