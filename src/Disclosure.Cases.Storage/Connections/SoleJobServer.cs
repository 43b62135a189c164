namespace Disclosure.Cases.Storage.Connections;

/// <summary>
/// Beside an SQLite database one process runs the jobs: it holds a file next to it, which the operating system lets go when the process
/// ends, however it ends.
/// </summary>
public static class SoleJobServer
{
    /// <summary>Takes the place; nothing where the database is no file.</summary>
    /// <returns>What gives it back when disposed of.</returns>
    /// <exception cref="JobsRunElsewhereException">Another process has it.</exception>
    public static IDisposable? Take(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.FilePath is not { } file)
        {
            return null;
        }

        var held = file + ".jobs";
        PrivateFile.Ensure(held);
        try
        {
            return new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new JobsRunElsewhereException(file);
        }
    }
}

/// <summary>Another process runs the jobs of this SQLite database.</summary>
public sealed class JobsRunElsewhereException(string file) : Exception(
    $"""
    另一个进程正在使用数据库 {file} 并运行其任务。SQLite 只供一台主机使用：请先停止那个进程，或者以 Jobs:Server=false 启动本进程；多台服务器请使用 PostgreSQL 或 SQL Server。
    Another process uses the database {file} and runs its jobs. SQLite means one host: stop that process, or start this one with Jobs:Server=false; several servers take PostgreSQL or SQL Server.
    """);
