using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Tests.Failing;
using Disclosure.Cases.Storage.Tests.TransactSql;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Process;

/// <summary>One agency with a clerk, a reviewer and a manager, a real store and real letters, and a clock that the test sets.</summary>
internal sealed partial class Office : IAsyncDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;

    private Office(string folder, Faults? faults, Action<IServiceCollection>? also = null)
    {
        this.folder = folder;
        var options = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "cases.db")}", ChainKeyFile = Path.Combine(folder, "chain.key") };
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(provider => new ReplyTemplateCatalogue(new EmbeddedReplyTemplates(), provider.KeptWordings()))
            .AddSingleton<IReplyTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
            .AddSingleton<IOwnTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
            .AddSingleton<ILetters, LetterRenderer>()
            .AddSingleton<IMessageTexts>(_ => new MessageTexts())
            .AddSingleton<ICaseLedgerSheets, CaseLedgerSheets>()
            .AddDisclosureDomain().AddDisclosureStorage(options);
        Dialect dialect = faults is null ? new CheckedDialect() : new FaultyDialect(new CheckedDialect(), faults);
        collection.AddSingleton(new Database(options.ConnectionString, dialect, faults is null ? Retries.Usual : new Retries(1, TimeSpan.Zero), Time));
        also?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public SettableTime Time { get; } = new();

    public Guid AgencyId { get; private set; } = Guid.NewGuid();

    public Actor Clerk { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor Manager { get; private set; } = null!;

    public static async Task<Office> Open(DateOnly today, Faults? faults = null, Action<IServiceCollection>? also = null)
    {
        var office = new Office(NewFolder(), faults, also);
        office.Time.Today = today;
        await office.services.GetRequiredService<Migrations>().Apply();
        office.Clerk = new Actor(Guid.NewGuid(), "周某", Role.Clerk, office.AgencyId);
        office.Reviewer = new Actor(Guid.NewGuid(), "林某", Role.Reviewer, office.AgencyId);
        office.Manager = new Actor(Guid.NewGuid(), "孙某", Role.Manager, office.AgencyId);
        await office.As(Actor.Application, async scope =>
        {
            await scope.GetRequiredService<IAgencies>().Add(new Agency(
                office.AgencyId, new DateOnly(2008, 5, 1), "示范府", "示范区人民政府", AgencyKind.DistrictGovernment, "示范区人民政府办公室", "示范市示范区人民路1号", "400000", "000-00000000", "示范市人民政府", "示范市市民中心1号", "示范市中级人民法院", MastheadKind.Letter));
            foreach (var (actor, name) in new[] { (office.Clerk, "clerk"), (office.Reviewer, "reviewer"), (office.Manager, "manager") })
            {
                await scope.GetRequiredService<IUsers>().Add(new User(actor.Id, name, actor.Name, actor.Roles, office.AgencyId, true), "shifan-2026");
            }

            return true;
        });
        return office;
    }

    /// <summary>The office whose database, key and anchors stand in a folder; its people are those of <see cref="Open"/>.</summary>
    /// <param name="folder">The folder, which is deleted in the end.</param>
    /// <param name="today">The day it is.</param>
    public static async Task<Office> OpenIn(string folder, DateOnly today)
    {
        var office = new Office(folder, null);
        office.Time.Today = today;
        await office.services.GetRequiredService<Migrations>().Apply();
        await office.As(Actor.Application, async scope =>
        {
            var users = scope.GetRequiredService<IUsers>();
            async Task<Actor> Find(string name)
            {
                var user = (await users.FindBySignInName(name))!;
                return new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
            }

            (office.Clerk, office.Reviewer, office.Manager) = (await Find("clerk"), await Find("reviewer"), await Find("manager"));
            office.AgencyId = office.Clerk.AgencyId;
            return true;
        });
        return office;
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("disclosure-process-").FullName;

    public Task<Result<T>> Send<T>(Actor actor, ICommand<T> command) => As(actor, scope => scope.GetRequiredService<IMediator>().Send(command));

    public Task<CaseFile> Case(Guid id) => As(Actor.Application, async scope => (await scope.GetRequiredService<ICaseFiles>().Find(id))!);

    public async Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await work(scope.ServiceProvider);
    }

    /// <summary>The facts of the template's sample.</summary>
    /// <param name="caseNumber">What stands in place of the numbers that the sample cites: a letter may only cite its own case's.</param>
    public static JsonObject SampleFacts(string template, string? variant, string caseNumber)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Disclosure.Cases.sln")))
        {
            folder = folder.Parent;
        }

        string? Sample(string name) => Directory.GetFiles(Path.Combine(folder.FullName, "templates", "samples"), "*.json")
            .FirstOrDefault(file => Path.GetFileName(file).TrimStart([.. "0123456789-"]) == name + ".json");
        var sample = Sample($"{template}.{variant}") ?? Sample(template) ?? throw new InvalidOperationException($"There is no sample of {template}.");
        return JsonNode.Parse(CitedNumber().Replace(File.ReadAllText(sample), caseNumber))!["facts"]!.DeepClone().AsObject();
    }

    /// <summary>Puts in the numbers of the letters that the case sent, where the facts ask for them.</summary>
    public static void PutInNumbers(JsonObject facts, CaseFile file)
    {
        foreach (var (field, number) in new[]
        {
            ("noticeNumber", file.CorrectionNotice?.Number), ("feeNoticeNumber", file.FeeNotice?.Number), ("explanationNumber", file.ExplanationNotice?.Number),
        })
        {
            facts[field] = facts.ContainsKey(field) && number is not null ? number : facts[field]?.DeepClone();
        }
    }

    [GeneratedRegex("示范府依申请[复告函]?〔[0-9]{4}〕[0-9]+号")]
    private static partial Regex CitedNumber();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A clock that stands at noon, China time, of the day it is set to.</summary>
internal sealed class SettableTime : TimeProvider
{
    public DateOnly Today { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Today.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
}
