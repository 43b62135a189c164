using System.CommandLine;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
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
        yield return Plain("verify", "Proves the history: chains, derived columns, number series.", Verify);

        var file = new Argument<string>("file") { Description = "The file to write; it must not exist yet." };
        var backup = new Command("backup", "A consistent copy of the database while it is in use.") { file, ConnectionString };
        backup.SetAction(parse => Run(parse, language, services => Backup(services, parse.GetValue(file)!)));
        yield return backup;

        var user = new Argument<string>("user") { Description = "The sign-in name." };
        var reset = new Command("reset-password", "Sets a new password, read from standard input.") { user, ConnectionString };
        reset.SetAction(parse => Run(
            parse, language, services => ResetPassword(services, parse.GetValue(user)!, parse.GetValue(language)!)));
        yield return reset;

        Command Plain(string name, string description, Func<IServiceProvider, Task<int>> action, bool needsDatabase = true)
        {
            var command = new Command(name, description) { ConnectionString };
            command.SetAction(parse => Run(parse, language, action, needsDatabase));
            return command;
        }
    }

    /// <summary>Does something with the store's services; what fails is said in a line.</summary>
    public static async Task<int> Run(
        ParseResult parse, Option<string> language, Func<IServiceProvider, Task<int>> action, bool needsDatabase = true)
    {
        try
        {
            await using var services = Services.Build(parse.GetValue(ConnectionString));
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
            await services.GetRequiredService<ISharedClock>().Refresh();
            if (needsDatabase)
            {
                if (services.GetRequiredService<Database>() is { FilePath: { } file } && !File.Exists(file))
                {
                    return Failure.Of(Texts.Say(parse.GetValue(language)!, "cli.noDatabase", file));
                }

                await services.GetRequiredService<Migrations>().Apply();
            }

            return await action(scope.ServiceProvider);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or MigrationException
            or ArgumentException or InvalidOperationException or System.Data.Common.DbException)
        {
            return Failure.Of(problem.Message);
        }
    }

    private static async Task<int> Migrate(IServiceProvider services)
    {
        foreach (var name in await services.GetRequiredService<Migrations>().Apply())
        {
            Console.WriteLine(name);
        }

        return 0;
    }

    private static async Task<int> SeedDemonstration(IServiceProvider services)
    {
        await services.GetRequiredService<Migrations>().Apply();
        await services.GetRequiredService<IMediator>().Send(new RefreshTemplates());
        var summary = await DemonstrationDistrict.Seed(services, services.GetRequiredService<TimeProvider>().Today());
        Console.WriteLine($"{summary.Agencies} agencies, {summary.Cases} cases, {summary.OpenCases} of them open");
        foreach (var signIn in summary.SignIns)
        {
            Console.WriteLine($"{signIn.SignInName}\t{summary.Password}\t{signIn.Role}\t{signIn.Agency}");
        }

        return 0;
    }

    private static async Task<int> Sweep(IServiceProvider services)
    {
        var result = await services.GetRequiredService<IMediator>().Send(new SweepDeadlines());
        if (!result.Succeeded)
        {
            return Failure.Of(result.Refusals, Texts.Chinese);
        }

        Console.WriteLine($"raised {result.Value.Raised}, superseded {result.Value.Superseded}, withdrawn {result.Value.Withdrawn}");
        return 0;
    }

    private static async Task<int> Verify(IServiceProvider services)
    {
        var findings = await services.GetRequiredService<Verification>().Run(services.GetRequiredService<StorageOptions>().KeptAnchors);
        if (findings.Count > 0)
        {
            return Failure.Of(findings.Select(finding => $"{finding.Code}: {finding.Message}"));
        }

        Console.WriteLine(
            "The chains are whole, the derived columns equal the events, no number is missing, and every wording is as it was kept.");
        return 0;
    }

    private static async Task<int> Backup(IServiceProvider services, string file)
    {
        await services.GetRequiredService<Backup>().To(file);
        return 0;
    }

    private static async Task<int> ResetPassword(IServiceProvider services, string user, string language)
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.WriteLine(Texts.Say(language, "cli.typePassword"));
        }

        var password = Console.In.ReadLine();
        if (password is null || password.EnumerateRunes().Count() < Passwords.Shortest)
        {
            return Failure.Of(Texts.Say(language, "user.passwordTooShort", Passwords.Shortest));
        }

        return await services.GetRequiredService<IUsers>().SetPassword(user, password)
            ? 0
            : Failure.Of(Texts.Say(language, "user.unknown", user));
    }
}
