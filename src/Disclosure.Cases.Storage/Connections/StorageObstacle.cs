using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>What stands in the way of using the records where they are, and is for an administrator to put right.</summary>
public static class StorageObstacle
{
    // Result codes of SQLite.
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // Errors of SQL Server: the database cannot be opened, the sign-in failed; from this class on the connection is lost.
    private const int DatabaseNotFound = 4060;
    private const int SignInFailed = 18456;
    private const int FileGroupFull = 1105;
    private const int LogFull = 9002;
    private const int FatalClass = 20;

    private const string Unreachable =
        "无法连接数据库服务器，请检查地址、登录名和权限。 The database server cannot be reached: check address, login and rights.";

    private const string Uncertain =
        "保存时与数据库的连接中断了，不能确定是否已经保存：再做之前请先查看。 The connection was lost while it was being saved: "
        + "look whether it was carried out before doing it again.";

    // Classes of PostgreSQL: who may sign in, which database, which rights.
    private static readonly string[] Admission = ["28", "3D", "42501"];

    /// <summary>The obstacle and what to do, in one line of Chinese and English; null where it may be a fault of the software.</summary>
    public static string? Of(Exception problem)
    {
        ArgumentNullException.ThrowIfNull(problem);

        // Behind the error of PostgreSQL's driver is that of the network.
        var cause = problem is NpgsqlException || problem.InnerException is NpgsqlException
            ? problem as NpgsqlException ?? problem.InnerException!
            : problem.GetBaseException();
        var said = problem is OutcomeUnknownException ? Uncertain : cause switch
        {
            SqliteException { SqliteErrorCode: NotADatabase } =>
                "该文件不是 SQLite 数据库，请检查路径。 The file is no SQLite database: check its path.",
            SqliteException { SqliteErrorCode: Corrupt } =>
                "数据库已损坏或者不完整，请从备份恢复。 The database is damaged or cut off: restore a backup.",
            SqliteException { SqliteErrorCode: ReadOnly } =>
                "数据库不可写，请让服务的账号可以写该文件及其所在文件夹。 The database cannot be written: "
                + "let the service's account write the file and its folder.",
            SqliteException { SqliteErrorCode: CannotOpen } =>
                "数据库无法打开，请检查路径和权限。 The database cannot be opened: check its path and the rights.",
            SqliteException { SqliteErrorCode: Full } or SqlException { Number: FileGroupFull or LogFull }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "磁盘已满。 The disk is full.",
            SqliteException { SqliteErrorCode: InputOutput } => "读写磁盘出错，请检查磁盘及其剩余空间。 "
                + "The disk cannot be read or written: check it, and the space left on it.",
            SqliteException { SqliteErrorCode: Busy } =>
                "数据库被其他程序占用，请稍后再启动。 The database is in use by another program: start again later.",
            SqlException { Number: DatabaseNotFound or SignInFailed } or SqlException { Class: >= FatalClass }
                or NpgsqlException { IsTransient: true } or NpgsqlException { SqlState: null } =>
                Unreachable,
            PostgresException refused when Admission.Any(state => refused.SqlState.StartsWith(state, StringComparison.Ordinal)) =>
                Unreachable,
            _ => null,
        };
        return said is null ? null : $"{said} ({cause.Message.ReplaceLineEndings(" ")})";
    }

    /// <summary>Whether it is the disk that the records are on, and not what is in them.</summary>
    public static bool IsDisk(Exception problem) =>
        problem is SqliteException { SqliteErrorCode: Full or InputOutput or CannotOpen };

    /// <summary>Whether another program is at work on the records: they are free again when it has finished.</summary>
    public static bool IsInUse(Exception problem) => problem is SqliteException { SqliteErrorCode: Busy };
}
