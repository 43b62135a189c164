namespace Disclosure.Cases.Storage;

/// <summary>
/// Where the records are when nobody says otherwise: <c>data/</c> at the repository's root, so that every host finds
/// the same ones; outside a repository, <c>data/</c> in the folder that the host starts from.
/// </summary>
public static class StoragePlace
{
    private const string Solution = "Disclosure.Cases.sln";

    /// <summary>The options for a configured connection string, or for the default place where there is none.</summary>
    /// <param name="connectionString">As configured, or null or blank.</param>
    /// <param name="startFolder">Where to look for the repository's root first: the host's own folder.</param>
    /// <param name="chainKeyFile">The key of the chains; null or blank: <c>chain.key</c> in <see cref="FolderOf"/>.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no file.</exception>
    public static StorageOptions Of(string? connectionString, string startFolder, string? chainKeyFile = null)
    {
        var connection = string.IsNullOrWhiteSpace(connectionString)
            ? $"Data Source={Path.Combine(DefaultFolder(startFolder), "disclosure.db")}"
            : connectionString;
        return new StorageOptions
        {
            ConnectionString = connection,
            ChainKeyFile = string.IsNullOrWhiteSpace(chainKeyFile)
                ? Path.Combine(FolderOf(connection, startFolder), "chain.key")
                : chainKeyFile,
        };
    }

    /// <summary>Where a host keeps its keys: beside an SQLite database; for a server database in the default folder.</summary>
    public static string FolderOf(string connectionString, string startFolder)
    {
        using var database = new Connections.Database(connectionString);
        return Path.GetDirectoryName(database.FilePath) ?? DefaultFolder(startFolder);
    }

    private static string DefaultFolder(string startFolder) =>
        Path.Combine(RootAbove(startFolder) ?? RootAbove(AppContext.BaseDirectory) ?? startFolder, "data");

    private static string? RootAbove(string folder)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            if (File.Exists(Path.Combine(each.FullName, Solution)))
            {
                return each.FullName;
            }
        }

        return null;
    }
}
