using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Benchmarks.Sweep;

/// <summary>An agency with 100,000 open cases: one registered by its command, the others copies of its rows.</summary>
internal sealed class BusyAgency : IAsyncDisposable
{
    public const int Cases = 100_000;

    private readonly ServiceProvider services;

    private BusyAgency(string folder)
    {
        Database = Path.Combine(folder, "cases.db");
        var options = new StorageOptions { ConnectionString = $"Data Source={Database}", ChainKeyFile = Path.Combine(folder, "chain.key") };
        services = new ServiceCollection().AddDisclosureCases(new ConfigurationBuilder().Build(), options).BuildServiceProvider();
    }

    public string Database { get; }

    public Guid Id { get; } = Guid.NewGuid();

    public static async Task<BusyAgency> Open(string folder)
    {
        var agency = new BusyAgency(folder);
        await agency.services.Prepare(default);
        var clerk = new User(Guid.NewGuid(), "clerk", "周某", Role.Clerk, agency.Id, true);
        var day = await agency.Do(async services =>
        {
            await services.GetRequiredService<IAgencies>().Add(new Agency(
                agency.Id, new DateOnly(2008, 5, 1), "示范府", "示范区人民政府", AgencyKind.DistrictGovernment,
                "办公室", "示范路1号", "400000", "000-00000000", "示范市人民政府", "示范路2号", "示范市中级人民法院", MastheadKind.Letter), default);
            await services.GetRequiredService<IUsers>().Add(clerk, "correct horse battery staple", default);
            return services.GetRequiredService<TimeProvider>().Today();
        });
        var registered = await agency.Do(
            services => services.GetRequiredService<IMediator>().Send(new RegisterApplication(
                Channel.InPerson, day, null,
                [new Applicant(ApplicantKind.NaturalPerson, "林某", null, "000-1", "示范路3号", true, null)],
                ["年度预算"])),
            new Actor(clerk.Id, clerk.Name, clerk.Roles, clerk.AgencyId));
        agency.Copy(registered.Value.CaseId.ToString());
        return agency;
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> work, Actor? actor = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor ?? Actor.Application;
        return await work(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private void Copy(string caseId)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = new SqliteCommand(
            """
            INSERT INTO case_events (case_id, seq, type, data, occurred_at, actor_id, chain, position, hash)
            SELECT $copy, seq, type, data, occurred_at, actor_id, chain, $number, hash FROM case_events WHERE case_id = $case AND seq = 1;
            INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on,
                reply_due_on, clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision)
            SELECT $copy, agency_id, version, $number, stage, officer_id, channel, applicant_kind, arrived_on, received_on,
                reply_due_on, clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision FROM case_files WHERE case_id = $case;
            INSERT INTO alert_times (case_id, agency_id, version, next_on)
            SELECT $copy, agency_id, version, next_on FROM alert_times WHERE case_id = $case;
            """,
            connection, transaction);
        command.Parameters.AddWithValue("$case", caseId);
        var (copy, number) = (command.Parameters.Add("$copy", SqliteType.Text), command.Parameters.Add("$number", SqliteType.Integer));
        for (var made = 2; made <= Cases; made++)
        {
            (copy.Value, number.Value) = (Guid.NewGuid().ToString(), made);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
