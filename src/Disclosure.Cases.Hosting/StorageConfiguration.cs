using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting;

/// <summary>Where a host finds the records and its keys, by its configuration; every host the same.</summary>
public static class StorageConfiguration
{
    private const string Connection = "Disclosure";

    /// <summary>
    /// The records by <c>ConnectionStrings:Disclosure</c>, <c>Keys:Folder</c>, <c>ChainKey:File</c> and
    /// <c>Audit:AnchorFile</c>, each with a default (<see cref="StoragePlace"/>).
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="startFolder">The host's own folder.</param>
    /// <exception cref="SettingException">The connection string cannot be read, or names no file.</exception>
    public static StorageOptions Of(IConfiguration configuration, string startFolder)
    {
        var chainKey = Named(configuration, "ChainKey:File")
            ?? (Named(configuration, "Keys:Folder") is { } folder ? Path.Combine(folder, "chain.key") : null);
        var records = Readable(() => StoragePlace.Of(configuration.GetConnectionString(Connection), startFolder, chainKey));
        if (Named(configuration, "Audit:AnchorFile") is { } anchors)
        {
            records.AnchorFile = anchors;
        }

        return records;
    }

    /// <summary>
    /// The folder of the host's keys: <c>Keys:Folder</c>, else beside the records. Hosts that are to share their sign-in
    /// share it.
    /// </summary>
    public static string KeyFolder(IConfiguration configuration, StorageOptions records, string startFolder) =>
        Named(configuration, "Keys:Folder") ?? StoragePlace.FolderOf(records.ConnectionString, startFolder);

    private static StorageOptions Readable(Func<StorageOptions> records)
    {
        try
        {
            var options = records();
            using var database = new Database(options.ConnectionString);
            return options;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or OverflowException)
        {
            throw new SettingException($"ConnectionStrings:{Connection}: {problem.Message}", problem);
        }
    }

    private static string? Named(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;
}
