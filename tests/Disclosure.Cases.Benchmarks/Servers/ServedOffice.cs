using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Benchmarks.Queue;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.ReplyTemplates;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Disclosure.Cases.Benchmarks.Servers;

/// <summary>An office on a database of its own, which some web hosts serve, with letters that wait for approval.</summary>
internal sealed partial class ServedOffice : IAsyncDisposable
{
    /// <summary>How many people work at the same time.</summary>
    public const int People = 8;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-servers-");
    private readonly string? server;
    private readonly string database = $"disclosure_{Guid.NewGuid():N}";
    private readonly List<WebHost> hosts = [];
    private readonly ConcurrentQueue<HttpClient> clerks = [];
    private readonly ConcurrentQueue<HttpClient> reviewers = [];
    private readonly ConcurrentQueue<string> waiting = [];

    private ServedOffice(string? server, string name) => (this.server, Name) = (server, name);

    public string Name { get; }

    private string ConnectionString => server is null
        ? $"Data Source={Path.Combine(folder.FullName, "disclosure.db")}"
        : new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    /// <summary>Opens one.</summary>
    /// <param name="server">The PostgreSQL server that its database is on; null: SQLite.</param>
    /// <param name="hostCount">How many web hosts serve it.</param>
    /// <param name="letters">How many letters wait for approval.</param>
    public static async Task<ServedOffice> Open(string? server, int hostCount, int letters)
    {
        var name = server is null ? "SQLite" : "PostgreSQL";
        var office = new ServedOffice(server, $"{name}, {hostCount} web host{(hostCount > 1 ? "s" : "")}");
        if (server is not null)
        {
            await office.Tell($"CREATE DATABASE {office.database}");
        }

        using (var first = office.Host())
        {
            await first.Ready();
        }

        await office.Fill(letters);
        for (var host = 0; host < hostCount; host++)
        {
            office.hosts.Add(office.Host());
        }

        await Task.WhenAll(office.hosts.Select(host => host.Ready()));
        for (var person = 0; person < People; person++)
        {
            var host = office.hosts[person % hostCount];
            office.clerks.Enqueue(await host.SignIn("clerk", followsRedirects: false));
            office.reviewers.Enqueue(await host.SignIn("reviewer", followsRedirects: false));
        }

        return office;
    }

    /// <summary>A clerk registers an application.</summary>
    public Task Register() => By(clerks, clerk => Send(clerk, "/cases/new", "/cases/new", new()
    {
        ["Channel"] = "InPerson",
        ["Applicants[0].Kind"] = "NaturalPerson",
        ["Applicants[0].Name"] = "林某",
        ["Applicants[0].Contact"] = "000-00000000",
        ["Applicants[0].Address"] = "示范路3号",
        ["Applicants[0].ProofSeen"] = "true",
        ["Items[0]"] = "年度预算执行情况",
    }));

    /// <summary>A reviewer approves a letter that waits.</summary>
    public Task Approve() => By(reviewers, reviewer =>
    {
        var page = waiting.TryDequeue(out var next) ? next : throw new InvalidOperationException("No letter waits any more.");
        return Send(reviewer, page, $"{page}?handler=Approve", []);
    });

    /// <summary>A clerk looks at the queue.</summary>
    public Task Queue() => By(clerks, async clerk =>
    {
        using var answer = await clerk.GetAsync(new Uri("/cases", UriKind.Relative));
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    });

    public async ValueTask DisposeAsync()
    {
        hosts.ForEach(host => host.Dispose());
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await Tell($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }

        folder.Delete(recursive: true);
    }

    private WebHost Host() => new(ConnectionString, attemptsPerMinute: 1_000, keys: folder.FullName);

    private static async Task By(ConcurrentQueue<HttpClient> people, Func<HttpClient, Task> work)
    {
        var person = people.TryDequeue(out var free) ? free : throw new InvalidOperationException("Nobody is free.");
        await work(person);
        people.Enqueue(person);
    }

    // What was done leads to another page.
    private static async Task Send(HttpClient person, string page, string to, Dictionary<string, string> fields)
    {
        foreach (Match hidden in Hidden().Matches(await person.GetStringAsync(new Uri(page, UriKind.Relative))))
        {
            fields.TryAdd(hidden.Groups[1].Value, hidden.Groups[2].Value);
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await person.PostAsync(new Uri(to, UriKind.Relative), content);
        if ((int)answer.StatusCode != 302)
        {
            throw new InvalidOperationException($"{to} was refused: {answer.StatusCode}");
        }
    }

    private async Task Fill(int letters)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Disclosure"] = ConnectionString,
            ["Keys:Folder"] = folder.FullName,
        });
        builder.Services.AddDisclosureCases(builder.Configuration, StorageConfiguration.Of(builder.Configuration, folder.FullName));
        using var host = builder.Build();
        await host.Services.Prepare(default);
        var today = host.Services.GetRequiredService<TimeProvider>().Today();
        var clerk = await As(host, Actor.Application, async services =>
        {
            var agency = (await services.GetRequiredService<IAgencies>().AllOn(today, default))[0].Id;
            var people = new[] { ("clerk", Role.Clerk), ("reviewer", Role.Reviewer) }
                .Select(person => new User(Guid.NewGuid(), person.Item1, person.Item1, person.Item2, agency, true)).ToList();
            foreach (var person in people)
            {
                await services.GetRequiredService<IUsers>().Add(person, WebHost.OwnPassword, default);
            }

            return new Actor(people[0].Id, people[0].Name, people[0].Roles, agency);
        });
        for (var letter = 0; letter < letters; letter++)
        {
            waiting.Enqueue(await LetterToApprove(host, clerk, today, letter));
        }
    }

    // As the clerk does it by the five questions: reply 19.
    private static async Task<string> LetterToApprove(IHost host, Actor clerk, DateOnly today, int number)
    {
        var id = (await Do(host, clerk, new RegisterApplication(
            Channel.InPerson, today, null,
            [new Applicant(ApplicantKind.NaturalPerson, $"林某{number}", null, "000-00000000", "示范路3号", true, null)],
            [$"第{number}号文件"]))).CaseId;
        async Task<T> Next<T>(Func<int, ICommand<T>> command) => await Do(host, clerk, command((await As(
            host, Actor.Application, services => services.GetRequiredService<ICaseFiles>().Find(id, default)))!.Version));
        await Next(version => new AnswerStep(id, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await Next(version => new AnswerStep(id, version, StepAnswer.Ours));
        await Next(version => new RecordSearch(id, version, null, today, 0, "档案室", "王承办", "文件", null));
        await Next(version => new AnswerStep(id, version, StepAnswer.NotExisting));
        var letter = await Next(version => new DraftDocument(id, version, TemplateCodes.NotExisting, null, new()
        {
            ["search"] = "经检索档案室和电子公文系统，未检索到所申请公开的政府信息。", ["absence"] = "本机关没有制作或者获取过该信息。",
        }));
        await Next(version => new SubmitDocument(id, version, letter));
        return $"/cases/{id}/documents/{letter}";
    }

    private static async Task<T> Do<T>(IHost host, Actor actor, ICommand<T> command)
    {
        var result = await As(host, actor, services => services.GetRequiredService<IMediator>().Send(command));
        return result.Succeeded
            ? result.Value
            : throw new InvalidOperationException(string.Join(' ', result.Refusals.Select(each => each.Say())));
    }

    private static async Task<T> As<T>(IHost host, Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await work(scope.ServiceProvider);
    }

    private async Task Tell(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")")]
    private static partial Regex Hidden();
}
