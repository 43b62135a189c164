namespace Disclosure.Cases.Web.Hosting;

/// <summary>Where the data are: by configuration, else <c>data/</c> at the repository's root, which the command line finds too.</summary>
internal sealed record DatabasePlace(string ConnectionString, string Folder)
{
    /// <summary>The key of the connection string: <c>ConnectionStrings:Disclosure</c>.</summary>
    public const string ConnectionName = "Disclosure";

    private const string Solution = "Disclosure.Cases.sln";

    /// <summary>The place that configuration and folders say.</summary>
    public static DatabasePlace Of(IConfiguration configuration, string contentRoot)
    {
        var configured = configuration.GetConnectionString(ConnectionName);
        var root = RootAbove(contentRoot) ?? RootAbove(AppContext.BaseDirectory) ?? contentRoot;
        var folder = configuration["Data:Folder"] ?? (FileOf(configured) is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : Path.Combine(root, "data"));
        return new DatabasePlace(configured ?? $"Data Source={Path.Combine(folder, "disclosure.db")}", folder);
    }

    // The key and the sign-in keys lie beside an SQLite database; for a server database they have a folder of their own.
    private static string? FileOf(string? connectionString) =>
        connectionString?.Split(';').Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2 && pair[0].Trim().Equals("Data Source", StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair[1].Trim()).FirstOrDefault(path => path.EndsWith(".db", StringComparison.OrdinalIgnoreCase));

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
