namespace Disclosure.Cases.Clock;

/// <summary>What changed the calendar.</summary>
[StoredName("CalendarChangeKind")]
public enum CalendarChangeKind
{
    /// <summary>放假安排: the official notice for a year; a later one for the same year replaces it.</summary>
    [StoredName("Notice")]
    Notice,

    /// <summary>临时停办: days on which the district or one agency could not work, such as a flood.</summary>
    [StoredName("Closure")]
    Closure,

    /// <summary>撤销: a closure that should not have been recorded no longer counts.</summary>
    [StoredName("Revocation")]
    Revocation,
}

/// <summary>
/// An entry of the calendar's journal, which only grows. The <see cref="Ordinal"/> of the last one is the edition of the
/// calendars: edition 0 is the calendar that is shipped, and every later edition can be put together again at any time.
/// </summary>
/// <param name="Ordinal">Its place in the journal, from 1, without a gap.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Year">The year of a notice, else null.</param>
/// <param name="AgencyId">The agency whose calendar alone changes; null for the whole district.</param>
/// <param name="Revokes">The closure that a revocation takes back, else null.</param>
/// <param name="Content">The days, as <see cref="NoticeFile"/> reads them; empty for a revocation.</param>
/// <param name="Note">Where the notice stands, or why the office was closed, or why that is taken back.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="RecordedBy">The administrator.</param>
public sealed record CalendarChange(
    int Ordinal,
    CalendarChangeKind Kind,
    int? Year,
    Guid? AgencyId,
    int? Revokes,
    string Content,
    string Note,
    DateTimeOffset RecordedAt,
    Guid RecordedBy)
{
    /// <summary>The days that it changes.</summary>
    public IReadOnlyList<DayException> Days => Content.Length == 0 ? [] : NoticeFile.Read(new StringReader(Content));

    /// <summary>Whether it bears on the calendar of an agency.</summary>
    public bool Concerns(Guid? agencyId) => AgencyId is null || AgencyId == agencyId;
}

/// <summary>The journal of the calendar, which only grows.</summary>
public interface ICalendarChanges
{
    /// <summary>The ordinal of the last entry; 0 while there is none.</summary>
    Task<int> Edition(CancellationToken cancellation);

    /// <summary>Every entry in its order.</summary>
    Task<IReadOnlyList<CalendarChange>> All(CancellationToken cancellation);

    /// <summary>Appends an entry in the transaction under way.</summary>
    /// <returns>False when somebody else appended one with that ordinal first.</returns>
    Task<bool> Append(CalendarChange change, CancellationToken cancellation);
}
