using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage;

/// <summary>Where the records are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// <c>Data Source=/var/lib/disclosure/cases.db</c> for SQLite; a string with <c>Server=</c> or <c>Initial Catalog=</c>
    /// for SQL Server.
    /// </summary>
    public required string ConnectionString { get; set; }

    /// <summary>
    /// The file of the key that seals the chains of events. It stands outside the database and its backups, is readable
    /// by the service alone, and is created with the first event; without it no chain can be checked or continued.
    /// </summary>
    public required string ChainKeyFile { get; set; }

    /// <summary>
    /// The file to which the ends of the chains are written after each nightly verification; best on another machine's
    /// disk, since it bears witness against whoever can rewrite the database. Unless set, <c>anchors.log</c> beside the key.
    /// </summary>
    public string AnchorFile
    {
        get => field ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ChainKeyFile))!, "anchors.log");
        set;
    }

    /// <summary>The same, but for what is changed.</summary>
    public StorageOptions But(Action<StorageOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var other = (StorageOptions)MemberwiseClone();
        change(other);
        return other;
    }

    /// <summary>How far the clock may be behind the last record before nothing is recorded any more.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The copies of an SQLite database that are made by themselves; null: none.</summary>
    public BackupSettings? Backups { get; set; }

    /// <summary>The anchors to verify against; null while none were written.</summary>
    public string? KeptAnchors => File.Exists(AnchorFile) ? AnchorFile : null;
}
