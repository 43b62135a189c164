using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Copies the database while it is in use. The chain key is not in it and is to be kept elsewhere.</summary>
public sealed class Backup(Database database, StorageOptions options, TimeProvider time)
{
    /// <summary>What the name of a copy ends with until it is whole.</summary>
    internal const string Unfinished = ".partial";

    /// <summary>
    /// Writes a copy as of one moment and proves it; it has its name only when it is whole, and a failed one leaves no file. Anchors
    /// are left out: they may have been written since that moment.
    /// </summary>
    /// <param name="file">Where to; must not exist yet.</param>
    /// <returns>Everything that is wrong with the copy; then there is none.</returns>
    /// <exception cref="NotSupportedException">A server makes its own backups.</exception>
    /// <exception cref="IOException">The file exists, cannot be written, or the copy is not whole.</exception>
    public async Task<IReadOnlyList<Finding>> To(string file, CancellationToken cancellation)
    {
        if (database.OwnBackup is { } own)
        {
            throw new NotSupportedException($"{database.Product} makes its own backups: {own}.");
        }

        var path = Path.GetFullPath(file);
        if (File.Exists(path))
        {
            throw new IOException($"'{path}' exists already.");
        }

        var aside = path + Unfinished;
        try
        {
            await using (var connection = await database.Open(cancellation))
            {
                await Copy(connection, aside, cancellation);
            }

            await using var copy = new RecordsCopy(aside, options, time, isReadOnly: true);
            var findings = await copy.With((Verification records) => records.Run(null, cancellation));
            if (findings.Count == 0)
            {
                File.Move(aside, path);
            }

            return findings;
        }
        finally
        {
            SqliteFiles.Delete(aside);
        }
    }

    /// <summary>Copies what a connection reads to a file of its own, on the disk and checked when it returns.</summary>
    /// <exception cref="IOException">It cannot be written, or is not whole.</exception>
    internal static async Task Copy(DbConnection connection, string path, CancellationToken cancellation)
    {
        // One that was killed may have left it.
        SqliteFiles.Delete(path);
        PrivateFile.Ensure(path);
        await Rows.Execute(connection, "VACUUM INTO @path", new { path }, null, cancellation, timeout: 0);
        await using (var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        var copy = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var check = new SqliteConnection(copy.ConnectionString);
        var findings = await Rows.Query<string>(check, "PRAGMA integrity_check", null, null, cancellation, timeout: 0);
        if (findings[0] is not "ok" and var finding)
        {
            throw new IOException($"The copy '{path}' is not whole: {finding}");
        }
    }
}
