using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The backup that runs by itself.</summary>
internal sealed class RecordBackup(Backup backup, StorageOptions options, TimeProvider time) : IRecordBackup
{
    public async Task<IReadOnlyList<string>> BackUp(CancellationToken cancellation)
    {
        var settings = options.Backups ?? throw new InvalidOperationException("Backup:Folder is not set.");
        var now = time.GetUtcNow();

        // Of one that was killed; one of today may be at work.
        foreach (var left in settings.Left(now.AddDays(-1)))
        {
            SqliteFiles.Delete(left.FullName);
        }

        var findings = await backup.To(settings.FileAt(now), cancellation);

        // Older ones go only when the new one is whole.
        if (findings.Count == 0)
        {
            foreach (var old in settings.Made().Skip(settings.Keep))
            {
                old.Delete();
            }
        }

        return [.. findings.Select(finding => finding.Code)];
    }
}
