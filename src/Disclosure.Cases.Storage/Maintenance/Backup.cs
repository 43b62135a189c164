using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Copies the database while it is in use. The chain key is not in it and is to be kept elsewhere.</summary>
public sealed class Backup(Database database)
{
    /// <summary>Writes a copy as of one moment, and checks that it is whole.</summary>
    /// <param name="file">Where to; must not exist yet.</param>
    /// <exception cref="NotSupportedException">SQL Server makes its own backups.</exception>
    /// <exception cref="IOException">The file exists, cannot be written, or the copy is not whole.</exception>
    public async Task To(string file, CancellationToken cancellation)
    {
        if (!database.IsSqlite)
        {
            throw new NotSupportedException("SQL Server makes its own backups: BACKUP DATABASE.");
        }

        var path = Path.GetFullPath(file);
        if (File.Exists(path))
        {
            throw new IOException($"'{path}' exists already.");
        }

        PrivateFile.Ensure(path);
        await using (var connection = await database.Open(cancellation))
        {
            await Rows.Execute(connection, "VACUUM INTO @path", new { path }, null, cancellation);
        }

        var copy = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var check = new SqliteConnection(copy.ConnectionString);
        if ((await Rows.Query<string>(check, "PRAGMA integrity_check", null, null, cancellation))[0] is not "ok" and var finding)
        {
            throw new IOException($"The copy '{path}' is not whole: {finding}");
        }
    }
}
