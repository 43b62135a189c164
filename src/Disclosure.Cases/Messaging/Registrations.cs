using System.Reflection;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyProcess.Propriety;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;
using MediatR;

namespace Disclosure.Cases.Messaging;

/// <summary>What a host has to register so that commands find their handlers; the domain knows no container.</summary>
public static class Registrations
{
    /// <summary>Every pair of service and implementation: handlers, validators, what they share within a scope, and the pipeline in its order.</summary>
    public static IEnumerable<(Type Service, Type Implementation)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var service in type.GetInterfaces().Where(service => service.IsGenericType && service.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            {
                yield return (service, type);
            }
        }

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly))
        {
            yield return (found.InterfaceType, found.ValidatorType);
        }

        foreach (var shared in new[]
        {
            typeof(CurrentActor), typeof(CaseDesk), typeof(CaseLetters), typeof(LegalCheck), typeof(FinishedLetters), typeof(IssuedLetters), typeof(UnservedReplies), typeof(TemplateAdoptions),
            typeof(TokenCheck), typeof(CalendarsInForce), typeof(CalendarDesk), typeof(DeadlineSweep), typeof(Outbox), typeof(NotificationMessages),
        })
        {
            yield return (shared, shared);
        }

        yield return (typeof(IPipelineBehavior<,>), typeof(AuthorisationBehaviour<,>));
        yield return (typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        yield return (typeof(IPipelineBehavior<,>), typeof(CalendarBehaviour<,>));
        yield return (typeof(IPipelineBehavior<,>), typeof(AdoptionBehaviour<,>));
        yield return (typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        yield return (typeof(IMediator), typeof(Mediator));
    }
}
