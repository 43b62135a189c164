using System.Reflection;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Training;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Cases;

/// <summary>The one place where the domain's services are registered.</summary>
public static class DomainServices
{
    /// <summary>
    /// Registers the use cases, what they share within a scope, the settings as they are where an office sets none, and the
    /// pipeline in its order. The host adds the stores, what makes letters, messages and spreadsheets (<c>ILetters</c>,
    /// <c>IReplyTemplates</c>, <c>IOwnTemplates</c>, <c>IMessageTexts</c>, <c>ICaseLedgerSheets</c>) and a <see cref="TimeProvider"/>, and
    /// sets <see cref="CurrentActor"/> in each scope before it sends a command. What was registered before stays.
    /// </summary>
    public static IServiceCollection AddDisclosureDomain(this IServiceCollection services)
    {
        services.AddSingleton<CalendarCache>();
        services.AddSingleton<ImportProgress>();
        services.TryAddSingleton(NumberPatterns.Default);
        services.TryAddSingleton(AlertRules.Default);
        services.TryAddSingleton(ObjectionInterval.Default);
        services.TryAddSingleton(new OfficeTargets());
        services.TryAddSingleton(SendingHours.Default);
        services.TryAddSingleton(new SignInRules());
        services.TryAddSingleton(RetentionPeriods.Default);
        services.TryAddSingleton(new AdministratorSeparation(IsOn: false));
        services.TryAddSingleton(new PublicAddress(null));
        services.TryAddSingleton(new TrainingMode(IsOpen: false));
        services.TryAddSingleton<IRequestedJobs, NoRequestedJobs>();
        services.TryAddSingleton<IPasswordDirectory, NoPasswordDirectory>();

        foreach (var shared in new[]
        {
            typeof(CurrentActor), typeof(CaseCommandExecutor), typeof(CaseLetters), typeof(FinishedLetters), typeof(IssuedLetters),
            typeof(LegalCheck), typeof(SurroundingsReader), typeof(FormerReplyReader), typeof(UploadReader),
            typeof(UnservedReplies), typeof(Withdrawals), typeof(Voiding), typeof(Revocations),
            typeof(TemplateAdoptions), typeof(SigningIn), typeof(TokenCheck), typeof(CalendarsInForce), typeof(CalendarChangeService),
            typeof(DeadlineSweep), typeof(Outbox), typeof(NotificationMessages), typeof(ReplyNumbers), typeof(SentMails),
            typeof(HeldData), typeof(RolesInForce), typeof(LookErasures), typeof(ImportCheck), typeof(CaseImporter),
            typeof(BulletinReading),
        })
        {
            services.AddScoped(shared);
        }

        foreach (var rule in LegalRules.InOrder)
        {
            services.AddScoped(typeof(ILegalRule), rule);
        }

        services.AddScoped<ICaseEventListener, ApplicantNotices>();
        services.AddScoped<IAlertListener, AlertNotices>();
        services.AddScoped<IAccountListener, AccountNotices>();

        foreach (var (service, implementation) in Handlers().Concat(Validators()))
        {
            services.AddScoped(service, implementation);
        }

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CalendarBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AdoptionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        return services;
    }

    private static IEnumerable<(Type Service, Type Implementation)> Handlers() =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from service in type.GetInterfaces()
        where service.IsGenericType && service.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select (service, type);

    private static IEnumerable<(Type Service, Type Implementation)> Validators() =>
        AssemblyScanner.FindValidatorsInAssembly(Assembly.GetExecutingAssembly(), includeInternalTypes: true)
            .Select(found => (found.InterfaceType, found.ValidatorType));
}
