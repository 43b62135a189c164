using Disclosure.Cases.Bulletins;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

// Received on 22 September 2025: one answered at once, one on 1 December, one not at all. Seen from 5 January 2026.
internal sealed class BulletinTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly Quarter Last = new(2025, 4);
    private static readonly DateOnly Day = new(2026, 1, 5);

    private (CaseDriver Desk, Guid Letter) owed;

    [SetUp]
    public async Task AQuarter()
    {
        var (onTime, first) = await CaseDriver.Issued(Office, CaseDriver.Person());
        var (late, second) = await CaseDriver.Issued(Office, CaseDriver.Person(contact: "000-2"));
        owed = await CaseDriver.Issued(Office, CaseDriver.Person(contact: "000-3"));
        await onTime.Do<Unit>((id, version) => new ServeDocument(id, version, first, ServiceWay.HandedOver, onTime.Today));
        Office.Clock.MoveTo(new DateOnly(2025, 12, 1));
        await late.Do<Unit>((id, version) => new ServeDocument(id, version, second, ServiceWay.HandedOver, late.Today));
        Office.Clock.MoveTo(Day);
    }

    [Test]
    public async Task Figures_OfTheQuarter_CountWhatWasLate_AndAreTheSameAfterARebuild()
    {
        var figures = await Figures();
        var ranked = figures.Ranked().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((ranked.Here.Owed, ranked.Here.ServedOnTime), Is.EqualTo((2, 0)));
            Assert.That((ranked.Before.Owed, ranked.Before.ServedOnTime), Is.EqualTo((1, 1)));
            Assert.That((ranked.Rank, ranked.RankBefore), Is.EqualTo((1, (int?)1)));
            Assert.That(
                figures.Late.Select(each => each.ServedOn), Is.EqualTo(new DateOnly?[] { null, new(2025, 12, 1) }), "most days late first");
            Assert.That(figures.Endangered, Is.Empty, "what is named as late is not named again");
            Assert.That(figures.Proposed().Select(each => each.Agency.AgencyId), Is.EqualTo(new[] { Office.Agency.Id }));
        }

        await Office.Tamper("DELETE FROM replies");
        Assert.That(BulletinDifference.Between(figures, await Figures(), Texts.Chinese), Is.Not.Empty);
        await Office.With<Rebuild, int>(rebuild => rebuild.All(default));
        Assert.That((await Figures()).Fingerprint(), Is.EqualTo(figures.Fingerprint()));
    }

    [Test]
    public async Task Bulletin_Issued_IsNumberedInItsYear_StaysAsItWas_AndIsSealed()
    {
        await Write("请认真整改。");
        var first = await Issue(Last);
        Assert.That((first.Year, first.Number, first.IssuedByName), Is.EqualTo((2026, 1, Office.Manager.Name)));
        await Refused(new IssueBulletin(Last, (await Figures()).Fingerprint()), "bulletin.nothingNew");

        await owed.Desk.Do<Unit>((id, version) => new ServeDocument(id, version, owed.Letter, ServiceWay.HandedOver, Day));
        await Write("已经整改。");
        await Refused(new IssueBulletin(Last, first.Figures.Fingerprint()), "report.figuresMoved");
        await Issue(Last);
        await Issue(new Quarter(2025, 3));
        await Refused(new IssueBulletin(new Quarter(2025, 2), ""), "bulletin.noQuarter");
        await Refused(new IssueBulletin(new Quarter(2026, 1), ""), "bulletin.quarterNotOver");
        await Refused(new IssueBulletin(new Quarter(2026, 2), ""), "bulletin.noQuarter");
        Office.Clock.MoveTo(new DateOnly(2027, 1, 4));
        Assert.That(await Issue(new Quarter(2026, 4)), Has.Property("Year").EqualTo(2027).And.Property("Number").EqualTo(1));

        var issued = await Office.With<IBulletins, IReadOnlyList<Bulletin>>(bulletins => bulletins.Issued(default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                issued.Select(each => (each.Year, each.Number)), Is.EqualTo(new[] { (2027, 1), (2026, 3), (2026, 2), (2026, 1) }));
            Assert.That(issued[3].Parts[BulletinPart.Demands], Is.EqualTo("请认真整改。"));
            Assert.That(issued[3].Figures.Fingerprint(), Is.EqualTo(first.Figures.Fingerprint()));
            Assert.That(
                BulletinDifference.Between(issued[3].Figures, issued[2].Figures, Texts.Chinese).Select(each => each.Is),
                Has.One.Items.And.All.Contains("2026年1月5日送达"));
            Assert.That(await Findings(), Is.Empty);
        }

        await Office.Tamper("UPDATE bulletins SET parts = '{}' WHERE year = 2026 AND number = 1");
        Assert.That(await Findings(), Is.Not.Empty);
    }

    [Test]
    public async Task Threshold_SetAnew_HoldsFromThenOn_AndIssuedBulletinsKeepTheirs()
    {
        var first = await Issue(Last);
        Assert.That(first.Figures.Threshold, Is.EqualTo(InterviewThreshold.Default));
        await Office.Do(Office.Manager, new SetInterviewThreshold(0, 3));
        await Refused(new SetInterviewThreshold(101, 3), "number.outOfRange");
        await Refused(new SetInterviewThreshold(90, 0), "number.outOfRange");
        var second = await Issue(Last);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Figures.Threshold, Is.EqualTo(new InterviewThreshold(0, 3)));
            Assert.That(second.Figures.Proposed(), Is.Empty, "two are late");
            Assert.That(first.Figures.Proposed(), Is.Not.Empty);
            Assert.That(
                (await Office.Send(Office.Reviewer, new SetInterviewThreshold(80, 3))).Refusals, Is.Not.Empty, "managers alone");
        }
    }

    [Test]
    public async Task Interview_OfAProposal_IsRecordedStepByStep_AndNothingIsOverwritten()
    {
        var bulletin = await Issue(Last);
        RecordInterview At(InterviewStep step, int seen, DateOnly on, string? text = "内容") =>
            new(bulletin.Id, Office.Agency.Id, seen, step, on, "第一会议室", "分管负责人", text);
        var day = Day.AddDays(3);
        await Refused(At(InterviewStep.Held, 0, Day), "bulletin.notNow");
        await Refused(At(InterviewStep.Invited, 0, Day.AddDays(-1)), "bulletin.dayTooEarly");
        await Refused(At(InterviewStep.Invited, 0, Day.AddDays(366)), "bulletin.dayTooFar");
        await Refused(At(InterviewStep.Invited, 0, day) with { AgencyId = Guid.NewGuid() }, "bulletin.notProposed");
        await Office.Do(Office.Manager, At(InterviewStep.Invited, 0, day));
        await Refused(At(InterviewStep.NotHeld, 0, day), "bulletin.recordedMeanwhile");
        await Refused(At(InterviewStep.Held, 1, day), "date.inFuture");
        Office.Clock.MoveTo(day);
        await Refused(At(InterviewStep.Held, 1, Day), "bulletin.dayTooEarly");
        await Refused(At(InterviewStep.Held, 1, day, ""), "text.empty");
        await Office.Do(Office.Manager, At(InterviewStep.Held, 1, day));
        await Refused(At(InterviewStep.Completed, 2, day), "bulletin.notNow");
        await Office.Do(Office.Manager, At(InterviewStep.Measures, 2, day.AddDays(9)));
        Assert.That((await Record(bulletin)).IsOverdueOn(day.AddDays(10)));
        await Office.Do(Office.Manager, At(InterviewStep.Completed, 3, day, null));
        await Refused(At(InterviewStep.Measures, 4, day), "bulletin.notNow");

        var interview = await Record(bulletin);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                interview.Entries.Select(entry => (entry.Ordinal, entry.Step, entry.On, entry.Place)),
                Is.EqualTo(new[]
                {
                    (1, InterviewStep.Invited, day, "第一会议室"), (2, InterviewStep.Held, day, ""),
                    (3, InterviewStep.Measures, day.AddDays(9), ""), (4, InterviewStep.Completed, day, ""),
                }));
            Assert.That(
                await Office.With<IBulletins, IReadOnlyList<InterviewEntry>>(all => all.InterviewsOf(Office.Agency.Id, default)),
                Is.EqualTo(interview.Entries), "the agency has it too");
            Assert.That(await Findings(), Is.Empty);
        }

        await Office.Tamper("UPDATE bulletin_interviews SET body = '改写' WHERE ordinal = 2");
        Assert.That(await Findings(), Is.Not.Empty);
    }

    [Test]
    public async Task Interview_ThatIsNotHeld_HasItsReason_AndCanBeHeldAfterAll()
    {
        var bulletin = await Issue(Last);
        var not = new RecordInterview(bulletin.Id, Office.Agency.Id, 0, InterviewStep.NotHeld, default, null, null, "");
        await Refused(not, "text.empty");
        await Office.Do(Office.Manager, not with { Text = "已经整改" });
        var entry = (await Record(bulletin)).Entries.Single();
        Assert.That((entry.On, entry.Text), Is.EqualTo((Day, "已经整改")));
        await Office.Do(Office.Manager, not with { Seen = 1, Step = InterviewStep.Invited, On = Day, Place = "会议室", Whom = "局长" });
        Assert.That((await Record(bulletin)).Entries, Has.Count.EqualTo(2));
    }

    private Task<BulletinFigures> Figures(Quarter? quarter = null) =>
        Office.With<BulletinReading, BulletinFigures>(reading => reading.Figures(quarter ?? Last, default));

    private async Task<Bulletin> Issue(Quarter quarter) =>
        await Office.Do(Office.Manager, new IssueBulletin(quarter, (await Figures(quarter)).Fingerprint()));

    private Task<Unit> Write(string demands) => Office.Do(Office.Manager, new WriteBulletin(
        Last, new Dictionary<BulletinPart, string> { [BulletinPart.Demands] = demands, [BulletinPart.Opening] = "" }));

    private async Task<Interview> Record(Bulletin bulletin) => new(
        await Office.With<IBulletins, IReadOnlyList<InterviewEntry>>(bulletins => bulletins.Interviews(bulletin.Id, default)));

    private async Task Refused<T>(Kernel.Pipeline.ICommand<T> command, string code) =>
        Assert.That((await Office.Send(Office.Manager, command)).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { code }));

    private async Task<IEnumerable<string>> Findings() =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
            .Select(finding => finding.Code);
}
