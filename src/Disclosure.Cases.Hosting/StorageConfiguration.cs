using System.Globalization;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting;

/// <summary>Where a host finds the records and its keys, by its configuration; every host the same.</summary>
public static class StorageConfiguration
{
    private const string Connection = "Disclosure";
    private const int MostBackups = 3650;

    /// <summary>
    /// The records by <c>ConnectionStrings:Disclosure</c>, <c>Keys:Folder</c>, <c>ChainKey:File</c> and
    /// <c>Audit:AnchorFile</c>, each with a default (<see cref="StoragePlace"/>); <c>Backup:Folder</c>, <c>Backup:Time</c> and
    /// <c>Backup:Keep</c> for the copies that are made by themselves.
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="startFolder">The host's own folder.</param>
    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static StorageOptions Of(IConfiguration configuration, string startFolder)
    {
        var chainKey = Named(configuration, "ChainKey:File")
            ?? (Named(configuration, "Keys:Folder") is { } folder ? Path.Combine(folder, "chain.key") : null);
        var records = Readable(() => StoragePlace.Of(configuration.GetConnectionString(Connection), startFolder, chainKey));
        if (Named(configuration, "Audit:AnchorFile") is { } anchors)
        {
            records.AnchorFile = anchors;
        }

        records.Backups = Backups(configuration, records);
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

    private static BackupSettings? Backups(IConfiguration configuration, StorageOptions records)
    {
        var at = Named(configuration, "Backup:Time") is not { } written ? new TimeOnly(3, 0)
            : TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
            : throw new SettingException($"Backup:Time: '{written}' is no time of day such as 03:00.");
        var keep = Named(configuration, "Backup:Keep") is not { } kept ? 14
            : int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostBackups
                ? number
                : throw new SettingException($"Backup:Keep: '{kept}' is no number from 1 to {MostBackups}.");
        if (Named(configuration, "Backup:Folder") is not { } folder)
        {
            return null;
        }

        using var database = new Database(records.ConnectionString);
        if (database.OwnBackup is { } own)
        {
            throw new SettingException(
                $"Backup:Folder: {database.Product} makes its own backups. Leave the setting out, and plan {own} on the server.");
        }

        return new BackupSettings(Path.GetFullPath(folder), at, keep);
    }

    private static string? Named(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;
}
