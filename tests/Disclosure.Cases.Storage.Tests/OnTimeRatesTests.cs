using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Tests;

// All received on 22 September 2025, due on 24 October; "the period" is the 20th to the 31st of October.
internal sealed class OnTimeRatesTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly From = new(2025, 10, 20);
    private static readonly DateOnly Until = new(2025, 10, 31);
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    [SetUp]
    public void SideBySide() => Office.LetTheClockGoBack();

    [Test]
    public async Task Snapshot_OfAMonth_StaysAsItWasWhateverIsRecordedLater()
    {
        await ServedOn(DueOn);
        var late = await Office.Register();
        Office.Clock.MoveTo(new DateOnly(2025, 11, 1));
        await Office.Do(Actor.Application, new TakeSnapshots());
        var taken = await Snapshots();
        Assert.That(taken, Is.EqualTo(new[]
        {
            new RateSnapshot(
                Office.Agency.Id, new DateOnly(2025, 10, 1),
                new ReplyFigures(Served: 1, ServedOnTime: 1, DueUnserved: 1, DueOrServed: 2, ServedByEnd: 1), Office.Clock.GetUtcNow()),
        }));

        Office.Clock.MoveTo(DueOn);
        await Office.Next(Office.Clerk, late, version => new WithdrawApplication(late, version, DueOn, null));
        Office.Clock.MoveTo(new DateOnly(2025, 11, 20));
        await Office.Do(Actor.Application, new TakeSnapshots());
        Assert.That(await Snapshots(), Is.EqualTo(taken), "the same month again");
        Office.Clock.MoveTo(new DateOnly(2025, 12, 1));
        await Office.Do(Actor.Application, new TakeSnapshots());
        Assert.That((await Snapshots()).Select(snapshot => snapshot.Month.Month), Is.EqualTo(new[] { 10, 11 }));
    }

    [Test]
    public async Task Rates_OfAPeriod_CountServedAndDueButUnserved()
    {
        await Office.With<IAgencies>(agencies => agencies.Add(TestOffice.NewAgency("东街办", "东街街道办事处", AgencyKind.TownOrStreet), default));
        await ServedOn(new DateOnly(2025, 10, 10));
        await ServedOn(DueOn);
        await ServedOn(DueOn.AddDays(2));
        await ServedOn(Until.AddDays(3));
        var open = await Office.Register();
        Office.Clock.MoveTo(DueOn);
        var withdrawn = await Office.Register(TestOffice.Application());
        await Office.Next(Office.Clerk, withdrawn, version => new WithdrawApplication(withdrawn, version, DueOn, null));
        var voided = await Office.Register(TestOffice.Application());
        await Office.Next(Office.Clerk, voided, version => new VoidRegistration(voided, version, "重复"));
        Office.Clock.MoveTo(new DateOnly(2025, 12, 1));

        var rates = await Rates();
        var cases = await Office.With<ICaseQueries, IReadOnlyList<RateCase>>(queries => queries.RateCases(
            From, Until, Office.Agency.Id, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rates, Is.EqualTo(new[]
            {
                new AgencyRate(
                    Office.Agency.Id,
                    "示范区人民政府",
                    new ReplyFigures(Served: 2, ServedOnTime: 1, DueUnserved: 2, DueOrServed: 5, ServedByEnd: 3),
                    Open: 1,
                    new InquiryFigures(0, 0, 0),
                    new DoubtFigures(0, 0, 0, 0, 0, 0, 0, 0)),
                new AgencyRate(
                    rates[1].AgencyId, "东街街道办事处", ReplyFigures.None, Open: 0, new InquiryFigures(0, 0, 0),
                    new DoubtFigures(0, 0, 0, 0, 0, 0, 0, 0)),
            }));
            Assert.That(rates[0].Replies.OnTimeRate, Is.EqualTo(0.25));
            Assert.That(rates[1].Replies.OnTimeRate, Is.Null);
            Assert.That(cases.Select(row => (row.ServedOn, row.OnTime)), Is.EquivalentTo(new (DateOnly?, bool)[]
            {
                (new(2025, 10, 10), true), (DueOn, true), (DueOn.AddDays(2), false), (Until.AddDays(3), false), (null, false),
            }));
            Assert.That(cases.Single(row => row.ServedOn is null).CaseId, Is.EqualTo(open));
        }
    }

    [Test]
    public async Task Rates_OnTheDueDateItself_DoNotYetBlame()
    {
        await Office.Register();
        Office.Clock.MoveTo(DueOn);
        Assert.That((await Rates())[0].Replies.DueUnserved, Is.Zero);
        Office.Clock.MoveTo(DueOn.AddDays(1));
        Assert.That((await Rates())[0].Replies.DueUnserved, Is.EqualTo(1));
    }

    [Test]
    public async Task Rates_OfAReopenedCase_CountEachReplyByItsOwnDueDate()
    {
        var id = await ServedOn(new DateOnly(2025, 10, 21));
        Office.Clock.MoveTo(new DateOnly(2025, 10, 22));
        await Office.Next(Office.Reviewer, id, version => new Archiving.ReopenCase(
            id, version, ReopeningGround.OwnCorrection, new DateOnly(2025, 10, 22), new DateOnly(2025, 10, 27), null, "重新作出"));
        await AnswerAgain(id, new DateOnly(2025, 10, 30));

        var rate = (await Rates())[0].Replies;
        Assert.That((rate.Served, rate.ServedOnTime, rate.DueUnserved), Is.EqualTo((2, 1, 0)));
    }

    private async Task<Guid> ServedOn(DateOnly day)
    {
        Office.Clock.MoveTo(new DateOnly(2025, 9, 22));
        var (id, documentId) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Serve(id, documentId, day);
        return id;
    }

    private async Task AnswerAgain(Guid id, DateOnly day)
    {
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.Ours));
        await Office.Next(Office.Clerk, id, version => CaseRoad.Search(Office, id, version));
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.AlreadyPublic));
        var documentId = await Office.Next(
            Office.Clerk, id, version => new DraftDocument(id, version, TemplateCodes.AlreadyPublic, null, []));
        await Office.Next(Office.Clerk, id, version => new SubmitDocument(id, version, documentId));
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Serve(id, documentId, day);
    }

    private async Task Serve(Guid id, Guid documentId, DateOnly day)
    {
        Office.Clock.MoveTo(day);
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, day));
    }

    private Task<IReadOnlyList<AgencyRate>> Rates() =>
        Office.With<ICaseQueries, IReadOnlyList<AgencyRate>>(queries => queries.OnTimeRates(From, Until, default));

    private Task<IReadOnlyList<RateSnapshot>> Snapshots() => Office.With<IRateSnapshots, IReadOnlyList<RateSnapshot>>(
        snapshots => snapshots.Of(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 1), null, default));
}
