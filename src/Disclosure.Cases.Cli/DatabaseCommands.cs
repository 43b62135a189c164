using System.CommandLine;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The commands that look after the database.</summary>
internal static class DatabaseCommands
{
    /// <summary>Which database; every command that may need one takes it.</summary>
    public static readonly Option<string?> ConnectionString = new("--database")
    {
        Description = "A connection string; else ConnectionStrings__Disclosure, else data/disclosure.db at the repository's root.",
        Recursive = true,
    };

    public static IEnumerable<Command> Create(Option<string> language)
    {
        yield return Plain("migrate", "Brings the database up to date.", Migrate, needsDatabase: false);
        yield return Plain(
            "seed-demo", "Fills an empty database with the demonstration district.", SeedDemonstration, needsDatabase: false);
        yield return Plain("sweep", "Looks at all deadlines once and raises what is due.", Sweep);

        var user = new Argument<string>("user") { Description = "The sign-in name." };
        var reset = new Command("reset-password", "Sets a new password, read from standard input.") { user, ConnectionString };
        reset.SetAction((parse, cancellation) => Run(
            parse,
            language,
            (services, stop) => ResetPassword(services, parse.GetValue(user)!, parse.GetValue(language)!, stop),
            cancellation));
        yield return reset;

        var locked = new Argument<string>("user") { Description = "The sign-in name." };
        var unlock = new Command("unlock", "Lets somebody try again who is locked after too many wrong passwords.")
        {
            locked, ConnectionString,
        };
        unlock.SetAction((parse, cancellation) => Run(
            parse,
            language,
            (services, stop) => OfUser(services, parse.GetValue(locked)!, parse.GetValue(language)!, user => new UnlockUser(user), stop),
            cancellation));
        yield return unlock;

        var lost = new Argument<string>("user") { Description = "The sign-in name." };
        var why = new Option<string>("--reason") { Description = "Why, for the record and the user.", Required = true };
        var factor = new Command("reset-second-factor", "Takes away the second factor of somebody who lost it.")
        {
            lost, why, ConnectionString,
        };
        factor.SetAction((parse, cancellation) => Run(
            parse,
            language,
            (services, stop) => OfUser(
                services, parse.GetValue(lost)!, parse.GetValue(language)!,
                user => new TakeAwaySecondFactor(user, parse.GetValue(why)!), stop),
            cancellation));
        yield return factor;

        Command Plain(
            string name, string description, Func<IServiceProvider, CancellationToken, Task<int>> action, bool needsDatabase = true)
        {
            var command = new Command(name, description) { ConnectionString };
            command.SetAction((parse, cancellation) => Run(parse, language, action, cancellation, needsDatabase));
            return command;
        }
    }

    /// <summary>Does something with the store's services; what fails is said in a line.</summary>
    /// <param name="needsDatabase">Whether there must be one; it is brought up to date then.</param>
    /// <param name="needsKey">Whether the key must fit it, and is made for a new one.</param>
    public static async Task<int> Run(
        ParseResult parse, Option<string> language, Func<IServiceProvider, CancellationToken, Task<int>> action,
        CancellationToken cancellation, bool needsDatabase = true, bool needsKey = true)
    {
        try
        {
            await using var services = Services.Build(parse.GetValue(ConnectionString));
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = AtTheCommandLine(parse.GetValue(language)!);
            await services.GetRequiredService<ISharedClock>().Refresh(cancellation);
            if (needsDatabase)
            {
                if (services.GetRequiredService<Database>() is { FilePath: { } file } && !File.Exists(file))
                {
                    return Failure.Of(Texts.Say(parse.GetValue(language)!, "cli.noDatabase", file));
                }

                await Prepare(scope.ServiceProvider, cancellation, needsKey);
            }

            return await action(scope.ServiceProvider, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or MigrationException
            or RefusedException or UnknownJobException
            or ArgumentException or InvalidOperationException or System.Data.Common.DbException)
        {
            return Failure.Of(problem switch
            {
                SealingKeyException key => key.Say(parse.GetValue(language)!),
                RefusedException refused => refused.Refusal.Say(parse.GetValue(language)!),
                _ => StorageObstacle.Of(problem) ?? problem.Message,
            });
        }
    }

    // The account of the machine, who is none of the program's users.
    private static Actor AtTheCommandLine(string language) => Actor.Application with
    {
        Name = Texts.Say(language, "cli.actor", Environment.UserName),
    };

    // As a host does before anything else.
    private static async Task<IReadOnlyList<string>> Prepare(
        IServiceProvider services, CancellationToken cancellation, bool needsKey = true)
    {
        var steps = await services.GetRequiredService<Migrations>().Apply(cancellation);
        if (needsKey)
        {
            var key = await services.GetRequiredService<RecordKey>().Begin(cancellation);
            if (key.IsNew)
            {
                Console.Error.WriteLine(key.Say(Texts.CurrentLanguage));
            }
        }

        return steps;
    }

    private static async Task<int> Migrate(IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var name in await Prepare(services, cancellation))
        {
            Console.WriteLine(name);
        }

        return 0;
    }

    private static async Task<int> SeedDemonstration(IServiceProvider services, CancellationToken cancellation)
    {
        await Prepare(services, cancellation);
        await services.GetRequiredService<IMediator>().Send(new RefreshTemplates(), cancellation);
        var summary = await DemonstrationDistrict.Seed(
            services, services.GetRequiredService<TimeProvider>().Today(), null, cancellation);
        Console.WriteLine($"{summary.Agencies} agencies, {summary.Cases} cases, {summary.OpenCases} of them open");
        foreach (var signIn in summary.SignIns)
        {
            Console.WriteLine($"{signIn.SignInName}\t{summary.Password}\t{signIn.Role}\t{signIn.Agency}");
        }

        return 0;
    }

    private static async Task<int> Sweep(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<IAdministrationLog>().Add(
            AdministrativeAct.JobRun, null, null, cancellation, new FieldChange(JournalFields.Job, null, "deadlines.sweep"));
        var result = await services.GetRequiredService<IMediator>().Send(new SweepDeadlines(), cancellation);
        if (!result.Succeeded)
        {
            return Failure.Of(result.Refusals, Texts.Chinese);
        }

        Console.WriteLine($"raised {result.Value.Raised}, superseded {result.Value.Superseded}, withdrawn {result.Value.Withdrawn}");
        return 0;
    }

    private static async Task<int> ResetPassword(IServiceProvider services, string user, string language, CancellationToken cancellation)
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.WriteLine(Texts.Say(language, "cli.typePassword"));
        }

        var password = Console.In.ReadLine() ?? "";
        return await OfUser(services, user, language, id => new SetPassword(id, password), cancellation);
    }

    private static async Task<int> OfUser(
        IServiceProvider services, string user, string language, Func<Guid, ICommand<Kernel.Unit>> command, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<IUsers>().FindBySignInName(user, cancellation) is not { } found)
        {
            return Failure.Of(Texts.Say(language, "user.unknown", user));
        }

        var result = await services.GetRequiredService<IMediator>().Send(command(found.Id), cancellation);
        return result.Succeeded ? 0 : Failure.Of(result.Refusals, language);
    }
}
