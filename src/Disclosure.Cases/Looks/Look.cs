namespace Disclosure.Cases.Looks;

/// <summary>How somebody came to see people's data in full, or took them along.</summary>
[StoredName("LookKind")]
public enum LookKind
{
    /// <summary>Asked a case's page for the whole identity numbers and contacts.</summary>
    [StoredName("Shown")]
    Shown,

    /// <summary>Opened a form or paper that has them.</summary>
    [StoredName("Opened")]
    Opened,

    /// <summary>Fetched a paper or a file of a case.</summary>
    [StoredName("Downloaded")]
    Downloaded,

    /// <summary>Fetched letters of several cases to print.</summary>
    [StoredName("Printed")]
    Printed,

    /// <summary>Fetched an export or a list of persons.</summary>
    [StoredName("Exported")]
    Exported,

    /// <summary>Read one of the records of looks, sign-ins or administration, where the administration is divided.</summary>
    [StoredName("Read")]
    Read,
}

/// <summary>A line of the record of looks (查阅记录).</summary>
/// <param name="UserId">Who looked: an account, or an application's client.</param>
/// <param name="UserName">The name on that day.</param>
/// <param name="CaseId">Whose case; null where it was more than one, or none.</param>
/// <param name="RegisterNumber">The case's number; null where there is no case.</param>
/// <param name="Subject">What was seen: the name of the paper, file or export; empty for the case's own page.</param>
/// <param name="Address">From where.</param>
/// <param name="At">When, UTC.</param>
public sealed record Look(
    Guid Id, Guid UserId, string UserName, LookKind Kind, Guid? CaseId, string? RegisterNumber, string Subject, string Address,
    DateTimeOffset At);

/// <summary>Which lines are looked for; null: all.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Name">A part of the name of whoever looked.</param>
/// <param name="RegisterNumber">The case's number, whole.</param>
public sealed record LookFilter(
    DateTimeOffset From, DateTimeOffset Until, string? Name = null, LookKind? Kind = null, string? RegisterNumber = null);

/// <summary>
/// The record of who saw people's data in full, or took them along, when and from where (Personal Information Protection Law, art. 51).
/// A line is written before anything is shown, and stays until its retention period has ended and two people agree.
/// </summary>
public interface ILooks
{
    /// <summary>Writes down that the current actor looks now.</summary>
    Task Add(LookKind kind, Guid? caseId, string subject, string address, CancellationToken cancellation);

    /// <summary>The lines that fit, the newest first.</summary>
    Task<IReadOnlyList<Look>> Find(LookFilter filter, int skip, int take, CancellationToken cancellation);

    /// <summary>How many lines fit.</summary>
    Task<int> Count(LookFilter filter, CancellationToken cancellation);

    /// <summary>Deletes what is older, at most so many lines, the oldest first.</summary>
    Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation);
}
