using System.Data.Common;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>Whether a server can do its work: the database answers, its schema is this version's, and events can be sealed.</summary>
public sealed class Readiness
{
    private readonly UnitOfWork work;
    private readonly Migrations migrations;
    private readonly ChainKey key;

    internal Readiness(UnitOfWork work, Migrations migrations, ChainKey key) =>
        (this.work, this.migrations, this.key) = (work, migrations, key);

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
            if (await work.Single<int>("SELECT COUNT(*) FROM chains WHERE head <> ''", null, cancellation) > 0)
            {
                _ = key.Read(mayCreate: false);
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
        catch (Exception problem) when (problem is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return "chainKey";
        }
    }
}
