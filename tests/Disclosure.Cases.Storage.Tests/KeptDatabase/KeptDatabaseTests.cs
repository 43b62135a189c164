using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.KeptDatabase;

/// <summary>
/// A database that an earlier version wrote: whatever has been renamed in C# since, it opens, is found whole, and is worked on.
/// What it holds is said in the README beside it.
/// </summary>
public sealed class KeptDatabaseTests
{
    private static readonly DateOnly LastDay = new(2028, 11, 28);

    private TestOffice office = null!;

    [SetUp]
    public async Task Open()
    {
        var folder = TestOffice.NewFolder();
        await KeptFiles.Unpack(folder);
        office = await TestOffice.OpenIn(folder, LastDay);
        office.Clock.MoveTo(LastDay, new TimeOnly(13, 0));
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Records_WrittenByAnEarlierVersion_AreWhole_AndMakeTheSameColumns()
    {
        Assert.That(await Findings(), Is.Empty);
        Assert.That(await Read<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero, "nothing is derived otherwise");
    }

    [Test]
    public async Task CasePages_AreRead()
    {
        var reviewing = office.Clerk with { Roles = Role.Clerk | Role.Reviewer | Role.Manager };
        var (from, until, days) = (new DateOnly(2025, 1, 1), LastDay, new QueueDays(LastDay, LastDay, LastDay));
        var cases = await Queue(Enum.GetValues<CaseStage>());
        var ledger = await Read<ICaseQueries, int>(queries => queries.LedgerSize(office.Agency.Id, from, until, default));
        var rows = 0;
        await office.As(office.Manager, async scope =>
        {
            await foreach (var page in scope.GetRequiredService<ICaseQueries>().Ledger(office.Agency.Id, from, until, default))
            {
                rows += page.Count;
            }

            return true;
        });
        Assert.Multiple(async () =>
        {
            Assert.That(cases.Total, Is.EqualTo(43));
            Assert.That(cases.Rows.Select(row => row.Stage).Distinct().Count(), Is.GreaterThan(6));
            Assert.That(rows, Is.EqualTo(ledger).And.GreaterThan(30));
            Assert.That(await Read<ICaseQueries, IReadOnlyList<InboxRow>>(queries => queries.Inbox(reviewing, default)), Is.Not.Empty);
            Assert.That(
                await Read<ICaseQueries, IReadOnlyList<MovedRow>>(queries => queries.MovedDeadlines(reviewing, default)),
                Is.Not.Empty);
            Assert.That(
                await Read<ICaseQueries, IReadOnlyList<AgencyRate>>(queries => queries.OnTimeRates(from, until, default)),
                Is.Not.Empty);
            Assert.That(
                await Read<ICaseQueries, IReadOnlyList<RateCase>>(queries => queries.RateCases(from, until, null, default)),
                Is.Not.Empty);
            Assert.That(
                await Read<ICaseQueries, IReadOnlyList<InquiryCase>>(all => all.Inquiries(from, until, null, default)),
                Is.Not.Empty);
            foreach (var series in Enum.GetValues<SeriesKind>())
            {
                var numbers = await Read<ICaseQueries, IReadOnlyList<NumberRow>>(all => all.NumberLedger(
                    office.Agency.Id, 2025, series, default));
                Assert.That(numbers, Is.Not.Empty);
            }

            Assert.That(await Read<IOpenCases, IReadOnlyList<OpenCase>>(open => open.Of(null, default)), Is.Not.Empty);
            Assert.That(
                await Read<IQueueCounts, IReadOnlyList<QueueTally>>(counts => counts.Open(null, null, days, default)),
                Is.Not.Empty);
            foreach (var row in cases.Rows)
            {
                Assert.That(
                    await Read<ICaseQueries, IReadOnlyList<HistoryRow>>(queries => queries.History(row.CaseId, default)),
                    Is.Not.Empty);
                Assert.That(
                    await Read<IApplicants, IReadOnlyList<Applicant>>(applicants => applicants.OfCase(row.CaseId, default)),
                    Is.Not.Empty);
            }
        });
    }

    [Test]
    public async Task WhatStandsBesideTheCases_IsRead()
    {
        var journal = await Read<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            log => log.Find(AdministrationFilter.All, 0, 100, default));
        var jobs = await Read<IJobJournal, IReadOnlyList<JobLine>>(lines => lines.All(default));
        var exports = await Read<IExports, IReadOnlyList<Export>>(all => all.Of(office.Clerk.Id, 10, default));
        Assert.Multiple(async () =>
        {
            Assert.That(journal.Select(entry => entry.Act).Distinct().Count(), Is.GreaterThan(10));
            Assert.That(
                journal.Select(entry => entry.By).OfType<RecordedName>().Select(name => name.IsOfThatDay).Distinct(),
                Is.EqualTo(new[] { false }),
                "names were not written down yet");
            Assert.That(
                journal.Single(entry => entry.Act == AdministrativeAct.UserAdded).Changes,
                Does.Contain(new FieldChange("Roles", null, "Clerk, Reviewer")));
            Assert.That(jobs.Select(line => line.Outcome), Is.EquivalentTo(Enum.GetValues<JobOutcome>()));
            Assert.That(exports.Single().State, Is.EqualTo(ExportState.Done));
            Assert.That(
                (await Read<INotifications, IReadOnlyDictionary<NotificationState, int>>(all => all.CountByState(default))).Keys,
                Is.EquivalentTo(Enum.GetValues<NotificationState>()));
            Assert.That(
                (await Read<ICalendarChanges, IReadOnlyList<CalendarChange>>(changes => changes.All(default)))
                    .Select(change => change.Kind),
                Is.EqualTo(new[] { CalendarChangeKind.Closure, CalendarChangeKind.Revocation, CalendarChangeKind.Closure }));
            Assert.That(
                (await Read<IAgencies, IReadOnlyList<Agency>>(agencies => agencies.AllOn(LastDay, default))).Select(agency => agency.Kind),
                Is.EquivalentTo(Enum.GetValues<AgencyKind>()));
            Assert.That((await Read<IUsers, User?>(users => users.FindBySignInName("second", default)))!.Roles, Is.EqualTo(Role.Reviewer));
            Assert.That((await Portal()).Scopes, Is.EqualTo(ApiScope.WriteApplications));
            Assert.That(
                (await Read<ISavedFilters, IReadOnlyList<SavedFilter>>(filters => filters.Of(office.Clerk.Id, default))).Single().Query,
                Is.EqualTo("stage=Completeness&mine=true"));
            Assert.That(
                (await Read<IRegistrationDrafts, IReadOnlyList<RegistrationDraft>>(drafts => drafts.Of(office.Clerk.Id, default)))
                    .Single().Content,
                Is.EqualTo(KeptFiles.Draft));
        });
    }

    [Test]
    public async Task FurtherWork_GoesOnWhereTheEarlierVersionStopped()
    {
        var old = await Queue([CaseStage.Completeness]);
        await new CaseDriver(office, old.Rows[0].CaseId).Answer(StepAnswer.Complete);
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Serve(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered));
        Assert.That((await office.Send(Actor.Application, new SweepDeadlines())).Refusals, Is.Empty);
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Application_FiledAgainWithItsKey_IsTheSameCase_AndItsApplicantIsKnownAgain()
    {
        var portal = (await Portal()).At(office.Agency.Id);
        var filed = (await office.Send(portal, KeptFiles.Filing)).Value;
        Assert.That(filed.FiledOn, Is.EqualTo(new DateOnly(2025, 9, 22)));

        // Its number was taken without a question then.
        var again = (await office.Send(portal, KeptFiles.Filing with
        {
            Key = "key-2", Applicants = [.. KeptFiles.Filing.Applicants.Select(applicant => applicant with { NumberConfirmed = true })],
        })).Value;
        var earlier = await Read<IApplicants, IReadOnlyList<EarlierApplication>>(applicants => applicants.Earlier(again.CaseId, default));
        Assert.That(earlier.Select(application => application.CaseId), Does.Contain(filed.CaseId));
    }

    private async Task<IEnumerable<string>> Findings()
    {
        var anchors = await Read<StorageOptions, string?>(options => Task.FromResult(options.KeptAnchors));
        var findings = await Read<Verification, IReadOnlyList<Finding>>(verification => verification.Run(anchors, default));

        // Its letters were emptied when it was made; nothing on record says so, and that shows.
        Assert.That(findings.Count(finding => finding.Code == "file.emptied"), Is.EqualTo(44));
        return findings.Where(finding => finding.Code != "file.emptied").Select(finding => $"{finding.Code}: {finding.Say(Texts.English)}");
    }

    private Task<QueuePage> Queue(IReadOnlyList<CaseStage> stages) =>
        Read<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(office.Agency.Id, Stages: stages, PageSize: 200), default));

    private async Task<ApiClient> Portal() => (await Read<IApiClients, IReadOnlyList<ApiClient>>(clients => clients.All(default))).Single();

    private Task<T> Read<TPort, T>(Func<TPort, Task<T>> read)
        where TPort : notnull => office.As(office.Clerk, scope => read(scope.GetRequiredService<TPort>()));
}
