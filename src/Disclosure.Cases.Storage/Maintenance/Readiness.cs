using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Whether a server can do its work: the database answers, its schema is this version's, and events can be sealed.</summary>
public sealed class Readiness
{
    private readonly UnitOfWork work;
    private readonly Migrations migrations;
    private readonly SealingKeys keys;

    internal Readiness(UnitOfWork work, Migrations migrations, SealingKeys keys) =>
        (this.work, this.migrations, this.keys) = (work, migrations, keys);

    /// <summary>What is in the way, as a code without details; null when nothing is.</summary>
    public async Task<string?> Obstacle(CancellationToken cancellation)
    {
        try
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

            return null;
        }
        catch (DbException)
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
}
