using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Exporting;

/// <summary>What can be exported.</summary>
[StoredName("ExportKind")]
public enum ExportKind
{
    /// <summary>台账: every case a row, as a spreadsheet (docs/domain.md, "Reports").</summary>
    [StoredName("CaseLedger")]
    CaseLedger,
}

/// <summary>How far an export has come.</summary>
[StoredName("ExportState")]
public enum ExportState
{
    /// <summary>等待生成: it was asked for, or an attempt failed and another will be made.</summary>
    [StoredName("Waiting")]
    Waiting,

    /// <summary>生成中: a server is at work on it.</summary>
    [StoredName("Running")]
    Running,

    /// <summary>已生成: its file can be downloaded.</summary>
    [StoredName("Done")]
    Done,

    /// <summary>生成失败: it was tried as often as it is tried.</summary>
    [StoredName("Failed")]
    Failed,

    /// <summary>已到期删除: its file was kept as long as files are kept.</summary>
    [StoredName("Deleted")]
    Deleted,
}

/// <summary>
/// Something that somebody asked to have in a file, which is made in the background. The file holds personal data: it is
/// for whoever asked, and gone after <see cref="KeptFor"/>; the row stays and says who took what out.
/// </summary>
/// <param name="AgencyId">Of which agency, or null for the district.</param>
/// <param name="From">The first day of receipt (of arrival, where receipt is not confirmed).</param>
/// <param name="Until">The last one.</param>
/// <param name="Done">How many cases are in it by now.</param>
/// <param name="Total">How many there will be; null until they were counted.</param>
/// <param name="Attempts">How often it was begun. Whoever is at work on it knows by this number whether it still is theirs.</param>
/// <param name="NextAttemptAt">When it is tried again after a failed attempt, UTC; null where none failed.</param>
/// <param name="Problem">What went wrong last: a code without personal data; null while nothing did.</param>
/// <param name="FinishedAt">When it was made or given up.</param>
/// <param name="FileName">What its file is called, from when it is made.</param>
public sealed record Export(
    Guid Id,
    ExportKind Kind,
    Guid? AgencyId,
    DateOnly From,
    DateOnly Until,
    Guid RequestedBy,
    DateTimeOffset RequestedAt,
    ExportState State = ExportState.Waiting,
    int Done = 0,
    int? Total = null,
    int Attempts = 0,
    DateTimeOffset? NextAttemptAt = null,
    string? Problem = null,
    DateTimeOffset? FinishedAt = null,
    string? FileName = null)
{
    /// <summary>How long its file is kept once it was made.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>How often one is begun: once, and again after each pause. One that kills its servers ends with it as well.</summary>
    public static readonly int MostAttempts = JobRetries.Pauses.Count + 1;

    /// <summary>The problem of an export whose servers were killed while they made it, one after the other.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Whether it is still to be made.</summary>
    public bool IsUnfinished => State is ExportState.Waiting or ExportState.Running;

    /// <summary>Whether a user may have the cases of an agency in a file: those of the own agency, managers those of all.</summary>
    /// <param name="actor">The user.</param>
    /// <param name="agencyId">The agency, or null for the district.</param>
    public static bool IsAllowedTo(Actor actor, Guid? agencyId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return agencyId is { } agency ? actor.Sees(agency) : actor.Is(Role.Manager);
    }

    /// <summary>Whether a user may have its file: whoever asked for it, as long as they could still ask for it.</summary>
    public bool IsFor(Actor actor) => RequestedBy == actor?.Id && IsAllowedTo(actor, AgencyId);
}

/// <summary>A file that was made.</summary>
public sealed record ExportFile(string Name, byte[] Content);
