using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

// The schema: that all steps were taken as they are in this version, and that nothing was taken away or added since. Triggers count
// among it: without them, what only grows could be changed unnoticed until the next verification.
public sealed partial class Verification
{
    private async Task<IEnumerable<Finding>> OfSchema(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        try
        {
            if (!await migrations.AreApplied(cancellation))
            {
                findings.Add(new Finding("schema.incomplete"));
            }
        }
        catch (MigrationException problem)
        {
            findings.Add(new Finding("schema.journal", problem.Message));
        }

        var expected = await migrations.Expected(cancellation);
        var there = (await work.Raw(work.Dialect.Schema, null, cancellation)).ToDictionary(part => part["name"]!, part => part["sql"]);
        findings.AddRange(expected.Where(part => !there.ContainsKey(part.Key)).Select(part => new Finding("schema.missing", part.Key)));
        findings.AddRange(expected.Where(part => there.TryGetValue(part.Key, out var sql) && sql != part.Value)
            .Select(part => new Finding("schema.changed", part.Key)));
        findings.AddRange(there.Keys.Where(name => !expected.ContainsKey(name)).Select(name => new Finding("schema.unknown", name)));
        return findings;
    }
}
