using System.CommandLine;
using System.Globalization;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The command that moves the records to another database.</summary>
internal static class CopyCommand
{
    // As often as progress is told at most.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static Command Create(Option<string> language)
    {
        var connection = new Argument<string>("connection")
        {
            Description = "The target's connection string; - reads it from standard input, so that no list of processes has its password.",
        };
        var copy = new Command(
            "copy-to",
            "Copies all records to another, empty database and proves both; run again, it goes on where it stood. Stop all servers first.")
        {
            connection, DatabaseCommands.ConnectionString,
        };

        // The database is left as it is: it is not even migrated.
        copy.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse,
            language,
            (services, stop) => Copy(services, parse.GetValue(connection)!, parse.GetValue(language)!, stop),
            cancellation,
            needsDatabase: false));
        return copy;
    }

    private static async Task<int> Copy(IServiceProvider services, string connection, string language, CancellationToken cancellation)
    {
        if (connection == "-")
        {
            if (!Console.IsInputRedirected)
            {
                Console.Error.WriteLine(Texts.Say(language, "cli.typeConnection"));
            }

            connection = Console.In.ReadLine() ?? "";
        }

        var time = services.GetRequiredService<TimeProvider>();
        var begun = time.GetTimestamp();
        var result = await services.GetRequiredService<DatabaseCopy>().To(connection, Teller(time, language), cancellation);
        if (!result.Succeeded)
        {
            return Failure.Of(result.Refusals, language);
        }

        var (options, copied) = (services.GetRequiredService<StorageOptions>(), result.Value);
        Console.WriteLine(Texts.Say(
            language, "cli.copied", copied.From, copied.To, copied.Tables, copied.Rows, copied.Files, copied.Bytes,
            time.GetElapsedTime(begun).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)));
        Console.WriteLine(Texts.Say(
            language, "cli.copied.next", Path.GetFullPath(options.ChainKeyFile), Path.GetFullPath(options.AnchorFile)));
        return 0;
    }

    // Each kind of step at once, and then from time to time.
    private static Action<CopyProgress> Teller(TimeProvider time, string language)
    {
        var (code, told) = ("", 0L);
        return progress =>
        {
            if (progress.Code == code && time.GetElapsedTime(told) < Pause)
            {
                return;
            }

            (code, told) = (progress.Code, time.GetTimestamp());
            Console.WriteLine(Texts.Say(language, progress.Code, [.. progress.Arguments]));
        };
    }
}
