using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Testing.TransactSql;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Testing;

/// <summary>
/// One agency with two clerks, a reviewer, a manager and an administrator, on a database of its own, with a clock that stands.
/// Its letters are plain lines, or the real ones of <see cref="OpenWithLetters"/>.
/// </summary>
internal sealed class TestOffice : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    // They are read slowly and never change.
    private static readonly Lazy<EmbeddedReplyTemplates> Original = new(() => new EmbeddedReplyTemplates());
    private static readonly Lazy<MessageTexts> Messages = new(() => new MessageTexts());

    private readonly ServiceProvider provider;
    private readonly ITestDatabase database;

    private readonly bool isOwner;
    private readonly Action<IServiceCollection>? texts;

    private TestOffice(
        ITestDatabase database, string folder, TestOffice? before = null,
        string? connectionString = null, Faults? faults = null, Action<IServiceCollection>? texts = null)
    {
        this.database = database;
        isOwner = before is null;
        if (before is not null)
        {
            (Clock, Agency, Clerk, Colleague, Reviewer, Manager, Administrator) =
                (before.Clock, before.Agency, before.Clerk, before.Colleague, before.Reviewer, before.Manager, before.Administrator);
        }

        Folder = folder;
        connectionString ??= database.ConnectionString;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<INotificationChannel>(Channel);
        services.AddSingleton<IRequestedJobs>(Requested);
        services.AddSingleton<IOneTimeCodes>(new OneTimeCodes(Clock));
        services.AddSingleton<ISheetReader, SheetReader>();
        services.AddSingleton(new Retries(faults is not null && before is null ? 1 : 3, TimeSpan.Zero));

        // Five people are hired for every test; none of their passwords has to withstand anybody.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        services.AddDisclosureDomain()
            .AddDisclosureStorage(new StorageOptions { ConnectionString = connectionString, ChainKeyFile = ChainKeyIn(folder) });
        if (before is not null && connectionString == database.ConnectionString)
        {
            // It began as any host does: the data keys are known to it.
            services.AddSingleton(before.provider.GetRequiredService<DataKeyCache>());
        }

        if (DialectOf(connectionString, faults) is { } dialect)
        {
            services.AddSingleton(provider => new Database(connectionString, dialect, provider.GetRequiredService<Retries>(), Clock));
        }

        this.texts = texts ?? before?.texts;
        (this.texts ?? PlainTexts)(services);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Where its database, its key and its anchors stand.</summary>
    public string Folder { get; }

    public StandingClock Clock { get; } = new(new DateTimeOffset(2025, 9, 22, 1, 0, 0, TimeSpan.Zero));

    public OneLineLetters Letters { get; } = new();

    public RecordingChannel Channel { get; } = new();

    public PlainSheets Sheets { get; } = new();

    /// <summary>What was asked to be done in the background.</summary>
    public CollectedJobs Requested { get; } = new();

    public Agency Agency { get; private set; } = NewAgency("示范府", "示范区人民政府", AgencyKind.DistrictGovernment);

    public Actor Clerk { get; private set; } = null!;

    public Actor Colleague { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor Manager { get; private set; } = null!;

    public Actor Administrator { get; private set; } = null!;

    public IServiceProvider Services => provider;

    public string ConnectionString => database.ConnectionString;

    public Database Database => provider.GetRequiredService<Database>();

    /// <summary>An office whose letters are plain lines, on an empty database.</summary>
    /// <param name="databaseKind">One of <see cref="TestDatabases"/>.</param>
    public static async Task<TestOffice> Open(string databaseKind)
    {
        var folder = NewFolder();
        return await new TestOffice(await TestDatabases.New(databaseKind, folder), folder).Begin();
    }

    /// <summary>An office with the real texts and letters, on an empty SQLite database.</summary>
    /// <param name="today">The day it is.</param>
    /// <param name="faults">How its connections fail; null: they do not. Nothing is tried again then.</param>
    /// <param name="also">Services in place of others.</param>
    public static async Task<TestOffice> OpenWithLetters(DateOnly today, Faults? faults = null, Action<IServiceCollection>? also = null)
    {
        var folder = NewFolder();
        var office = new TestOffice(await TestDatabases.New(TestDatabases.Sqlite, folder), folder, faults: faults, texts: RealTexts + also);
        office.Clock.MoveTo(today);
        return await office.Begin();
    }

    /// <summary>
    /// The office with real letters whose SQLite database, key and anchors stand in a folder, with the people whom it had.
    /// </summary>
    /// <param name="folder">The folder, which is deleted in the end.</param>
    /// <param name="today">The day it is.</param>
    public static async Task<TestOffice> OpenIn(string folder, DateOnly today)
    {
        var office = new TestOffice(TestDatabases.In(folder), folder, texts: RealTexts);
        office.Clock.MoveTo(today);
        await office.provider.GetRequiredService<Migrations>().Apply(default);
        await office.With<RecordKey>(key => key.Begin(default));
        (office.Clerk, office.Reviewer, office.Manager) =
            (await office.Find("clerk"), await office.Find("reviewer"), await office.Find("manager"));
        office.Agency = (await office.With<IAgencies, IReadOnlyList<Agency>>(agencies => agencies.AllOn(today, default)))
            .Single(agency => agency.Id == office.Clerk.AgencyId);
        return office;
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("disclosure-").FullName;

    /// <summary>Where an office has the key of its chains.</summary>
    public static string ChainKeyIn(string folder) => Path.Combine(folder, "chain.key");

    /// <summary>The same office in another process, on the same database or another one.</summary>
    public TestOffice Restart(string? connectionString = null) => new(database, Folder, this, connectionString);

    /// <summary>The same office in another process, whose connections fail when they are told to.</summary>
    public TestOffice RestartWith(Faults faults) => new(database, Folder, this, faults: faults);

    // On SQLite, every statement is read as SQL Server reads it.
    private static Dialect? DialectOf(string connectionString, Faults? faults)
    {
        using var plain = new Database(connectionString);
        var isSqlite = plain.Kind == DatabaseKind.Sqlite;
        var dialect = isSqlite ? new CheckedDialect() : plain.Dialect;
        return faults is not null ? new FaultyDialect(dialect, faults) : isSqlite ? dialect : null;
    }

    private void PlainTexts(IServiceCollection services) => services
        .AddSingleton<IReplyTemplates, PlainTemplates>()
        .AddSingleton<IOwnTemplates, PlainTemplates>()
        .AddSingleton<ILetters>(Letters)
        .AddSingleton<IMessageTexts, PlainMessageTexts>()
        .AddSingleton<ICaseLedgerSheets>(Sheets);

    private static void RealTexts(IServiceCollection services) => services
        .AddSingleton(provider => new ReplyTemplateCatalogue(Original.Value, provider.KeptWordings()))
        .AddSingleton<IReplyTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
        .AddSingleton<IOwnTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
        .AddSingleton<ILetters, LetterRenderer>()
        .AddSingleton<IMessageTexts>(_ => Messages.Value)
        .AddSingleton<ICaseLedgerSheets, CaseLedgerSheets>();

    private async Task<TestOffice> Begin()
    {
        await provider.GetRequiredService<Migrations>().Apply(default);
        await With<RecordKey>(key => key.Begin(default));
        await With<IAgencies>(agencies => agencies.Add(Agency, default));
        Clerk = await Hire("clerk", "王承办", Role.Clerk);
        Colleague = await Hire("colleague", "𠮷田同事", Role.Clerk);
        Reviewer = await Hire("reviewer", "李审核", Role.Reviewer);
        Manager = await Hire("manager", "赵主管", Role.Manager);
        Administrator = await Hire("admin", "钱管理", Role.Administrator);
        return this;
    }

    private async Task<Actor> Find(string signInName)
    {
        var user = (await With<IUsers, User?>(users => users.FindBySignInName(signInName, default)))!;
        return new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
    }

    public static Agency NewAgency(string code, string name, AgencyKind kind) => new(
        Guid.NewGuid(), new DateOnly(2008, 5, 1), code, name, kind, "政务公开办公室", "示范路1号", "100000", "010-00000000",
        "示范市人民政府", "示范路2号", "示范市中级人民法院", MastheadKind.Letter);

    public async Task<Actor> Hire(string signInName, string name, Role roles, Agency? agency = null, string? email = null)
    {
        var user = new User(Guid.NewGuid(), signInName, name, roles, (agency ?? Agency).Id, true, email);
        await With<IUsers>(users => users.Add(user, Password, default));
        return new Actor(user.Id, user.Name, roles, user.AgencyId);
    }

    /// <summary>Lets things be recorded before others, for stories that are told one after the other and happened side by side.</summary>
    public void LetTheClockGoBack() => provider.GetRequiredService<StorageOptions>().ClockTolerance = TimeSpan.MaxValue;

    /// <summary>Sends a command in a scope of its own, as a request does.</summary>
    public async Task<Result<T>> Send<T>(Actor actor, ICommand<T> command, CancellationToken cancellation = default)
    {
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellation);
    }

    /// <summary>The same, where it must succeed.</summary>
    public async Task<T> Do<T>(Actor actor, ICommand<T> command)
    {
        var result = await Send(actor, command);
        Assert.That(result.Refusals, Is.Empty, command.GetType().Name);
        return result.Value;
    }

    /// <summary>Does something with the services of a scope of its own, as somebody.</summary>
    public Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<T>> work) => With(work, actor);

    public async Task<T> With<TService, T>(Func<TService, Task<T>> use, Actor? actor = null)
        where TService : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor ?? Actor.Application;
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task With<TService>(Func<TService, Task> use, Actor? actor = null)
        where TService : notnull =>
        With(async (TService service) =>
        {
            await use(service);
            return new Kernel.Unit();
        }, actor);

    public async Task<CaseFile> Case(Guid id) => (await With<ICaseFiles, CaseFile?>(files => files.Find(id, default)))!;

    /// <summary>Every entry of the alert ledger.</summary>
    public Task<IReadOnlyList<Alert>> Alerts() => With<IServiceProvider, IReadOnlyList<Alert>>(async scope =>
        await scope.GetRequiredService<IAlerts>()
            .Recorded(await scope.GetRequiredService<UnitOfWork>().Query<Guid>("SELECT case_id FROM case_files", null, default), default));

    /// <summary>Uses a port in a transaction of its own.</summary>
    public async Task InTransaction<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Clerk;
        var service = scope.ServiceProvider.GetRequiredService<TService>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Write(() => use(service), default);
    }

    /// <summary>Whether <see cref="Tamper"/> was used.</summary>
    public bool IsTampered { get; private set; }

    /// <summary>Changes the database behind the application's back.</summary>
    public Task Tamper(string sql, object? arguments = null)
    {
        IsTampered = true;
        return With<UnitOfWork>(work => work.Write(() => work.Execute(sql, arguments, default), default));
    }

    /// <summary>Lets rows of a table that only grows be changed, as somebody with the database's password can.</summary>
    public Task Unlock(string table) => Tamper(Database.Kind switch
    {
        DatabaseKind.Sqlite => $"DROP TRIGGER {table}_stay_as_they_are; DROP TRIGGER {table}_stay;",
        DatabaseKind.SqlServer => $"DROP TRIGGER {table}_stay_as_they_are;",
        _ => $"DROP TRIGGER {table}_stay_as_they_are ON {table};",
    });

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (!isOwner)
        {
            return;
        }

        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public static RegisterApplication Application(
        string requested = "2024年度部门预算",
        string name = "张三",
        string? identityNumber = "110101199001010015",
        bool agreesToNotices = false) => new(
            Cases.CaseFiles.Channel.InPerson, new DateOnly(2025, 9, 22), null,
            [new Applicant(ApplicantKind.NaturalPerson, name, identityNumber, "13800000000", "示范路3号", true, null)],
            [requested],
            AgreesToNotices: agreesToNotices);
}
