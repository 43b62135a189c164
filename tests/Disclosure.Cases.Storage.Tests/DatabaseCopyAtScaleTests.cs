using System.Diagnostics;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>How long it takes to move a large district to PostgreSQL; run by name.</summary>
[Explicit("Takes most of an hour: it registers 100,000 cases first.")]
[Category("PostgreSql")]
internal sealed class DatabaseCopyAtScaleTests
{
    private const int Cases = 100_000;
    private const int Answered = 2_000;
    private const int AtOnce = 50;

    [Test]
    public async Task Copy_OfAHundredThousandCases_IsProvedOnBothSides()
    {
        await using var target = await TestDatabases.Empty(TestDatabases.PostgreSql, "");

        // Signed letters of 100 kB; and statements are sent as the hosts send them.
        await using var office = await TestOffice.OpenWithLetters(FilledOffice.Today, also: services => services
            .AddSingleton<ILetters>(new OneLineLetters { More = 100_000 })
            .AddSingleton(provider => new Database(provider.GetRequiredService<StorageOptions>().ConnectionString)));
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < Answered; number++)
        {
            await CaseDriver.Issued(office, Person(number));
        }

        for (var number = Answered; number < Cases; number += AtOnce)
        {
            await Register(office, number);
        }

        Tell($"registered {Cases} cases, answered {Answered}", watch);
        var file = new FileInfo(office.Database.FilePath!);
        var step = Stopwatch.StartNew();
        var code = "";
        watch.Restart();
        var copied = await office.With((DatabaseCopy copy) => copy.To(
            target.ConnectionString,
            progress =>
            {
                if (progress.Code != code)
                {
                    Tell($"{code}, then {progress.Code}", step);
                    code = progress.Code;
                    step.Restart();
                }
            },
            default));
        Tell($"{code}, then the end", step);
        Tell($"{file.Length >> 20} MB: {copied}", watch);
        Assert.That(copied.Refusals, Is.Empty);
        using var there = new Database(target.ConnectionString);
        await new Migrations(there, office.Clock).Apply(default);
    }

    private static Task<bool> Register(TestOffice office, int first) => office.As(office.Clerk, async services =>
    {
        var mediator = services.GetRequiredService<IMediator>();
        await services.GetRequiredService<UnitOfWork>().Write(
            async () =>
            {
                foreach (var number in Enumerable.Range(first, AtOnce))
                {
                    var registered = await mediator.Send(TestOffice.Application($"第{number}号地块的征收补偿安置方案", $"申请人{number}", null));
                    Assert.That(registered.Refusals, Is.Empty);
                }
            },
            default);
        return true;
    });

    private static Applicant Person(int number) => CaseDriver.Person($"陈某{number}", $"000-{number}");

    private static void Tell(string what, Stopwatch watch) => TestContext.Progress.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {what}");
}
