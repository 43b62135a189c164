using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Delivery;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.AnnualReports;
using Disclosure.Cases.Documents.Bulletins;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Hosting.Ldap;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Hosting;

/// <summary>Puts the domain, its store, its letters and its jobs into a host, and makes them ready for work.</summary>
public static class DisclosureCases
{
    /// <summary>
    /// Registers commands, store, letters, delivery and what runs a job. <c>Templates:Folder</c> may name a folder with the office's
    /// own wordings; what an administrator adopted goes on top. Section <c>Numbers</c> may give a series another pattern.
    /// </summary>
    /// <exception cref="SettingException">A setting cannot be read; the message names it and its rule.</exception>
    public static IServiceCollection AddDisclosureCases(
        this IServiceCollection services, IConfiguration configuration, StorageOptions records)
    {
        var wordings = configuration["Templates:Folder"];
        services.AddSingleton(provider => new ReplyTemplateCatalogue(new EmbeddedReplyTemplates(wordings), provider.KeptWordings()));
        services.AddSingleton<IReplyTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>());
        services.AddSingleton<IOwnTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>());
        services.AddSingleton<ILetters, LetterRenderer>();
        services.AddSingleton<ICaseLedgerSheets, CaseLedgerSheets>();
        services.AddSingleton<ISheetReader, SheetReader>();
        services.AddSingleton<ILedgerForm, LedgerForm>();
        services.AddSingleton<IOfficeForm, OfficeForm>();
        services.AddSingleton<IHeldDataSheets, HeldDataSheets>();
        services.AddSingleton<INumberLedgerSheets, NumberLedgerSheets>();
        services.AddSingleton<IAnnualReportFiles, AnnualReportFiles>();
        services.AddSingleton<IBulletinFiles, BulletinFiles>();
        services.AddSingleton<IMessageTexts>(_ => new MessageTexts(wordings));
        services.AddSingleton(Numbers(configuration));
        services.AddSingleton(Interval(configuration));
        services.AddSingleton(SignInSettings.Of(configuration));
        if (LdapSettings.Of(configuration) is { } directory)
        {
            services.AddSingleton(directory).AddSingleton<IPasswordDirectory, LdapDirectory>();
        }

        services.AddSingleton(RetentionSettings.Of(configuration));
        services.AddSingleton(new AdministratorSeparation(Setting.Switch(configuration, "Administrators:Separated") ?? false));
        services.AddSingleton<IOneTimeCodes, OneTimeCodes>();
        services.AddDisclosureDelivery(configuration);
        services.AddDisclosureDomain().AddDisclosureStorage(records);
        services.AddSingleton<IReadOnlyList<RecurringJob>>(records.Backups is { } backups
            ? [.. RecurringJob.All, RecurringJob.BackUp(backups.At)]
            : RecurringJob.All);
        services.AddSingleton<JobRunner>();
        services.AddSingleton<MissedRuns>();
        services.AddSingleton<OwnRuns>();
        return services.AddLogging();
    }

    /// <summary>
    /// Before anything else: the clock is set by the storage's, the database brought up to date, its key made or found to fit,
    /// calendars and wordings taken over.
    /// </summary>
    /// <exception cref="SealingKeyException">The key of the records is missing, damaged, or another database's.</exception>
    /// <exception cref="MigrationException">The database is newer than the application, or a migration was changed.</exception>
    public static async Task Prepare(this IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<ISharedClock>().Refresh(cancellation);
        await services.GetRequiredService<Migrations>().Apply(cancellation);

        // A text that cannot be used is found now, not when the first message is due.
        _ = services.GetRequiredService<IMessageTexts>();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        var key = await scope.ServiceProvider.GetRequiredService<RecordKey>().Begin(cancellation);
        if (key.IsNew)
        {
            Console.WriteLine(key.Say(Texts.CurrentLanguage));
        }

        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new RefreshCalendars(), cancellation);
        await mediator.Send(new RefreshTemplates(), cancellation);
    }

    private static ObjectionInterval Interval(IConfiguration configuration)
    {
        const string key = "Disclosure:DaysAfterObjection";
        return configuration[key] is not { Length: > 0 } written ? ObjectionInterval.Default
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= ObjectionInterval.Longest
                ? new ObjectionInterval(days)
                : throw new SettingException($"{key}: '{written}' is no number of working days from 0 to {ObjectionInterval.Longest}.");
    }

    // Numbers already given stay as they are: another pattern holds for those that come.
    private static NumberPatterns Numbers(IConfiguration configuration)
    {
        try
        {
            return new NumberPatterns(Enum.GetValues<SeriesKind>().ToDictionary(
                series => series,
                series => configuration[$"Numbers:{StoredNames.Of(series)}"] is { Length: > 0 } pattern
                    ? pattern
                    : NumberPatterns.Default.Of(series)));
        }
        catch (ArgumentException problem)
        {
            throw new SettingException($"Numbers: {problem.Message}", problem);
        }
    }
}
