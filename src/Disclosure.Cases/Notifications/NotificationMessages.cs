using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Notifications;

/// <summary>Where the pages are, as people reach them; null where no link is to be given.</summary>
public sealed record PublicAddress(Uri? Root)
{
    /// <summary>The address of a page.</summary>
    public string? Of(string path) => Root is null ? null : new Uri(Root, path).AbsoluteUri;
}

/// <summary>
/// Makes the message of a notification when it is sent: from what is true then, for those who are in charge then. None is
/// made where nothing is to be told any more.
/// </summary>
public sealed class NotificationMessages(
    IAlerts alerts, ICaseFiles files, ICaseQueries queries, IUsers users, IAgencies agencies, IApplicants applicants,
    IAdministrationLog log, IMessageTexts texts, CalendarsInForce calendars, PublicAddress address, TimeProvider time)
{
    // Whoever reads for the district sees what managers see.
    private static readonly Actor District = Actor.Application with { Roles = Role.Manager };

    private DateOnly Today => time.Today();

    /// <summary>The identity of a day's list.</summary>
    public static Guid LateListOf(DateOnly day) => new(day.DayNumber, 0, 0, new byte[8]);

    /// <summary>What is late in the district: what the managers' list of today says.</summary>
    public async Task<IReadOnlyList<InboxRow>> Late(CancellationToken cancellation) =>
        [.. (await queries.Inbox(District, cancellation)).Where(row => row.Threshold < 0 && row.Kind.Origin() == DueOrigin.Law)];

    /// <summary>The message of a notification; null when it no longer holds.</summary>
    internal async Task<OutgoingMessage?> Of(Notification notification, CancellationToken cancellation) => notification.Kind switch
    {
        NotificationKind.Alert => await OfAlert(notification, cancellation),
        NotificationKind.LateList => await OfLateList(notification, cancellation),
        NotificationKind.ApplicationReceived or NotificationKind.ReplyServed => await ToApplicant(notification, cancellation),
        NotificationKind.PasswordGiven or NotificationKind.SecondFactorTakenAway => await ToUser(notification, cancellation),
    };

    private async Task<OutgoingMessage?> OfAlert(Notification notification, CancellationToken cancellation)
    {
        if (await alerts.Find(notification.SubjectId, cancellation) is not { State: AlertState.Raised } alert
            || await files.Find(alert.CaseId, cancellation) is not { } file)
        {
            return null;
        }

        var agency = await agencies.On(file.AgencyId, Today, cancellation);
        return Message(
            notification,
            await Told(alert, file, cancellation),
            Text(agency.Name, file.RegisterNumber, file.AgencyId, alert.Kind, alert.DueOn, file.Id));
    }

    private async Task<OutgoingMessage?> OfLateList(Notification notification, CancellationToken cancellation)
    {
        // Yesterday's list is no news today.
        if (notification.SubjectId != LateListOf(Today) || await Late(cancellation) is not { Count: > 0 } late)
        {
            return null;
        }

        var list = late.Select(row => Text(row.AgencyName, row.RegisterNumber, row.AgencyId, row.Kind, row.DueOn, row.CaseId)).ToList();
        return Message(
            notification,
            Reached(await users.Managers(cancellation)),
            new LateListText(Written(Today), list.Count, list, address.Of("/manager")));
    }

    private async Task<OutgoingMessage?> ToApplicant(Notification notification, CancellationToken cancellation)
    {
        if (await files.Find(notification.CaseId!.Value, cancellation) is not { IsVoided: false, AgreesToNotices: true } file
            || await applicants.OfCase(file.Id, cancellation) is not [{ Contact: { Length: > 0 } contact }, ..])
        {
            return null;
        }

        var agency = await agencies.On(file.AgencyId, Today, cancellation);
        var recipient = contact.Contains('@', StringComparison.Ordinal) ? new Recipient(contact, null) : new Recipient(null, contact);
        return Message(notification, [recipient], new ApplicantText(agency.Name, agency.Phone, file.RegisterNumber));
    }

    private async Task<OutgoingMessage?> ToUser(Notification notification, CancellationToken cancellation)
    {
        if (await log.Find(notification.SubjectId, cancellation) is not { UserId: { } userId } entry
            || await users.Find(userId, cancellation) is not { IsActive: true } user)
        {
            return null;
        }

        return Message(
            notification, Reached([user]), new AccountText(Written(ChinaTime.DayOf(entry.RecordedAt)), address.Of("/account")));
    }

    private OutgoingMessage Message(Notification notification, IReadOnlyList<Recipient> recipients, object values)
    {
        var (subject, body) = texts.Of(notification.Kind, values);
        return new OutgoingMessage(
            notification.Kind == NotificationKind.Alert ? notification.SubjectId : notification.Id, recipients, subject, body);
    }

    // Of what is late already the managers have the day's list.
    private async Task<IReadOnlyList<Recipient>> Told(Alert alert, CaseFile file, CancellationToken cancellation)
    {
        var told = new List<User>();
        if (alert.Kind.Origin() == DueOrigin.Asked
            && await users.Find(Guid.Parse(alert.Reference), cancellation) is { IsActive: true } asked)
        {
            told.Add(asked);
        }

        foreach (var user in await users.OfAgency(file.AgencyId, cancellation))
        {
            if ((user.Id == file.OfficerId && alert.Told != Role.None)
                || (alert.Told.HasFlag(Role.Reviewer) && (await users.RolesOn(user.Id, Today, cancellation)).HasFlag(Role.Reviewer)))
            {
                told.Add(user);
            }
        }

        if (alert.Told.HasFlag(Role.Manager) && alert.Threshold >= 0)
        {
            told.AddRange(await users.Managers(cancellation));
        }

        return Reached(told.DistinctBy(user => user.Id));
    }

    private AlertText Text(string agency, string registerNumber, Guid agencyId, DueKind kind, DateOnly dueOn, Guid caseId)
    {
        var left = calendars.Of(agencyId).WorkingDaysLeft(dueOn, Today);
        return new AlertText(
            agency, registerNumber, Texts.Name(kind), Written(dueOn), Math.Max(left, 0),
            Math.Max(-left, 0), Today > dueOn, address.Of($"/cases/{caseId}"));
    }

    private static string Written(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static List<Recipient> Reached(IEnumerable<User> people) => [.. people.Select(user => new Recipient(user.Email, user.Phone))];
}
