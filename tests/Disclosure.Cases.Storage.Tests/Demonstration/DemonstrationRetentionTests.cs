using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Storage.Maintenance;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

// What has been kept long enough in the whole district is emptied, and taken back again for the other tests.
public sealed partial class DemonstrationDistrictTests
{
    [TestCase(RetentionScope.Identity, 3, 10)]
    [TestCase(RetentionScope.File, 1, 1)]
    public async Task Figures_OfTheDistrict_AreTheSameWhenItsOldCasesAreEmptied(RetentionScope scope, int identityYears, int fileYears)
    {
        await using var own = district.Host.CreateAsyncScope();
        var services = own.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Value = Actor.Application;
        await services.GetRequiredService<IUnitOfWork>().Run(
            async () =>
            {
                var before = await Figures(services);
                var erased = await EraseAll(services, new RetentionPeriods((_, each) =>
                    each == RetentionScope.File ? fileYears : identityYears));
                Assert.That(erased, Has.Count.GreaterThan(50).And.All.EqualTo(scope));
                var after = await Figures(services);
                foreach (var (figure, value) in before)
                {
                    Assert.That(after[figure], Is.EqualTo(value), figure);
                }

                // The seals of the rows come with the commit.
                var findings = await services.GetRequiredService<Verification>().Run(null, default);
                Assert.That(
                    findings.Where(finding => !finding.Code.StartsWith("row.", StringComparison.Ordinal))
                        .Select(finding => finding.Say(Kernel.Texts.English)),
                    Is.Empty);
                Assert.That(await services.GetRequiredService<Rebuild>().All(default), Is.Zero);
                return 0;
            },
            _ => false,
            default);
    }

    private static async Task<List<RetentionScope>> EraseAll(IServiceProvider services, RetentionPeriods periods)
    {
        var users = await services.GetRequiredService<IUsers>().All(default);
        var requester = users.First(user => user.Roles.HasFlag(Role.Administrator));
        var confirmer = users.First(user => user.Roles.HasFlag(Role.Manager));
        var proposals = services.GetRequiredService<IRetentionProposals>();
        var actor = services.GetRequiredService<CurrentActor>();
        var (propose, request, erase) = (
            Handler<ProposeErasures, int>(services, periods), Handler<RequestErasure, Kernel.Unit>(services, periods),
            Handler<EraseRecords, Kernel.Unit>(services, periods));
        await propose(new ProposeErasures());
        var rows = await proposals.Find(new RetentionFilter(RetentionState.Proposed), 0, 1000, default);
        foreach (var row in rows)
        {
            actor.Value = new Actor(requester.Id, requester.Name, requester.Roles, requester.AgencyId);
            Assert.That((await request(new RequestErasure(row.Proposal.Id))).Refusals, Is.Empty);
            actor.Value = new Actor(confirmer.Id, confirmer.Name, confirmer.Roles, confirmer.AgencyId);
            Assert.That((await erase(new EraseRecords(row.Proposal.Id))).Refusals, Is.Empty);
        }

        actor.Value = Actor.Application;
        return [.. rows.Select(row => row.Proposal.Scope)];
    }

    // The handler with other periods than the host has.
    private static Func<TCommand, Task<Result<T>>> Handler<TCommand, T>(IServiceProvider services, RetentionPeriods periods)
        where TCommand : IRequest<Result<T>>
    {
        var registered = services.GetRequiredService<IRequestHandler<TCommand, Result<T>>>();
        var handler = (IRequestHandler<TCommand, Result<T>>)ActivatorUtilities.CreateInstance(services, registered.GetType(), periods);
        return command => handler.Handle(command, default);
    }

    private static async Task<Dictionary<string, string>> Figures(IServiceProvider services)
    {
        var queries = services.GetRequiredService<ICaseQueries>();
        var figures = new Dictionary<string, string>();
        for (var year = FirstOf2020.Year; year <= Today.Year; year++)
        {
            var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            Add("rates", await queries.OnTimeRates(from, until, default));
            Add("rate cases", await queries.RateCases(from, until, null, default));
            Add("inquiries", await queries.Inquiries(from, until, null, default));
            Add("doubtful acts", (await queries.DoubtfulActs(from, until, null, default))
                .Select(act => $"{act.CaseId}: {string.Join(',', Enum.GetValues<DoubtFigure>().Where(act.CountsAs))}").Order());
            var ledger = new List<LedgerRow>();
            await foreach (var page in queries.Ledger(null, from, until, default))
            {
                ledger.AddRange(page.Select(row => row with { Applicants = "", Requested = "" }));
            }

            Add("ledger", ledger);

            void Add(string name, object value) =>
                figures.Add($"{name} of {year}", JsonSerializer.Serialize(value));
        }

        var open = await services.GetRequiredService<IOpenCases>().Of(null, default);
        figures.Add("open cases", JsonSerializer.Serialize(open.OrderBy(row => row.CaseId)));
        return figures;
    }
}
