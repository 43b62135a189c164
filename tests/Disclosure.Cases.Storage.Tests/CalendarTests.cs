using Disclosure.Cases.Agencies;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>Received on 22 September 2025, a case is due on 24 October; a closure before that day moves it.</summary>
internal sealed class CalendarTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly DueOn = new(2025, 10, 24);
    private static readonly DateOnly Later = new(2025, 10, 27);

    private static RecordClosure Flood(int basedOn = 0, Guid? agency = null) =>
        new(agency, new DateOnly(2025, 10, 13), new DateOnly(2025, 10, 13), "洪水停办", basedOn);

    [Test]
    public async Task Closure_Recorded_MovesWhatThePreviewSaid_WithAnEventANoticeAndTheColumns()
    {
        var id = await Office.Register();
        var seen = await Preview(Flood());
        var done = await Office.Do(Office.Administrator, Flood());
        var file = await Office.Case(id);
        var moved = await Event(id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                done.Cases.Select(each => each.CaseId),
                Is.EqualTo(seen.Cases.Select(each => each.CaseId)).And.EqualTo(new[] { id }));
            Assert.That(done.Cases[0].Moves, Is.EqualTo(seen.Cases[0].Moves));
            Assert.That(done.Cases[0].Moves, Does.Contain(new DeadlineMove(DeadlineKind.Reply, null, DueOn, Later)));
            Assert.That(moved.Moves, Is.EqualTo(done.Cases[0].Moves));
            Assert.That((moved.Edition, moved.CalendarBefore), Is.EqualTo((1, WorkingDayCalendar.Official.Version)));
            Assert.That(await DueOnRecord(id), Is.EqualTo(Later));
            Assert.That((await Notices()).Select(row => (row.CaseId, row.Sequence)), Is.EqualTo(new[] { (id, file.Version) }));
            Assert.That(await Findings(), Is.Empty);
            Assert.That((await Journal()).Single(), Is.EqualTo(new CalendarChange(
                1, CalendarChangeKind.Closure, null, null, null, $"{NoticeFile.Header}\n2025-10-13,off,洪水停办\n",
                "洪水停办", Office.Clock.Now, Office.Administrator.Id)));
        }
    }

    [Test]
    public async Task Preview_Made_RecordsNothing()
    {
        var id = await Office.Register();
        var version = (await Office.Case(id)).Version;
        await Preview(Flood());
        Assert.That(((await Office.Case(id)).Version, (await Journal()).Count, await DueOnRecord(id)), Is.EqualTo((version, 0, DueOn)));
    }

    [Test]
    public async Task Closure_OfAnotherAgency_MovesNothingHere()
    {
        var id = await Office.Register();
        var other = TestOffice.NewAgency("示范教", "示范区教育局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(other, default));
        Assert.That((await Office.Do(Office.Administrator, Flood(agency: other.Id))).Cases, Is.Empty);
        Assert.That(await DueOnRecord(id), Is.EqualTo(DueOn));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Closure_Revoked_MovesTheCaseBack_AndBothStayOnRecord()
    {
        var id = await Office.Register();
        await Office.Do(Office.Administrator, Flood());
        await Office.Do(Office.Administrator, new RevokeClosure(1, "误录", 1));
        Assert.That(await DueOnRecord(id), Is.EqualTo(DueOn));
        Assert.That(
            (await Journal()).Select(change => change.Kind),
            Is.EqualTo(new[] { CalendarChangeKind.Closure, CalendarChangeKind.Revocation }));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Change_ConfirmedUnderAnotherPreviewThanWasSeen_IsRefused()
    {
        await Office.Do(Office.Administrator, Flood());
        var refused = await Office.Send(Office.Administrator, new ImportNotice(2026, NoticeFile.Draft(2026), "国办", 0));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("calendar.changedMeanwhile"));
        Assert.That(await Journal(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Change_ByAnybodyButAnAdministrator_IsRefused()
    {
        foreach (var actor in new[] { Office.Clerk, Office.Reviewer, Office.Manager })
        {
            Assert.That((await Office.Send(actor, Flood())).Refusals.Single().Code, Is.EqualTo("actor.roleMissing"), actor.Name);
        }

        Assert.That(await Journal(), Is.Empty);
    }

    [Test]
    public async Task Case_AnsweredBeforeTheChange_KeepsItsDueDateAndItsVerdict()
    {
        var (id, _) = await Answered();
        var before = await Rates();
        var done = await Office.Do(Office.Administrator, Flood());
        var replyDueOn = (await Projection(id)).Replies.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Cases, Is.Empty);
            Assert.That(await Rates(), Is.EqualTo(before));
            Assert.That((replyDueOn.DueOn, replyDueOn.OnTime), Is.EqualTo(((DateOnly?)DueOn, true)));
            Assert.That(await Findings(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }
    }

    [Test]
    public async Task Case_AnsweredAfterTheChange_IsJudgedByIt()
    {
        await Office.Do(Office.Administrator, Flood());
        var (id, _) = await Answered();
        Assert.That((await Projection(id)).Replies.Single().DueOn, Is.EqualTo(Later));
        await Office.Do(Office.Administrator, new RevokeClosure(1, "误录", 1));
        Assert.That((await Projection(id)).Replies.Single().DueOn, Is.EqualTo(Later), "served under the closure");
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Case_ReopenedAfterTheChange_GoesByItAnew_WhileTheFirstVerdictStays()
    {
        var (id, _) = await Answered();
        await Office.Do(Office.Administrator, Flood());
        await Office.Next(Office.Reviewer, id, version => new Archiving.ReopenCase(
            id, version, ReopeningGround.OwnCorrection, Office.Clock.Today(), null, 20, "自行纠正"));
        var replies = (await Projection(id)).Replies;
        Assert.That(replies.Select(reply => reply.DueOn), Is.EqualTo(new DateOnly?[] { DueOn }));
        Assert.That((await Office.Case(id)).SettledUnder, Is.Null);
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Change_LearntFromAnotherServer_IsGoneByInTheNextCommand()
    {
        await using var other = Office.Restart();
        await other.With<CalendarCache, int>(shelf => Task.FromResult(shelf.Now.Edition));
        await Office.Do(Office.Administrator, Flood());
        var id = (await other.Do(other.Clerk, TestOffice.Application())).CaseId;
        Assert.That(await DueOnRecord(id), Is.EqualTo(Later));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Case_SavedByACalendarThatAnotherServerJustChanged_IsAConflict()
    {
        var id = await Office.Register();
        await using var other = Office.Restart();
        await Office.With<IServiceProvider>(async scope =>
        {
            var files = scope.GetRequiredService<ICaseFiles>();
            var file = (await files.Find(id, default))!;
            file.Record(new RegistrationVoided(new TextRef(Guid.NewGuid(), "")));

            // It does not touch this case: nothing but the edition tells.
            await other.Do(other.Administrator, new RecordClosure(null, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2), "停电", 0));
            Assert.That(
                () => scope.GetRequiredService<UnitOfWork>().Write(() => files.Save(file, default), default),
                Throws.InstanceOf<CaseConflictException>());
        });
    }

    [Test]
    public async Task Notice_Seen_IsGoneFromTheInbox_ButOnlyByTheOfficer()
    {
        await Office.Register();
        await Office.Do(Office.Administrator, Flood());
        var notice = (await Notices()).Single();
        await Office.Do(Office.Colleague, new SeeDeadlineNotice(notice.CaseId, notice.Sequence));
        Assert.That(await Notices(), Has.Count.EqualTo(1));
        await Office.Do(Office.Clerk, new SeeDeadlineNotice(notice.CaseId, notice.Sequence));
        Assert.That(await Notices(), Is.Empty);
    }

    [Test]
    public async Task Journal_Changed_Shows()
    {
        await Office.Do(Office.Administrator, Flood());
        Assert.That(() => Office.Tamper("UPDATE calendar_changes SET note = 'x'"), Throws.Exception.Message.Contains("append-only"));
        Assert.That(() => Office.Tamper("DELETE FROM calendar_changes"), Throws.Exception.Message.Contains("append-only"));
        await Office.Unlock("calendar_changes");
        await Office.Tamper("UPDATE calendar_changes SET note = 'x'");
        Assert.That((await Findings()).Distinct(), Is.EquivalentTo(new[] { "calendar.changed", "schema.missing" }));
    }

    private async Task<(Guid CaseId, Guid DocumentId)> Answered()
    {
        var (id, document) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, document));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, document, ServiceWay.HandedOver, Office.Clock.Today()));
        return (id, document);
    }

    private Task<CalendarMoves> Preview(IChangesCalendar command) =>
        Office.With<CalendarChangeService, CalendarMoves>(async desk => (await desk.Preview(command, default)).Value, Office.Administrator);

    private Task<IReadOnlyList<CalendarChange>> Journal() =>
        Office.With<ICalendarChanges, IReadOnlyList<CalendarChange>>(journal => journal.All(default));

    private Task<IReadOnlyList<MovedRow>> Notices() =>
        Office.With<ICaseQueries, IReadOnlyList<MovedRow>>(queries => queries.MovedDeadlines(Office.Clerk, default));

    private async Task<DeadlinesMoved> Event(Guid id) =>
        (DeadlinesMoved)(await Office.With<ICaseQueries, IReadOnlyList<HistoryRow>>(queries => queries.History(id, default)))[^1].Event;

    private async Task<DateOnly?> DueOnRecord(Guid id) =>
        (await Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(null), default)))
            .Rows.Single(row => row.CaseId == id).ReplyDueOn;

    private async Task<CaseProjection> Projection(Guid id)
    {
        var file = await Office.Case(id);
        return await Office.With<CalendarsInForce, CaseProjection>(calendars =>
            Task.FromResult(CaseProjection.Of(file, calendars.Snapshot)));
    }

    private Task<IReadOnlyList<AgencyRate>> Rates() =>
        Office.With<ICaseQueries, IReadOnlyList<AgencyRate>>(queries => queries.OnTimeRates(
            new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), default));

    private async Task<IEnumerable<string>> Findings() =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
            .Select(finding => finding.Code).ToList();
}
