using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class MigrationsTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [SetUp]
    public void StepsThatNoVersionKnows() => ProvesItsRecords = false;

    private static readonly Migration Second = new("9999_notes.sql", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY);");

    [Test]
    public async Task Apply_ASecondTime_TakesNothing() => Assert.That(await New(Carried).Apply(default), Is.Empty);

    [Test]
    public void Apply_AfterAScriptWasChanged_IsRefused() =>
        Assert.That(
            () => New([.. Carried.Select(script => script with { Script = script.Script + "\n-- changed" })]).Apply(default),
            Throws.InstanceOf<MigrationException>().With.Message.Contains("0001_first_schema.sql"));

    [Test]
    public async Task Apply_AfterOnlyTheLineEndsChanged_TakesNothing() =>
        Assert.That(
            await New([.. Carried.Select(script => script with { Script = script.Script.ReplaceLineEndings("\r\n") })]).Apply(default),
            Is.Empty);

    [Test]
    public async Task Apply_OnADatabaseOfANewerVersion_IsRefused()
    {
        await New([.. Carried, Second]).Apply(default);
        Assert.That(() => New(Carried).Apply(default), Throws.InstanceOf<MigrationException>().With.Message.Contains("newer"));
    }

    [Test]
    public async Task Apply_OfAStepThatFails_TakesNothingOfIt()
    {
        var broken = Second with { Script = Second.Script + " CREATE TABLE notes (id int NOT NULL);" };
        Assert.That(() => New([.. Carried, broken]).Apply(default), Throws.Exception);
        Assert.That(await New([.. Carried, Second]).Apply(default), Is.EqualTo(new[] { Second.Name }));
    }

    [Test]
    public async Task Apply_ByTwoHostsAtOnce_TakesEachStepOnce()
    {
        var taken = await Task.WhenAll(New([.. Carried, Second]).Apply(default), New([.. Carried, Second]).Apply(default));
        Assert.That(taken.SelectMany(names => names), Is.EqualTo(new[] { Second.Name }));
    }

    [Test]
    public async Task Schema_MigratedInSteps_IsThatOfAFreshDatabase()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The other database's schema is compared by its own tools.");
        }

        await New([.. Carried, Second]).Apply(default);
        using var other = new Database($"Data Source={Path.Combine(Office.Folder, "fresh.db")};Pooling=False");
        await new Migrations(other, Office.Clock, [.. Carried, Second]).Apply(default);
        Assert.That(await Schema(Office.Database), Is.EqualTo(await Schema(other)));
    }

    [Test]
    public async Task AlertTimes_OfCasesThatWereThereBefore_AreAtOnceWhereAnAlertMayHoldOrCome()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The other database's script is the same.");
        }

        using var earlier = new Database($"Data Source={Path.Combine(Office.Folder, "earlier.db")};Pooling=False");
        await new Migrations(earlier, Office.Clock, [.. Carried.Where(script => string.CompareOrdinal(script.Name, "0015") < 0)])
            .Apply(default);
        var work = new UnitOfWork(earlier, new NoRequestedJobs());
        await work.Write(async () =>
        {
            foreach (var (id, stage) in new[]
            {
                ("open", "Existence"), ("closed", "Archived"), ("asked", "Archived"), ("told", "Answered"),
            })
            {
                await work.Execute(
                    """
                    INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on,
                        clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision)
                    VALUES (@id, 'agency', 3, '1号', @stage, 'officer', 'InPerson', 'NaturalPerson', '2025-09-22', 0, 0, 0, 0, 0)
                    """,
                    new { id, stage }, default);
            }

            await work.Execute("INSERT INTO inquiries (case_id, ordinal, inquiry_id, opened_on, respond_by) "
                + "VALUES ('asked', 1, 'inquiry', '2025-09-23', '2025-09-30')", null, default);
            await work.Execute("INSERT INTO alerts (id, case_id, kind, reference, due_on, threshold, state, told, raised_at) "
                + "VALUES ('alert', 'told', 'Reply', '', '2025-10-24', 3, 'Raised', 1, '')", null, default);
            await work.Execute("INSERT INTO sweeps (agency_id, swept_at) VALUES ('agency', '')", null, default);
        }, default);
        await new Migrations(earlier, Office.Clock, [.. Carried.Where(script => string.CompareOrdinal(script.Name, "0016") < 0)])
            .Apply(default);
        Assert.That(
            await work.Query<string>(
                "SELECT case_id || ' ' || agency_id || ' ' || version || ' ' || COALESCE(next_on, '-') FROM alert_times ORDER BY case_id",
                null,
                default),
            Is.EqualTo(new[] { "asked agency 3 0001-01-01", "closed agency 3 -", "open agency 3 0001-01-01", "told agency 3 0001-01-01" }));
        Assert.That(await work.Query<string>("SELECT fingerprint FROM sweeps", null, default), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public async Task Applicants_ThatWereThereBefore_HaveTodaysKeysDocumentsAndSearchText()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The other database's script is the same.");
        }

        var file = Path.Combine(Office.Folder, "applicants.db");
        using var earlier = new Database($"Data Source={file};Pooling=False");
        await new Migrations(earlier, Office.Clock, [.. Carried.Where(script => string.CompareOrdinal(script.Name, "0016") < 0)])
            .Apply(default);
        var work = new UnitOfWork(earlier, new NoRequestedJobs());
        var (caseId, agencyId) = (Guid.NewGuid(), Guid.NewGuid());
        (string Number, string? Contact, string Name)[] people =
        [
            ("110105491231002", null, "陈某"), ("", "+86 138-0000-0000", "买买提・艾力"),
        ];
        await work.Write(async () =>
        {
            await work.Execute(
                """
                INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on,
                    clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision)
                VALUES (@caseId, @agencyId, 3, '1号', 'Existence', 'officer', 'InPerson', 'NaturalPerson', '2025-09-22', 0, 0, 0, 0, 0)
                """,
                new { caseId, agencyId }, default);
            await work.Execute(
                "INSERT INTO case_search (agency_id, case_id, body) VALUES (@agencyId, @caseId, '1号\n陈某\n买买提・艾力')",
                new { caseId, agencyId }, default);
            foreach (var (ordinal, person) in people.Index())
            {
                await work.Execute(
                    """
                    INSERT INTO applicants (id, case_id, ordinal, kind, name, identity_number, contact, address, proof_seen,
                        representative_name, representative_authority, name_key, same_key)
                    VALUES (@id, @caseId, @ordinal, 'NaturalPerson', @Name, NULLIF(@Number, ''), @Contact, NULL, 1, NULL, NULL, @Name, 'old')
                    """,
                    new { id = Guid.NewGuid(), caseId, ordinal, person.Name, person.Number, person.Contact }, default);
            }
        }, default);

        await new Migrations(earlier, Office.Clock, Carried).Apply(default);
        await using var records = new RecordsCopy(
            file, Office.Services.GetRequiredService<StorageOptions>(), Office.Clock, isReadOnly: false);
        await records.With((RecordKey key) => key.Begin(default));
        var keys = await records.With(async (PersonalData personal) => await personal.Keys(default));
        Applicant[] today =
        [
            new(ApplicantKind.NaturalPerson, "陈某", "11010519491231002X", null, null, true, null),
            new(ApplicantKind.NaturalPerson, "买买提·艾力", null, "13800000000", null, true, null),
        ];
        Assert.That(
            await work.Query<string>("SELECT same_key FROM applicants ORDER BY ordinal", null, default),
            Is.EqualTo(today.Select(applicant => ApplicantStore.SameKey(applicant, keys))));
        Assert.That(
            await records.With((IApplicants applicants) => applicants.OfCase(caseId, default)),
            Is.EqualTo(people.Select(person => new Applicant(
                ApplicantKind.NaturalPerson, person.Name, person.Number is "" ? null : person.Number, person.Contact, null, true, null)
            {
                Document = person.Number is "" ? null : IdentityDocumentKind.ResidentIdentityCard,
            })));
        Assert.That(
            await work.Query<string>("SELECT COALESCE(identity_number, '') || COALESCE(contact, '') FROM applicants", null, default),
            Has.Count.EqualTo(2).And.None.Contains("138").And.None.Contains("110105"));
        Assert.That(
            await work.Query<string?>("SELECT document FROM applicants ORDER BY ordinal", null, default),
            Is.EqualTo(new[] { "ResidentIdentityCard", null }));
        Assert.That(
            await work.Query<string>("SELECT body FROM case_search", null, default),
            Is.EqualTo(new[] { "1号\n陈某\n买买提·艾力" }));
    }

    private IReadOnlyList<Migration> Carried => Migrations.Embedded(Office.Database.Dialect);

    private Migrations New(IReadOnlyList<Migration> scripts) => new(Office.Database, Office.Clock, scripts);

    private static Task<IReadOnlyList<string>> Schema(Database database) =>
        new UnitOfWork(database, new NoRequestedJobs()).Query<string>(SqliteOnly.Mark
            + "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master ORDER BY type, name", null, default);
}
