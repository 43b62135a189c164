using System.Runtime.CompilerServices;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Storage.Tests.Scheduling;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>
/// Which cases a sweep reads. Received on 22 September 2025, a case is due on 24 October; ten working days are left on
/// 11 October.
/// </summary>
internal sealed class SweepTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly DueOn = new(2025, 10, 24);
    private static readonly DateOnly AtOnce = DateOnly.MinValue;

    private sealed record Time(Guid CaseId, int Version, DateOnly? NextOn);

    [Test]
    public async Task Sweep_WithNothingDue_ReadsNoCaseAndWritesNothing()
    {
        await Office.ToApproval();
        await Sweep();
        var (statements, commits) = (new List<string>(), 0);
        var faults = new Faults
        {
            OnStatement = statements.Add,
            OnCommit = () =>
            {
                commits++;
                return null;
            },
        };
        await using var observed = Office.RestartWith(faults);
        await observed.Do(Actor.Application, new SweepDeadlines(Office.Agency.Id));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements, Is.Not.Empty.And.All.StartsWith("SELECT"));
            Assert.That(statements, Has.None.Contains("case_events").And.None.Contains("case_files").And.None.Contains("FROM alerts"));
            Assert.That(commits, Is.Zero);
        }
    }

    [Test]
    public async Task Case_ThatIsChanged_HasItsAgencySweptAfterTheCommit()
    {
        var (id, documentId) = await Office.ToApproval();
        Assert.That(
            Office.Requested.Take(RequestedJob.SweepDeadlines),
            Is.EqualTo(new[] { Office.Agency.Id }),
            "asked for several times before it began, it runs once");
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        Assert.That(Office.Requested.Take(RequestedJob.SweepDeadlines), Is.EqualTo(new[] { Office.Agency.Id }));
        Assert.That((await Office.Send(Office.Reviewer, new ApproveDocument(id, 1, documentId))).Succeeded, Is.False);
        Assert.That(Office.Requested.Take(), Is.Empty, "what is refused changes nothing");
    }

    [Test]
    public async Task Sweep_OfACase_SaysWhenToLookAgain()
    {
        var (id, documentId) = await Office.ToApproval();
        Assert.That(await Next(), Is.EqualTo(AtOnce), "something was recorded");
        await Sweep();
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 10, 11)), "ten left");
        Office.Clock.MoveTo(new DateOnly(2025, 10, 16));
        await Sweep();
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 10, 17)), "five left, and the target for the approval");
        Office.Clock.MoveTo(new DateOnly(2025, 10, 31));
        await Sweep();
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 11, 3)), "late on every working day");

        var inquiry = await Office.Next(Office.Manager, id, version => new OpenInquiry(id, version, "为何逾期？", new DateOnly(2025, 11, 6)));
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, Office.Clock.Today()));
        Assert.That(await Next(), Is.EqualTo(AtOnce));
        Assert.That((await Sweep()).Withdrawn, Is.GreaterThan(0));
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 11, 3)), "three left for the answer to the supervision");

        await Office.Next(Office.Clerk, id, version => new AnswerInquiry(id, version, inquiry, "已经答复。"));
        await Sweep();
        Assert.That(await Next(), Is.Null, "nothing can come any more");
    }

    [Test]
    public async Task Sweep_WhileSomethingIsRecordedOnTheCase_LeavesItToTheNext()
    {
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await using var other = Office.Restart();
        await Office.With<IServiceProvider>(async scope =>
        {
            var meanwhile = new Meanwhile(
                scope.GetRequiredService<ICaseFiles>(),
                () => other.Next(other.Reviewer, id, version => new ReturnDocument(id, version, documentId, "请修改")));
            var swept = await ActivatorUtilities.CreateInstance<DeadlineSweep>(scope, meanwhile)
                .Of(Office.Agency.Id, CancellationToken.None);
            Assert.That(swept, Is.EqualTo(new SweepResult(0, 0, 0)));
        });
        Assert.That((await Times()).Single(), Is.EqualTo(new Time(id, (await Office.Case(id)).Version, AtOnce)));
        Assert.That((await Sweep()).Raised, Is.GreaterThan(0));
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 10, 22)).Or.EqualTo(new DateOnly(2025, 10, 23)));
    }

    [Test]
    public async Task Sweep_AfterTheThresholdsChanged_LooksAtEveryWatchedCase()
    {
        await Office.ToApproval();
        await Sweep();
        Assert.That(await Office.Alerts(), Is.Empty);
        Assert.That((await Sweep(AlertRules.Default with { Law = [19] }, new OfficeTargets())).Raised, Is.Zero, "twenty are left");
        Assert.That((await Sweep(AlertRules.Default with { Law = [20] }, new OfficeTargets())).Raised, Is.EqualTo(1));
        Assert.That((await Sweep()).Withdrawn, Is.EqualTo(1), "the threshold is gone again");
        var earlier = new OfficeTargets(Draft: null, Approval: 1);
        Assert.That((await Sweep(AlertRules.Default, earlier)).Raised, Is.EqualTo(1), "a target that is due tomorrow");
    }

    // The due date stays; the day on which it is late moves.
    [TestCase(true)]
    [TestCase(false)]
    public async Task Sweep_AfterAClosure_LooksAtWhatItMoved(bool district)
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn);
        await Sweep();
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 10, 27)));
        Guid? agencyId = district ? null : Office.Agency.Id;
        await Office.Do(
            Office.Administrator, new RecordClosure(agencyId, new DateOnly(2025, 10, 27), new DateOnly(2025, 10, 28), "洪水停办", 0));
        await Sweep();
        Assert.That(await Next(), Is.EqualTo(new DateOnly(2025, 10, 29)));
    }

    [Test]
    public async Task Sweep_AfterAClosureOfAnotherAgency_LooksAtNothing()
    {
        await Office.ToApproval();
        await Sweep();
        var other = TestOffice.NewAgency("示范教", "示范区教育局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(other, default));
        var day = new DateOnly(2025, 10, 13);
        await Office.Do(Office.Administrator, new RecordClosure(other.Id, day, day, "洪水停办", 0));
        var statements = new List<string>();
        await using var observed = Office.RestartWith(new Faults { OnStatement = statements.Add });
        await observed.Do(Actor.Application, new SweepDeadlines(Office.Agency.Id));
        Assert.That(statements, Has.None.Contains("case_events"));
    }

    [Test]
    public async Task Rebuild_OfCases_HasTheNextSweepLookAtThem()
    {
        var id = await Office.Register();
        await Sweep();
        await Office.Tamper("UPDATE alert_times SET next_on = NULL, version = 99");
        await Office.With<Rebuild>(rebuild => rebuild.All(default));
        Assert.That((await Times()).Single(), Is.EqualTo(new Time(id, 1, AtOnce)));
        await Office.Tamper("DELETE FROM alert_times");
        await Office.With<Rebuild>(rebuild => rebuild.All(default));
        Assert.That((await Times()).Single(), Is.EqualTo(new Time(id, 1, AtOnce)));
    }

    private Task<SweepResult> Sweep() => Office.Do(Actor.Application, new SweepDeadlines());

    private Task<SweepResult> Sweep(AlertRules rules, OfficeTargets targets) => Office.With<IServiceProvider, SweepResult>(
        scope => ActivatorUtilities.CreateInstance<DeadlineSweep>(scope, rules, targets).Of(Office.Agency.Id, CancellationToken.None));

    private Task<IReadOnlyList<Time>> Times() =>
        Office.With<UnitOfWork, IReadOnlyList<Time>>(work => work.Query<Time>(
            "SELECT case_id, version, next_on FROM alert_times", null, default));

    private async Task<DateOnly?> Next() => (await Times()).Single().NextOn;

    // Something else happens once the cases are read.
    private sealed class Meanwhile(ICaseFiles files, Func<Task> happens) : ICaseFiles
    {
        public Task<CaseFile?> Find(Guid id, CancellationToken cancellation) => files.Find(id, cancellation);

        public async IAsyncEnumerable<CaseFile> FindAll(IReadOnlyList<Guid> ids, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var file in files.FindAll(ids, cancellation))
            {
                yield return file;
            }

            await happens();
        }

        public Task Save(CaseFile file, CancellationToken cancellation) => files.Save(file, cancellation);

        public IAsyncEnumerable<CaseFile> Open(Guid? agencyId, CancellationToken cancellation) => files.Open(agencyId, cancellation);

        public IAsyncEnumerable<CaseFile> Watched(Guid agencyId, Guid? officerId, CancellationToken cancellation) =>
            files.Watched(agencyId, officerId, cancellation);

        public Task Derive(CaseFile file, CancellationToken cancellation) => files.Derive(file, cancellation);
    }
}
