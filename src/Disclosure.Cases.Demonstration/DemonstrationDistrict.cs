using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.Demonstration.Stories;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Sealing;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Cases.Demonstration;

/// <summary>
/// The invented district 示范区, for trying out and teaching: 49 agencies and some hundreds of cases since 2020, made by
/// the same commands that people use. Names, numbers and addresses are made up and say so.
/// </summary>
public static class DemonstrationDistrict
{
    /// <summary>The first day on which the demonstration can be made: its history needs the years since 2020.</summary>
    public static DateOnly EarliestToday { get; } = new(2022, 7, 1);

    /// <summary>
    /// Makes the district in an empty, migrated database, in one transaction: all of it or nothing. For a given day it
    /// is always the same district. Nothing in it happens on <paramref name="today"/> itself.
    /// </summary>
    /// <param name="services">The host's services: its <see cref="StorageOptions"/>, and what makes letters.</param>
    /// <param name="today">The day it is in China.</param>
    /// <param name="progress">Is told of every application that arrives, on the thread that makes it.</param>
    /// <param name="cancellation">Stops it; then nothing is kept.</param>
    /// <exception cref="DatabaseInUseException">Somebody can sign in already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="EarliestToday"/>.</exception>
    public static async Task<DemonstrationSummary> Seed(
        IServiceProvider services, DateOnly today, IProgress<DemonstrationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentOutOfRangeException.ThrowIfLessThan(today, EarliestToday);
        var time = new DemonstrationTime(DemonstrationTime.At(new DateOnly(2020, 1, 2), 9 * 60));
        await using var own = Services(services, time, new DemonstrationIds(today.DayNumber));
        await using var scope = own.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordKey>().Begin(cancellation);
        return await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Run(
            () => Make(scope.ServiceProvider, time, today, progress, cancellation), _ => true, cancellation);
    }

    /// <summary>
    /// The first account of the demonstration that its public password still opens; null: there is none. The mark of such a
    /// database are the accounts themselves, by sign-in name and password: it needs no row of its own that could get lost, and
    /// an account whose password was changed is open no longer.
    /// </summary>
    public static async Task<string?> OpenAccount(IUsers users, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(users);
        var names = Founding.SignInNames(new DistrictData()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var user in (await users.All(cancellation)).Where(user => user.IsActive && names.Contains(user.SignInName)))
        {
            if (await users.IsPassword(user, Founding.Password, cancellation))
            {
                return user.SignInName;
            }
        }

        return null;
    }

    private static async Task<DemonstrationSummary> Make(
        IServiceProvider scope, DemonstrationTime time, DateOnly today,
        IProgress<DemonstrationProgress>? progress, CancellationToken cancellation)
    {
        var users = scope.GetRequiredService<IUsers>();
        if (await users.Any(cancellation))
        {
            throw new DatabaseInUseException();
        }

        scope.GetRequiredService<CurrentActor>().Value = Actor.Application;
        var data = new DistrictData();
        var founding = ActivatorUtilities.CreateInstance<Founding>(scope);
        var offices = await founding.Found(data, cancellation);

        var agenda = new Agenda(time, DemonstrationTime.At(today, 0));
        var sender = ActivatorUtilities.CreateInstance<DemoCommandSender>(scope, cancellation);
        var cast = new Cast(data, new People(), offices, founding.Manager, scope.GetRequiredService<IReplyTemplates>());
        new DistrictPlan(cast, sender, agenda, today, progress).Enter();
        await agenda.Run(cancellation);

        // What is due today is in the inboxes from the start.
        time.Set(DemonstrationTime.At(today, 0));
        scope.GetRequiredService<CurrentActor>().Value = Actor.Application;
        await scope.GetRequiredService<IMediator>().Send(new SweepDeadlines(), cancellation);

        var cases = ((RememberedCaseFiles)scope.GetRequiredService<ICaseFiles>()).Known;
        return new DemonstrationSummary(
            data.Agencies.Count,
            cases.Count,
            cases.Count(file => file.IsOpen),
            sender.Commands,
            Founding.Password,
            founding.SignIns);
    }

    // The host's storage and letters with a time and ids of our own.
    private static ServiceProvider Services(IServiceProvider host, DemonstrationTime time, DemonstrationIds ids)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IIds>(ids);
        // Its time, its ids and its cases run on in memory: what is broken off ends, and is seeded anew.
        services.AddSingleton(Retries.None);
        services.AddSingleton<IPasswordHasher<string>, DemonstrationPasswords>();
        services.AddSingleton(host.GetRequiredService<IReplyTemplates>());
        services.AddSingleton(host.GetRequiredService<ILetters>());
        services.AddSingleton(host.GetRequiredService<IMessageTexts>());
        // What it tells of happened before the database was made.
        services.AddDisclosureDomain().AddDisclosureStorage(
            host.GetRequiredService<StorageOptions>().But(records => records.ClockTolerance = TimeSpan.MaxValue));
        var store = services.Single(service => service.ServiceType == typeof(ICaseFiles)).ImplementationType!;
        services.Replace(ServiceDescriptor.Scoped<ICaseFiles>(provider =>
            new RememberedCaseFiles((ICaseFiles)ActivatorUtilities.CreateInstance(provider, store))));
        return services.BuildServiceProvider();
    }
}
