namespace Disclosure.Cases.Notifications;

/// <summary>What somebody outside the application is told of.</summary>
[StoredName("NotificationKind")]
public enum NotificationKind
{
    /// <summary>提醒: something is due in a case.</summary>
    [StoredName("Alert")]
    Alert,

    /// <summary>逾期清单: the day's list of what is late, for the managers of the district.</summary>
    [StoredName("LateList")]
    LateList,

    /// <summary>To the applicant who agreed to it: the application was received.</summary>
    [StoredName("ApplicationReceived")]
    ApplicationReceived,

    /// <summary>To the applicant who agreed to it: the reply is out.</summary>
    [StoredName("ReplyServed")]
    ReplyServed,

    /// <summary>To a user: an administrator gave the account a new password.</summary>
    [StoredName("PasswordGiven")]
    PasswordGiven,

    /// <summary>To a user: an administrator took the second factor away.</summary>
    [StoredName("SecondFactorTakenAway")]
    SecondFactorTakenAway,
}

/// <summary>What became of a notification.</summary>
[StoredName("NotificationState")]
public enum NotificationState
{
    /// <summary>It waits to be sent, for the first time or again.</summary>
    [StoredName("Waiting")]
    Waiting,

    /// <summary>The channel took it.</summary>
    [StoredName("Sent")]
    Sent,

    /// <summary>It was not sent, because what it says no longer holds, or because nobody is there whom the channel reaches.</summary>
    [StoredName("Dropped")]
    Dropped,

    /// <summary>无法送达: it was tried as often as it is tried, or refused for good; an administrator can send it again.</summary>
    [StoredName("Undeliverable")]
    Undeliverable,
}

/// <summary>
/// Something to be told over one channel, at least once: unique by kind, subject and channel. It holds nobody's name or
/// address and no text; both are found when it is sent.
/// </summary>
/// <param name="Kind">Of what.</param>
/// <param name="SubjectId">The alert, the case whose applicant is told, the entry of the administration's journal, or the day's list: the
/// identity under which it is
/// sent, so that the receiving end knows a repetition.</param>
/// <param name="CaseId">The case, or null where it is about none.</param>
/// <param name="AgencyId">The agency whose working days count, or null for the district.</param>
/// <param name="Channel">The name of the channel.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">Not before, UTC.</param>
/// <param name="Problem">What went wrong last: a code, nobody's address; null while nothing did.</param>
public sealed record Notification(
    Guid Id, NotificationKind Kind, Guid SubjectId, Guid? CaseId, Guid? AgencyId, string Channel, NotificationState State,
    int Attempts, DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, string? Problem);

/// <summary>The store of notifications.</summary>
public interface INotifications
{
    /// <summary>
    /// Puts a notification down, in the transaction under way; a second one of the same kind, subject and channel is left out.
    /// </summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> Add(Notification notification, CancellationToken cancellation);

    /// <summary>What was dropped of a subject waits again.</summary>
    /// <returns>What waits again.</returns>
    Task<IReadOnlyList<Guid>> Revive(Guid subjectId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>One of them, or null.</summary>
    Task<Notification?> Find(Guid id, CancellationToken cancellation);

    /// <summary>Those that wait and whose time has come, oldest first.</summary>
    /// <param name="at">Now, UTC.</param>
    /// <param name="most">How many at most.</param>
    Task<IReadOnlyList<Notification>> Due(DateTimeOffset at, int most, CancellationToken cancellation);

    /// <summary>Records what became of an attempt.</summary>
    Task Settle(Notification notification, CancellationToken cancellation);

    /// <summary>How many stand in each state.</summary>
    Task<IReadOnlyDictionary<NotificationState, int>> CountByState(CancellationToken cancellation);

    /// <summary>Those that could not be delivered, latest first.</summary>
    Task<IReadOnlyList<Notification>> Undeliverable(int most, CancellationToken cancellation);

    /// <summary>Those that could not be delivered wait again.</summary>
    /// <param name="id">One of them, or null for all.</param>
    /// <param name="at">From when, UTC.</param>
    /// <returns>What waits again.</returns>
    Task<IReadOnlyList<Guid>> Resend(Guid? id, DateTimeOffset at, CancellationToken cancellation);
}
