using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Reporting;

/// <summary>How much there is, without the lists themselves: for the frame of every page and the choices of the queue.</summary>
public interface IQueueCounts
{
    /// <summary>The open cases of an agency or the district, counted by everything that the queue can be narrowed by.</summary>
    /// <param name="agencyId">The agency, or null for the district, where nobody tells the officers apart.</param>
    /// <param name="search">As in <see cref="QueueFilter"/>.</param>
    Task<IReadOnlyList<QueueTally>> Open(Guid? agencyId, string? search, QueueDays days, CancellationToken cancellation);

    /// <summary>How many cases the agency owes the supervision an answer on, whatever stage they are in.</summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    /// <param name="officerId">The officer, or null for all.</param>
    Task<int> WithOpenInquiry(Guid? agencyId, Guid? officerId, CancellationToken cancellation);

    /// <summary>How many letters <see cref="ICaseQueries.AwaitingService"/> lists.</summary>
    Task<int> AwaitingService(QueueFilter filter, CancellationToken cancellation);

    /// <summary>What waits for a reader on other pages.</summary>
    /// <param name="urgentUntil">The last due date that counts as urgent.</param>
    Task<WaitingCounts> WaitingFor(Actor reader, DateOnly urgentUntil, CancellationToken cancellation);
}

/// <summary>The days by which the queue sorts its cases.</summary>
/// <param name="Today">The day in China.</param>
/// <param name="Soon">The last due date that is about to come.</param>
/// <param name="EndOfWeek">The Sunday of this week.</param>
public sealed record QueueDays(DateOnly Today, DateOnly Soon, DateOnly EndOfWeek);

/// <summary>Open cases that have everything in common by which the queue can be narrowed.</summary>
/// <param name="OfficerId">The officer; nil where they are not told apart.</param>
/// <param name="IsLate">Due before today.</param>
/// <param name="IsSoon">Due by <see cref="QueueDays.Soon"/>; late ones are among them.</param>
/// <param name="IsThisWeek">Due from today to the end of the week.</param>
/// <param name="IsStanding">The clock stands, or the due date is projected.</param>
/// <param name="Cases">How many.</param>
public sealed record QueueTally(
    CaseStage Stage, Guid OfficerId, string OfficerName, bool IsLate, bool IsSoon, bool IsThisWeek, bool IsStanding, int Cases);

/// <summary>What waits for a reader.</summary>
/// <param name="Urgent">Open cases of the reader's agency that are late or about to be.</param>
/// <param name="Approvals">Documents of the agency that wait for approval.</param>
/// <param name="Alerts">Alerts that hold for the reader, and notices not yet seen that deadlines moved.</param>
public sealed record WaitingCounts(int Urgent, int Approvals, int Alerts);
