using System.Data.Common;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The records went back to a backup.</summary>
/// <param name="Kept">The database that was replaced, under its new name; null where there was none.</param>
/// <param name="Lost">What was anchored and is gone.</param>
public sealed record Restored(string? Kept, IReadOnlyList<LostEntries> Lost);

/// <summary>
/// Puts a backup in the place of an SQLite database. It is copied beside it, migrated and proved there; then the two change places in
/// one step of the file system, so that an interruption leaves the one or the other.
/// </summary>
public sealed class Restore(Database database, StorageOptions options, CurrentActor actor, TimeProvider time)
{
    /// <summary>Restores a backup; whatever is wrong with it refuses it, and nothing is changed.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="losesAnchored">Whether entries may be lost that were anchored since it was made.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<Result<Restored>> From(string file, bool losesAnchored, CancellationToken cancellation)
    {
        if (database.FilePath is not { } target)
        {
            return new Refusal("restore.sqlServer", database.Product);
        }

        var backup = Path.GetFullPath(file);
        if (!File.Exists(backup) || backup == target)
        {
            return new Refusal("restore.noBackup", backup);
        }

        var aside = target + ".restoring";
        try
        {
            using var place = SoleJobServer.Take(database);
            var before = $"{target}.before-{time.GetUtcNow().ToOffset(ChinaTime.Offset):yyyyMMdd-HHmmss}";
            var kept = File.Exists(target) ? before : null;
            var lost = await Prepare(backup, aside, kept, losesAnchored, cancellation);
            if (lost.Succeeded)
            {
                await Replace(target, aside, before, cancellation);
            }

            return lost.Succeeded ? new Restored(kept, lost.Value) : Result<Restored>.Refused(lost.Refusals);
        }
        catch (JobsRunElsewhereException)
        {
            return new Refusal("restore.inUse", target);
        }
        catch (MigrationException problem)
        {
            return new Refusal("restore.schema", backup, problem.Message);
        }
        catch (SealingKeyException problem)
        {
            return new Refusal($"audit.each.{problem.Code}", problem.Path);
        }
        catch (RefusedException problem)
        {
            return problem.Refusal;
        }
        catch (DbException problem) when (SqliteFiles.IsBusy(problem))
        {
            return new Refusal("restore.inUse", target);
        }
        catch (DbException problem)
        {
            // A disk that is full says nothing of the backup.
            return StorageObstacle.IsDisk(problem)
                ? new Refusal("restore.disk", problem.Message)
                : new Refusal("restore.notWhole", backup, problem.Message);
        }
        finally
        {
            SqliteFiles.Delete(aside);
        }
    }

    // What the backup becomes: of this version's schema, with the restoration on record, and proved as it then is.
    private async Task<Result<List<LostEntries>>> Prepare(
        string backup, string aside, string? kept, bool losesAnchored, CancellationToken cancellation)
    {
        await using (var source = new SqliteConnection(SqliteFiles.ReadOnly(backup)))
        {
            await source.OpenAsync(cancellation);
            await Backup.Copy(source, aside, cancellation);
        }

        await using var copy = new RecordsCopy(aside, options, time, isReadOnly: false, actor.Value);
        var migrated = (await copy.With((Migrations migrations) => migrations.Apply(cancellation))).Count > 0;
        var anchors = await AnchorFile.Lines(options.AnchorFile, cancellation) ?? [];
        var lost = await copy.With((UnitOfWork work) => Lost(anchors, work, cancellation));
        if (lost.Count > 0 && !losesAnchored)
        {
            return Result<List<LostEntries>>.Refused(
            [
                .. lost.Select(each => new Refusal("restore.lacks", each.Chain, each.Anchored, each.There)),
                new Refusal("restore.lose"),
            ]);
        }

        // As at the first start of a new version: its rows may not be sealed yet.
        if (migrated)
        {
            await copy.With((RecordKey key) => key.Begin(cancellation));
        }

        await copy.With(async (IAdministrationLog log) =>
        {
            await log.Add(
                AdministrativeAct.RecordsRestored, null, null, cancellation,
                RestoredPoint.Changes(Path.GetFileName(backup), Path.GetFileName(kept), anchors.Count, lost));
            return new Unit();
        });
        var findings = await copy.With((Verification records) => records.Run(options.AnchorFile, cancellation));
        return findings.Count == 0
            ? lost
            : Result<List<LostEntries>>.Refused(
                [.. findings.Select(finding => finding.AsRefusal)]);
    }

    private static async Task<List<LostEntries>> Lost(IReadOnlyList<string> anchors, UnitOfWork work, CancellationToken cancellation)
    {
        var lengths = (await ChainEnds.All(work, cancellation)).ToDictionary(chain => chain.Chain, chain => chain.Length);
        var points = await RestoredPoint.All(work, cancellation);
        return [.. from anchor in anchors.Select((line, index) => (Line: AnchorLine.Read(line), Number: index + 1))
            where anchor.Line is not null && anchor.Line.Length > lengths.GetValueOrDefault(anchor.Line.Chain)
                && !points.Any(point => point.Explains(anchor.Line, anchor.Number))
            group anchor.Line.Length by anchor.Line.Chain into chain
            select new LostEntries(chain.Key, chain.Max(), lengths.GetValueOrDefault(chain.Key))];
    }

    private static async Task Replace(string target, string aside, string kept, CancellationToken cancellation)
    {
        // A damaged database keeps its log apart, and so does one that was moved away: it must not be read into the new one.
        SqliteFiles.CopyParts(target, kept);
        if (!File.Exists(target))
        {
            SqliteFiles.DeleteParts(target);
            File.Move(aside, target);
            return;
        }

        var partsOfNoUse = kept;
        try
        {
            partsOfNoUse = await SqliteFiles.Gather(target, cancellation) ? kept : target;
        }
        finally
        {
            SqliteFiles.DeleteParts(partsOfNoUse);
        }

        // The old one gets its second name first; then the new one takes the first.
        File.Replace(aside, target, kept);
    }
}
