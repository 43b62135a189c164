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
    /// <param name="keyFolder">Where the key of the chains lies; null: beside an SQLite database, else the default place.</param>
    public static StorageOptions Of(string? connectionString, string startFolder, string? keyFolder = null)
    {
        var root = RootAbove(startFolder) ?? RootAbove(AppContext.BaseDirectory) ?? startFolder;
        var folder = Path.Combine(root, "data");
        var options = new StorageOptions
        {
            ConnectionString = string.IsNullOrWhiteSpace(connectionString) ? $"Data Source={Path.Combine(folder, "disclosure.db")}" : connectionString,
            ChainKeyFile = "",
        };
        options.ChainKeyFile = Path.Combine(keyFolder ?? FolderOf(options.ConnectionString) ?? folder, "disclosure.key");
        return options;
    }

    private static string? FolderOf(string connectionString)
    {
        using var database = new Connections.Database(connectionString);
        return Path.GetDirectoryName(database.FilePath);
    }

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
