using System.Text;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Training;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Testing.Pages;

/// <summary>The web host on a database of its own, with two agencies and somebody for each role.</summary>
internal sealed class WebOffice : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-web-");

    private readonly Dictionary<string, string> settings = [];

    /// <summary>The settings by which a new database gets its first administrator and agency.</summary>
    public static IReadOnlyDictionary<string, string> FirstAdministrator { get; } = new Dictionary<string, string>
    {
        ["Administrator:SignInName"] = "admin",
        ["Administrator:Password"] = Password,
        ["Administrator:Agency:Name"] = "示范区人民政府",
        ["Administrator:Agency:Code"] = "示范府",
        ["Administrator:Agency:Office"] = "示范区人民政府办公室",
        ["Administrator:Agency:Address"] = "示范路1号",
        ["Administrator:Agency:Postcode"] = "400000",
        ["Administrator:Agency:Phone"] = "023-00000000",
        ["Administrator:Agency:ReconsiderationOrgan"] = "示范市人民政府",
        ["Administrator:Agency:ReconsiderationAddress"] = "示范市大道1号",
        ["Administrator:Agency:Court"] = "示范市中级人民法院",
    };

    /// <summary>Where what the host logs goes as well; null: nothing is logged.</summary>
    public ILoggerProvider? Logs { get; init; }

    /// <summary>Whether everything in it is invented.</summary>
    public bool IsToPractise { get; init; }

    public Guid AgencyId { get; private set; }

    public Guid OtherAgencyId { get; } = Guid.NewGuid();

    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    /// <summary>The first working day some days from today: tests are right on every day of the week.</summary>
    public DateOnly WorkingDayIn(int days) => Services.GetRequiredService<CalendarCache>().Now.Of(null).WorkingDayFrom(Today.AddDays(days));

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, "disclosure.db");

    public WebOffice With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>
    /// Starts it and puts the people in: clerk, clerk2, reviewer, manager, stranger and stranger2 (of the other agency), former.
    /// </summary>
    public async Task<WebOffice> Open()
    {
        await MigratedFile.CopyTo(Database);
        await As(Actor.Application, async services =>
        {
            var users = services.GetRequiredService<IUsers>();
            var agencies = services.GetRequiredService<IAgencies>();
            AgencyId = (await agencies.AllOn(Today, default))[0].Id;
            await agencies.Add(new Agency(
                OtherAgencyId, new DateOnly(2008, 5, 1), "示范建", "示范区住房和城乡建设委员会", AgencyKind.Department, "办公室", "示范路2号",
                "400001", "023-2", "示范区人民政府", "示范路1号", "示范区人民法院", MastheadKind.Letter), default);
            foreach (var (name, roles, agency, active) in new[]
            {
                ("clerk", Role.Clerk, AgencyId, true), ("clerk2", Role.Clerk, AgencyId, true), ("reviewer", Role.Reviewer, AgencyId, true),
                ("manager", Role.Manager, AgencyId, true), ("stranger", Role.Clerk | Role.Reviewer, OtherAgencyId, true),
                ("stranger2", Role.Reviewer, OtherAgencyId, true), ("former", Role.Clerk, AgencyId, false),
            })
            {
                await users.Add(new User(Guid.NewGuid(), name, name + "某", roles, agency, active), Password, default);
            }

            return true;
        });
        return this;
    }

    /// <summary>Puts in somebody for each of the three administrators: system, security, audit.</summary>
    public Task HireTheThree() => As(Actor.Application, async services =>
    {
        foreach (var (name, role) in new[]
        {
            ("system", Role.SystemAdministrator), ("security", Role.SecurityAdministrator), ("audit", Role.AuditAdministrator),
        })
        {
            await services.GetRequiredService<IUsers>().Add(
                new User(Guid.NewGuid(), name, name + "某", role, AgencyId, true), Password, default);
        }

        return true;
    });

    /// <summary>Does something with the host's services as somebody.</summary>
    public async Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await work(scope.ServiceProvider);
    }

    public async Task<Actor> ActorOf(string signInName)
    {
        var user = await As(Actor.Application, services => services.GetRequiredService<IUsers>().FindBySignInName(signInName, default));
        return new Actor(user!.Id, user.Name, user.Roles, user.AgencyId);
    }

    /// <summary>A case registered today, in person, by a clerk.</summary>
    public Task<Guid> Case(string by = "clerk", string item = "2024年度培训计划", string applicant = "李某某", params string[] more) =>
        CaseOf(Today, by, item, applicant, more);

    /// <summary>A case received, in person, on a day.</summary>
    public async Task<Guid> CaseOf(
        DateOnly day, string by = "clerk", string item = "2024年度培训计划", string applicant = "李某某", params string[] more)
    {
        var clerk = await ActorOf(by);
        var command = new RegisterApplication(
            Channel.InPerson,
            day,
            null,
            [new Applicant(ApplicantKind.NaturalPerson, applicant, "500103199001011232", "023-1", "示范路3号", true, null)],
            [item, .. more]);
        return (await As(clerk, services => services.GetRequiredService<IMediator>().Send(command))).Value.CaseId;
    }

    /// <summary>A ledger of one past case that can be imported as it is.</summary>
    public async Task<Guid> Ledger(string by = "clerk")
    {
        var clerk = await ActorOf(by);
        var content = Encoding.UTF8.GetBytes("登记号,收到日期,申请人,申请内容,办理结果,文号,送达日期\n旧1,2025-03-03,张某,文件,信息不存在,旧2,2025-03-10");
        return await As(clerk, async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            var id = (await mediator.Send(new UploadLedger(clerk.AgencyId, "台账.csv", content))).Value;
            var layout = (await services.GetRequiredService<IImports>().Find(id, default))!.Layout;
            await mediator.Send(new ReadLedger(id, layout with { OfficerId = clerk.Id }));
            return id;
        });
    }

    /// <summary>A bulletin of the last quarter, in which one case is late; where it is read.</summary>
    public async Task<string> Bulletin()
    {
        var quarter = Quarter.Of(Today).Previous();
        await CaseOf(quarter.From);
        return await As(await ActorOf("manager"), async services =>
        {
            var figures = await services.GetRequiredService<BulletinReading>().Figures(quarter, default);
            var issued = await services.GetRequiredService<IMediator>().Send(new IssueBulletin(quarter, figures.Fingerprint()));
            return FormattableString.Invariant($"/reports/bulletins/issued?year={issued.Value.Year}&number={issued.Value.Number}");
        });
    }

    public Task<CaseFile> Find(Guid caseId) =>
        As(Actor.Application, async services => (await services.GetRequiredService<ICaseFiles>().Find(caseId, default))!);

    public long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table's name comes from the test.
        command.CommandText = $"select count(*) from {table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Changes the database behind the application's back.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement comes from the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public Browser Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<Browser> SignedIn(string name, string password = Password)
    {
        var browser = Visitor();
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", name), ("Password", password));
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        var all = new Dictionary<string, string>
        {
            ["ConnectionStrings:Disclosure"] = $"Data Source={Database}",
            ["Jobs:Server"] = "false",
            ["SignIn:AttemptsPerMinute"] = "1000",
            ["SignIn:AdministratorsNeedSecondFactor"] = "false",
        };
        foreach (var (key, value) in all.Concat(FirstAdministrator).Concat(settings))
        {
            builder.UseSetting(key, value);
        }

        if (Logs is { } logs)
        {
            builder.ConfigureLogging(logging => logging.AddProvider(logs));
        }
        builder.ConfigureTestServices(services =>
        {
            FailingContents.Install(services);
            if (Logs is null)
            {
                QuietLogs.Install(services);
            }

            // People sign in all the time here; none of their passwords has to withstand anybody.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            if (IsToPractise)
            {
                services.AddSingleton(new TrainingMode(IsOpen: true));
            }

            // Tests say themselves when a job runs, unless the jobs are what they are about.
            if (settings.GetValueOrDefault("Jobs:Server") != "true")
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(JobServers)));
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && folder.Exists)
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
