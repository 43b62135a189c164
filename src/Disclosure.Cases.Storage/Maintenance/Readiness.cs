using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Whether a server can do its work: the database answers, its schema is this version's, events can be
/// sealed, and something can be recorded.</summary>
public sealed class Readiness
{
    // A database that lets a question wait for longer is of no use; whoever asks wants to know it soon.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly UnitOfWork work;
    private readonly Migrations migrations;
    private readonly SealingKeys keys;
    private readonly TrialWrite trial;

    internal Readiness(UnitOfWork work, Migrations migrations, SealingKeys keys, TrialWrite trial) =>
        (this.work, this.migrations, this.keys, this.trial) = (work, migrations, keys, trial);

    /// <summary>What is in the way, as a code without details; null when nothing is.</summary>
    public async Task<string?> Obstacle(CancellationToken cancellation)
    {
        try
        {
            return await Look(cancellation).WaitAsync(Patience, cancellation);
        }
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            return "database";
        }
        catch (MigrationException)
        {
            return "schema";
        }
        catch (Exception problem) when (problem is SealingKeyException or IOException or UnauthorizedAccessException)
        {
            return "chainKey";
        }
    }

    private async Task<string?> Look(CancellationToken cancellation)
    {
        if (!await migrations.AreApplied(cancellation))
        {
            return "schema";
        }

        // Only looked for: a question makes no key.
        if (await SealingKeys.IsAnythingSealed(work, cancellation))
        {
            _ = await keys.ForReading(work, cancellation);
        }

        return await trial.Works(cancellation) ? null : "writing";
    }
}
