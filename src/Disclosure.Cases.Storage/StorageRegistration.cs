using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Agencies;
using Disclosure.Cases.Storage.AnnualReports;
using Disclosure.Cases.Storage.Bulletins;
using Disclosure.Cases.Storage.ApiClients;
using Disclosure.Cases.Storage.Calendars;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Deadlines;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Exporting;
using Disclosure.Cases.Storage.SavedFilters;
using Disclosure.Cases.Storage.Importing;
using Disclosure.Cases.Storage.Looks;
using Disclosure.Cases.Storage.Notifications;
using Disclosure.Cases.Storage.Numbering;
using Disclosure.Cases.Storage.Training;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Reporting;
using Disclosure.Cases.Storage.Retention;
using Disclosure.Cases.Storage.Scheduling;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.Storage.SignIns;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.ReplyTemplates;
using Disclosure.Cases.Training;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Cases.Storage;

/// <summary>Registers the stores.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers the store behind every port of the domain (<see cref="DomainServices.AddDisclosureDomain"/>), and the database's
    /// time. The host applies <see cref="Migrations"/> before anything else. What it registered before stays.
    /// </summary>
    public static IServiceCollection AddDisclosureStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(provider => new StorageClock(provider.GetRequiredService<Database>, TimeProvider.System));
        services.AddSingleton<ISharedClock>(provider => provider.GetRequiredService<StorageClock>());
        services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<StorageClock>());
        services.TryAddSingleton<IIds, OrderedIds>();
        services.TryAddSingleton<IPasswordHasher<string>, PasswordHasher<string>>();
        services.AddSingleton(options);
        services.TryAddSingleton(Retries.Usual);
        services.AddSingleton(provider => new Database(
            options.ConnectionString, provider.GetRequiredService<Retries>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new ChainKey(options.ChainKeyFile));
        services.AddSingleton(provider => new Migrations(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DataKeyCache>();
        services.AddSingleton<Backup>();
        services.AddScoped<Restore>();
        services.AddScoped<DatabaseCopy>();
        services.AddSingleton<TrialWrite>();

        services.AddScoped<UnitOfWork>();
        services.AddScoped<SealingKeys>();
        services.AddScoped<RowSeals>();
        services.AddScoped<IRowSeals>(provider => provider.GetRequiredService<RowSeals>());
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<UnitOfWork>());
        services.AddScoped<EventChain>();
        services.AddScoped<ProjectionStore>();
        services.AddScoped<SearchTextStore>();
        services.AddScoped<ICaseFiles, CaseFileStore>();
        services.AddScoped<PersonalData>();
        services.AddScoped<FirstEncryption>();
        services.AddScoped<CaseTextStore>();
        services.AddScoped<ICaseTexts>(provider => provider.GetRequiredService<CaseTextStore>());
        services.AddScoped<ISentMails, SentMailStore>();
        services.AddScoped<ICaseContents, CaseContentStore>();
        services.AddScoped<ICaseContentHeads, CaseContentStore>();
        services.AddScoped<IEvidence, EvidenceStore>();
        services.AddScoped<IPackKeys, PackKeys>();
        services.AddScoped<ApplicantStore>();
        services.AddScoped<IApplicants>(provider => provider.GetRequiredService<ApplicantStore>());
        services.AddScoped<IEarlierRequests, EarlierRequestStore>();
        services.AddScoped<IRegistrationDrafts, RegistrationDraftStore>();
        services.AddScoped<IAgencies, AgencyStore>();
        services.AddScoped<IUsers, UserStore>();
        services.AddScoped<ISignIns, SignInStore>();
        services.AddScoped<ILooks, LookStore>();
        services.AddScoped<ISessions, SessionStore>();
        services.AddScoped<ISignInLocks, SignInLockStore>();
        services.AddScoped<ISecondFactors, SecondFactorStore>();
        services.AddScoped<IApprovalChains, ApprovalChainStore>();
        services.AddScoped<IAdministrationLog, AdministrationLogStore>();
        services.AddScoped<IApiClients, ApiClientStore>();
        services.AddScoped<IOnlineFilings, OnlineFilingStore>();
        services.AddScoped<INumberSeries, NumberSeriesStore>();
        services.AddScoped<IPastNumbers, NumberSeriesStore>();
        services.AddScoped<IImports, ImportStore>();
        services.AddScoped<CalendarChangeStore>();
        services.AddScoped<ICalendarChanges>(provider => provider.GetRequiredService<CalendarChangeStore>());
        services.AddScoped<IDeadlineNotices, DeadlineNoticeStore>();
        services.AddScoped<IAlerts, AlertStore>();
        services.AddScoped<SweepStore>();
        services.AddScoped<ISweeps>(provider => provider.GetRequiredService<SweepStore>());
        services.AddScoped<IJobJournal, JobJournalStore>();
        services.AddScoped<IRecordVerification, RecordVerification>();
        services.AddScoped<IRecordBackup, RecordBackup>();
        services.AddScoped<INotifications, NotificationStore>();
        services.AddScoped<IExports, ExportStore>();
        services.AddScoped<IRetentionProposals, RetentionProposalStore>();
        services.AddScoped<IRecordErasure, RecordErasure>();
        services.AddScoped<IPracticeRuns, PracticeRunStore>();
        services.AddScoped<ICaseQueries, CaseQueries>();
        services.AddScoped<IAnnualReports, AnnualReportStore>();
        services.AddScoped<IBulletins, BulletinStore>();
        services.AddScoped<IRateSnapshots, RateSnapshotStore>();
        services.AddScoped<IQueueCounts, QueueCounts>();
        services.AddScoped<ISavedFilters, SavedFilterStore>();
        services.AddScoped<IOpenCases, OpenCaseQueries>();
        services.AddScoped<ITemplateVersions, TemplateVersionStore>();
        services.AddScoped(provider => new Anchors(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<SealingKeys>(),
            provider.GetRequiredService<IAdministrationLog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new RecordKey(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<ChainKey>(),
            provider.GetRequiredService<SealingKeys>(), provider.GetRequiredService<RowSeals>(),
            provider.GetRequiredService<PersonalData>(), provider.GetRequiredService<FirstEncryption>(),
            provider.GetRequiredService<IAdministrationLog>()));
        services.AddScoped(provider => new Readiness(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<Migrations>(),
            provider.GetRequiredService<SealingKeys>(), provider.GetRequiredService<TrialWrite>()));
        services.AddScoped(provider => new DatabaseFactsQuery(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<UnitOfWork>()));
        services.AddScoped(provider => new Rebuild(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<ICaseFiles>(),
            provider.GetRequiredService<ICaseTexts>(), provider.GetRequiredService<EventChain>(),
            provider.GetRequiredService<ProjectionStore>(), provider.GetRequiredService<ApplicantStore>(),
            provider.GetRequiredService<SearchTextStore>(), provider.GetRequiredService<SweepStore>(),
            provider.GetRequiredService<CalendarsInForce>(), provider.GetRequiredService<ICalendarChanges>()));
        services.AddScoped(provider => new Verification(
            provider.GetRequiredService<UnitOfWork>(), provider.GetRequiredService<Migrations>(),
            provider.GetRequiredService<ProjectionStore>(), provider.GetRequiredService<ApplicantStore>(),
            provider.GetRequiredService<SearchTextStore>(), provider.GetRequiredService<SealingKeys>(),
            provider.GetRequiredService<PersonalData>(), provider.GetRequiredService<CalendarsInForce>(),
            provider.GetRequiredService<CalendarChangeStore>()));

        return services;
    }

    /// <summary>Reads kept wordings by their version, each time in a scope of its own: for a catalogue that outlives scopes.</summary>
    public static Func<string, Task<string?>> KeptWordings(this IServiceProvider provider) => async version =>
    {
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITemplateVersions>().Content(version, CancellationToken.None);
    };
}
