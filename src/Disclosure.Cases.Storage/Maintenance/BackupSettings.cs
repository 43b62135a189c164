namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The copies of an SQLite database that are made by themselves.</summary>
/// <param name="Folder">Where they are put.</param>
/// <param name="At">When, each day, in China Standard Time.</param>
/// <param name="Keep">How many are kept.</param>
public sealed record BackupSettings(string Folder, TimeOnly At, int Keep)
{
    private const string Pattern = "disclosure-????????-??????.db";

    /// <summary>The name of the copy made at an instant; names sort as the copies were made.</summary>
    public string FileAt(DateTimeOffset instant) =>
        Path.Combine(Folder, FormattableString.Invariant($"disclosure-{instant.ToOffset(ChinaTime.Offset):yyyyMMdd-HHmmss}.db"));

    /// <summary>The copies that are there, the newest first.</summary>
    public IReadOnlyList<FileInfo> Made() => Named(Pattern);

    /// <summary>The copies begun before an instant that never became whole.</summary>
    public IEnumerable<FileInfo> Left(DateTimeOffset before) => Named(Pattern + Backup.Unfinished)
        .Where(file => string.CompareOrdinal(file.FullName, FileAt(before)) < 0);

    private IReadOnlyList<FileInfo> Named(string pattern) => Directory.Exists(Folder)
        ? [.. new DirectoryInfo(Folder).EnumerateFiles(pattern).OrderByDescending(file => file.Name, StringComparer.Ordinal)]
        : [];
}
