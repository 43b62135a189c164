using System.Data.Common;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The files of an SQLite database: the database itself, and beside it what is not yet written into it.</summary>
internal static class SqliteFiles
{
    // Result codes of SQLite.
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>A connection string that changes nothing.</summary>
    public static string ReadOnly(string file) => $"Data Source={file};Pooling=False;Mode=ReadOnly";

    /// <summary>Whether somebody else uses it.</summary>
    public static bool IsBusy(DbException problem) => problem is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>Deletes it with all its files.</summary>
    public static void Delete(string file)
    {
        DeleteParts(file);
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    /// <summary>Deletes what is beside it.</summary>
    public static void DeleteParts(string file)
    {
        foreach (var part in Parts(file).Where(File.Exists))
        {
            File.Delete(part);
        }
    }

    /// <summary>Copies what is beside it to what belongs beside another one.</summary>
    public static void CopyParts(string file, string other)
    {
        foreach (var part in Parts(file).Where(File.Exists))
        {
            File.Copy(part, other + part[file.Length..]);
        }
    }

    /// <summary>Writes everything into the one file, which nobody else may have open; one that is damaged stays as it is.</summary>
    /// <returns>Whether it is whole.</returns>
    /// <exception cref="DbException">Somebody else uses it.</exception>
    public static async Task<bool> Gather(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=2");
            await connection.OpenAsync(cancellation);
            await Rows.Execute(connection, "PRAGMA journal_mode = DELETE", null, null, cancellation);
            return true;
        }
        catch (SqliteException problem) when (!IsBusy(problem))
        {
            // That is why it is replaced.
            return false;
        }
    }

    private static IEnumerable<string> Parts(string file) => [$"{file}-wal", $"{file}-shm", $"{file}-journal"];
}
