using Dapper;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Disclosure.Cases.Web.Tests.Servers;

// What is looked at afterwards.
internal sealed partial class ServedDistrict
{
    /// <summary>The records prove themselves, and whatever was acknowledged to anybody is in them, once.</summary>
    public async Task AssertNothingIsLost(string? when = null)
    {
        var findings = await office.As(Actor.Application, services => services.GetRequiredService<Verification>().Run(null, default));
        Assert.That(findings, Is.Empty, when);
        var history = (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().History(shared, default)))
            .Count(row => row.Event is CallLogged);
        var notes = await office.As(Actor.Application, services => services.GetRequiredService<ICaseTexts>().OfCase(shared, default));
        var numbers = await RegisterNumbers();
        var decided = (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().NumberLedger(
            office.AgencyId, office.Today.Year, Numbering.SeriesKind.Decision, default)))
            .Select(row => row.Number).ToList();
        var watched = await office.As(
            Actor.Application, services => services.GetRequiredService<ISweeps>().Watched(office.AgencyId, default));
        var holding = (await office.As(Actor.Application, services => services.GetRequiredService<IAlerts>().Recorded(watched, default)))
            .Where(alert => alert.State == AlertState.Raised).Select(alert => (alert.CaseId, alert.Kind, alert.Reference)).ToList();
        foreach (var (document, caseId) in Load.Served)
        {
            var served = (await office.Find(caseId)).FindDocument(document)!;
            Assert.That((served.Status, served.Attempts.Count), Is.EqualTo((DocumentStatus.Served, 1)), $"{when}: served, and once");
        }

        Assert.Multiple(() =>
        {
            Assert.That(Load.Registered, Is.Unique, when);
            Assert.That(Load.Registered, Is.SubsetOf(numbers), when);
            Assert.That(Load.Noted, Is.SubsetOf(notes.Values), when);
            Assert.That(
                history,
                Is.EqualTo(notes.Values.Count(note => note[0] is '甲' or '乙')),
                $"{when}: a note for each event, an event for each note");
            Assert.That(decided, Is.Unique, when);
            foreach (var (_, shown) in Load.Approved)
            {
                Assert.That(shown.Distinct().Count(), Is.EqualTo(1), $"{when}: one number a document");
                Assert.That(decided, Does.Contain(shown.First()), when);
            }

            Assert.That(holding, Is.Unique, $"{when}: an alert that holds, once");
        });
    }

    /// <summary><c>disclosure verify</c>, as an administrator runs it.</summary>
    public async Task AssertVerifies()
    {
        using var verify = ServerProcess.Command(settings, "verify");
        Assert.That(await verify.Ended(), Is.Zero, verify.Said);
    }

    /// <summary>How many jobs each of the workers that run now has taken, as Hangfire wrote it down on PostgreSQL.</summary>
    public async Task<IReadOnlyList<long>> JobsOfWorkers()
    {
        await using var connection = new NpgsqlConnection($"{database.ConnectionString};Pooling=False");
        var taken = new List<long>();
        foreach (var worker in Workers)
        {
            taken.Add(await connection.ExecuteScalarAsync<long>(
                $"SELECT COUNT(*) FROM hangfire.state WHERE name = 'Processing' AND CAST(data AS text) LIKE '%:{worker.Id}:%'"));
        }

        return taken;
    }

    /// <summary>The register numbers that were given, whether anybody was told or not.</summary>
    public async Task<IReadOnlyList<string>> RegisterNumbers() =>
        [.. (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().NumberLedger(
            office.AgencyId, office.Today.Year, Numbering.SeriesKind.Register, default))).Select(row => row.Number)];
}
