using System.CommandLine;
using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.Sealing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The commands that prove, derive, copy and seal the records.</summary>
internal static class RecordCommands
{
    public static IEnumerable<Command> Create(Option<string> language)
    {
        yield return VerifyCommand(language);
        yield return Plain("rebuild", "Derives the columns of all cases anew from their events.", Rebuild);
        yield return new Command("key", "The key that the records are sealed with.")
        {
            Plain("show", "Where the key is, and its fingerprint.", ShowKey, needsKey: false),
            Plain("rotate", "Seals with a new key from now on; the file keeps those before. Put a copy of it away.", RotateKey),
        };

        yield return AnchorsCommand(language);

        var file = new Argument<string>("file") { Description = "The file to write; it must not exist yet." };
        var backup = new Command("backup", "A consistent copy of the database while it is in use.")
        {
            file, DatabaseCommands.ConnectionString,
        };
        backup.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse, language, (services, stop) => Backup(services, parse.GetValue(file)!, parse.GetValue(language)!, stop), cancellation));
        yield return backup;
        yield return RestoreCommand(language);
        yield return CopyCommand.Create(language);

        Command Plain(
            string name, string description, Func<IServiceProvider, string, CancellationToken, Task<int>> action, bool needsKey = true)
        {
            var command = new Command(name, description) { DatabaseCommands.ConnectionString };
            command.SetAction((parse, cancellation) => DatabaseCommands.Run(
                parse, language, (services, stop) => action(services, parse.GetValue(language)!, stop), cancellation, needsKey: needsKey));
            return command;
        }
    }

    private static Command VerifyCommand(Option<string> language)
    {
        var pack = new Option<string?>("--pack") { Description = "Proves an evidence pack instead: this ZIP. No database is needed." };
        var fingerprint = new Option<string?>("--fingerprint")
        {
            Description = "With --pack: the fingerprint of the public key that must have signed it, as the office made it known.",
        };
        var verify = new Command("verify", "Proves the records: schema, chains, sealed and derived rows, number series, anchors.")
        {
            pack, fingerprint, DatabaseCommands.ConnectionString,
        };
        verify.SetAction((parse, cancellation) => parse.GetValue(pack) is { } file
            ? PackCommand.Verify(
                file, parse.GetValue(fingerprint), parse.GetValue(DatabaseCommands.ConnectionString), parse.GetValue(language)!,
                cancellation)
            : parse.GetValue(fingerprint) is not null
            ? Task.FromResult(Failure.Of(Texts.Say(parse.GetValue(language)!, "pack.fingerprintNeedsPack")))
            : DatabaseCommands.Run(
                parse, language, (services, stop) => Verify(services, parse.GetValue(language)!, stop), cancellation, needsKey: false));
        return verify;
    }

    private static async Task<int> Verify(IServiceProvider services, string language, CancellationToken cancellation)
    {
        var findings = await services.GetRequiredService<Verification>().Run(
            services.GetRequiredService<StorageOptions>().AnchorFile, cancellation);
        if (findings.Count > 0)
        {
            return Say(findings, language);
        }

        Console.WriteLine(Texts.Say(language, "audit.sound"));
        return 0;
    }

    private static int Say(IReadOnlyList<Finding> findings, string language) => Failure.Of(
    [
        .. findings.Select(finding => $"{finding.Code}: {finding.Say(language)}"),
        .. findings.Select(finding => finding.SayWhatToDo(language)).Distinct(),
    ]);

    private static async Task<int> Rebuild(IServiceProvider services, string language, CancellationToken cancellation)
    {
        var changed = await services.GetRequiredService<Rebuild>().All(cancellation);
        await services.GetRequiredService<IAdministrationLog>().Add(
            AdministrativeAct.RecordsRebuilt, null, null, cancellation,
            new FieldChange(JournalFields.Cases, null, changed.ToString(CultureInfo.InvariantCulture)));
        Console.WriteLine(Texts.Say(language, "cli.rebuilt", changed));
        return 0;
    }

    private static async Task<int> ShowKey(IServiceProvider services, string language, CancellationToken cancellation)
    {
        Say(await services.GetRequiredService<RecordKey>().Begin(cancellation), language);
        return 0;
    }

    private static async Task<int> RotateKey(IServiceProvider services, string language, CancellationToken cancellation)
    {
        Say(await services.GetRequiredService<RecordKey>().Rotate(cancellation), language);
        return 0;
    }

    private static void Say(KeyFacts key, string language) =>
        Console.WriteLine(key.Say(language));

    private static async Task<int> Backup(IServiceProvider services, string file, string language, CancellationToken cancellation) =>
        await services.GetRequiredService<Backup>().To(file, cancellation) is { Count: > 0 } findings ? Say(findings, language) : 0;

    private static Command AnchorsCommand(Option<string> language)
    {
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        var begin = new Command("begin", "Begins another anchor file, the last one being lost or damaged for good; that is put on record.")
        {
            reason, DatabaseCommands.ConnectionString,
        };
        begin.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse,
            language,
            (services, stop) => BeginAnchors(services, parse.GetValue(reason)!, parse.GetValue(language)!, stop),
            cancellation));
        return new Command("anchors", "The ends of the chains that are written down outside the database.") { begin };
    }

    private static async Task<int> BeginAnchors(
        IServiceProvider services, string reason, string language, CancellationToken cancellation)
    {
        var begun = await services.GetRequiredService<IMediator>().Send(new BeginAnchorsAnew(reason), cancellation);
        if (!begun.Succeeded)
        {
            return Failure.Of(begun.Refusals, language);
        }

        Console.WriteLine(begun.Value.Kept is { } kept
            ? Texts.Say(language, "cli.anchorsKept", kept)
            : Texts.Say(language, "cli.anchorsBegun"));
        return 0;
    }

    // The database that it replaces may be damaged: it is not opened.
    private static Command RestoreCommand(Option<string> language)
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var lose = new Option<bool>("--lose-until-backup")
        {
            Description = "Goes on although records are lost that were anchored since the backup was made; that is put on record.",
        };
        var restore = new Command("restore", "Puts a backup in the database's place, which is kept beside it. Stop all servers first.")
        {
            file, lose, DatabaseCommands.ConnectionString,
        };
        restore.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse,
            language,
            (services, stop) => Restore(services, parse.GetValue(file)!, parse.GetValue(lose), parse.GetValue(language)!, stop),
            cancellation,
            needsDatabase: false));
        return restore;
    }

    private static async Task<int> Restore(
        IServiceProvider services, string file, bool loses, string language, CancellationToken cancellation)
    {
        var restored = await services.GetRequiredService<Restore>().From(file, loses, cancellation);
        if (!restored.Succeeded)
        {
            return Failure.Of(restored.Refusals, language);
        }

        foreach (var lost in restored.Value.Lost)
        {
            Console.WriteLine(Texts.Say(language, "restore.lacks", lost.Chain, lost.Anchored, lost.There));
        }

        Console.WriteLine(restored.Value.Kept is { } kept
            ? Texts.Say(language, "cli.restored", kept)
            : Texts.Say(language, "cli.restoredAnew"));
        return 0;
    }
}
