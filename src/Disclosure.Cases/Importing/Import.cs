namespace Disclosure.Cases.Importing;

/// <summary>How far an import has come.</summary>
[StoredName("ImportState")]
public enum ImportState
{
    /// <summary>待核对: the file is here; nothing of it is imported.</summary>
    [StoredName("Uploaded")]
    Uploaded,

    /// <summary>导入中: somebody had it imported.</summary>
    [StoredName("Waiting")]
    Waiting,

    /// <summary>已导入.</summary>
    [StoredName("Done")]
    Done,

    /// <summary>未导入: something went wrong, and nothing was imported.</summary>
    [StoredName("Failed")]
    Failed,
}

/// <summary>
/// Past cases of an agency that somebody brings in from a file. The file holds personal data: it is for whoever uploaded it, kept
/// encrypted, and gone once it was imported, discarded, or left alone for <see cref="KeptFor"/>; the row stays and says who brought in
/// what.
/// </summary>
/// <param name="FileName">What the file was called.</param>
/// <param name="Layout">How it is read.</param>
/// <param name="Cases">How many cases were imported.</param>
/// <param name="Problem">What went wrong: the code of a sentence, or of an exception; null while nothing did.</param>
/// <param name="FinishedAt">When it was imported, or failed.</param>
public sealed record Import(
    Guid Id, Guid AgencyId, string FileName, Guid UploadedBy, DateTimeOffset UploadedAt, ImportLayout Layout,
    ImportState State = ImportState.Uploaded, int Cases = 0, string? Problem = null, DateTimeOffset? FinishedAt = null)
{
    /// <summary>How long a file is kept that is not imported.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Whether it can still be read otherwise, imported or discarded.</summary>
    public bool IsOpen => State is ImportState.Uploaded or ImportState.Failed;

    /// <summary>Whether a user may bring in past cases of an agency: those who have its cases, managers those of all.</summary>
    public static bool IsAllowedTo(Actor actor, Guid agencyId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(Role.Manager) || (actor.Is(Role.Clerk) && actor.AgencyId == agencyId);
    }

    /// <summary>Whether a user may see it: whoever uploaded it, as long as they could still do so.</summary>
    public bool IsFor(Actor actor) => UploadedBy == actor?.Id && IsAllowedTo(actor, AgencyId);
}

/// <summary>The store of imports.</summary>
public interface IImports
{
    /// <summary>Keeps a file, in the transaction under way.</summary>
    Task Add(Import import, byte[] content, CancellationToken cancellation);

    /// <summary>An import, or null.</summary>
    Task<Import?> Find(Guid id, CancellationToken cancellation);

    /// <summary>Those of somebody, the latest first.</summary>
    Task<IReadOnlyList<Import>> Of(Guid uploaderId, int most, CancellationToken cancellation);

    /// <summary>Those that somebody had imported and that are not, the earliest first.</summary>
    Task<IReadOnlyList<Import>> Waiting(int most, CancellationToken cancellation);

    /// <summary>The file; null once it is gone.</summary>
    Task<byte[]?> Content(Guid id, CancellationToken cancellation);

    /// <summary>Changes how it is read and how far it has come, if it still is as far as it was.</summary>
    /// <param name="import">The import as it is to be.</param>
    /// <param name="before">How far it was.</param>
    /// <param name="keepsContent">Whether the file is still needed.</param>
    /// <returns>Whether it was.</returns>
    Task<bool> Change(Import import, ImportState before, bool keepsContent, CancellationToken cancellation);

    /// <summary>Deletes the files that were uploaded on or before an instant and not imported; how many.</summary>
    Task<int> DeleteFiles(DateTimeOffset uploadedUntil, CancellationToken cancellation);

    /// <summary>
    /// What headings, as <see cref="LedgerHeadings.Compared"/> has them, meant when the agency imported last; null: nothing.
    /// </summary>
    Task<IReadOnlyDictionary<string, LedgerColumn?>> Remembered(Guid agencyId, CancellationToken cancellation);

    /// <summary>Keeps what headings mean, in the transaction under way.</summary>
    Task Remember(Guid agencyId, IReadOnlyDictionary<string, LedgerColumn?> meanings, CancellationToken cancellation);
}

/// <summary>How many cases of the imports under way are in, as far as this process knows.</summary>
public sealed class ImportProgress
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (int Done, int Total)> known = new();

    /// <summary>How far an import is; null where it runs in another process, or not at all.</summary>
    public (int Done, int Total)? Of(Guid importId) => known.TryGetValue(importId, out var progress) ? progress : null;

    /// <summary>Says how far it is.</summary>
    public void Report(Guid importId, int done, int total) => known[importId] = (done, total);

    /// <summary>It is over.</summary>
    public void End(Guid importId) => known.TryRemove(importId, out _);
}
