namespace Disclosure.Cases.Exporting;

/// <summary>The store of exports.</summary>
public interface IExports
{
    /// <summary>Puts one down, in the transaction under way, unless whoever asks has too many unfinished ones.</summary>
    /// <param name="export">The export.</param>
    /// <param name="mostUnfinished">How many somebody may have, this one included.</param>
    /// <returns>Whether it was put down.</returns>
    Task<bool> Add(Export export, int mostUnfinished, CancellationToken cancellation);

    /// <summary>What somebody asked for, latest first.</summary>
    Task<IReadOnlyList<Export>> Of(Guid requesterId, int most, CancellationToken cancellation);

    /// <summary>One of them, or null.</summary>
    Task<Export?> Find(Guid id, CancellationToken cancellation);

    /// <summary>Its file; null until it was made and once it was deleted.</summary>
    Task<ExportFile?> File(Guid id, CancellationToken cancellation);

    /// <summary>
    /// Those that are not made yet and whose next attempt is due, oldest first; those that a server is at work on among them.
    /// </summary>
    /// <param name="at">Now, UTC.</param>
    /// <param name="most">How many at most.</param>
    Task<IReadOnlyList<Export>> Unfinished(DateTimeOffset at, int most, CancellationToken cancellation);

    /// <summary>Begins an attempt; of one that was given up the first of a new series.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="dueAt">Only where its next attempt is due by then and it was not given up; null: in any case.</param>
    /// <returns>It as it is now; null where it is made or unknown, or is not to be begun.</returns>
    Task<Export?> Begin(Guid id, DateTimeOffset? dueAt, CancellationToken cancellation);

    /// <summary>It waits as before: the attempt was broken off by a stop of the server and does not count.</summary>
    /// <returns>Whether the attempt still was the last one begun; if not, nothing was changed.</returns>
    Task<bool> PutBack(Export export, CancellationToken cancellation);

    /// <summary>Says how far it has come.</summary>
    /// <returns>Whether this attempt still is the last one begun.</returns>
    Task<bool> Report(Export export, CancellationToken cancellation);

    /// <summary>Records what became of an attempt.</summary>
    /// <param name="export">The export, with the outcome.</param>
    /// <param name="content">The file, where it was made.</param>
    /// <returns>Whether it still was the last one begun; if not, nothing was recorded.</returns>
    Task<bool> Settle(Export export, byte[]? content, CancellationToken cancellation);

    /// <summary>How many were given up at or after an instant.</summary>
    Task<int> CountFailed(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Deletes the files that were made on or before an instant; how many.</summary>
    Task<int> DeleteFiles(DateTimeOffset madeBefore, CancellationToken cancellation);
}
