using Disclosure.Cases.Agencies;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

// Received on 22 September 2025, due on 24 October.
internal sealed class LedgerTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly Day = new(2025, 9, 22);
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    [SetUp]
    public void SideBySide() => Office.LetTheClockGoBack();

    [Test]
    public async Task Ledger_OfAPeriod_HasEveryCaseAsItStands()
    {
        await Answer(DueOn);
        await Answer(DueOn.AddDays(3));
        var open = await Office.Register();
        var withdrawn = await Office.Register();
        await Office.Next(Office.Clerk, withdrawn, version => new WithdrawApplication(withdrawn, version, Office.Clock.Today(), "书面撤回"));
        await Office.Confirm(withdrawn);
        var voided = await Office.Register();
        await Office.Next(Office.Clerk, voided, version => new VoidRegistration(voided, version, "重复"));
        await Office.Confirm(voided);
        await Office.Register(TestOffice.Application() with { Channel = Channel.Internet });
        Office.Clock.MoveTo(DueOn.AddDays(3));
        await Office.Next(Office.Manager, open, version => new OpenInquiry(open, version, "为何逾期？", DueOn.AddDays(10)));

        var rows = await Ledger(null, Day, DueOn);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => (
                    row.RegisterNumber, row.Stage, row.ReceivedOn, row.DueOn, row.ServedOn, row.Timeliness, row.ReportRow, row.Inquiries)),
                Is.EqualTo(new (string, CaseStage, DateOnly?, DateOnly?, DateOnly?, ReplyTimeliness?, string?, int)[]
                {
                    ("示范府依申请〔2025〕1号", CaseStage.Answered, Day, DueOn, DueOn, ReplyTimeliness.OnTime, "(四)1", 0),
                    ("示范府依申请〔2025〕2号", CaseStage.Answered, Day, DueOn, DueOn.AddDays(3), ReplyTimeliness.Late, "(四)1", 0),
                    ("示范府依申请〔2025〕3号", CaseStage.Completeness, Day, DueOn, null, ReplyTimeliness.Overdue, null, 1),
                    ("示范府依申请〔2025〕4号", CaseStage.Withdrawn, Day, null, null, null, "(六)3", 0),
                    ("示范府依申请〔2025〕5号", CaseStage.Voided, Day, null, null, null, null, 0),
                    ("示范府依申请〔2025〕6号", CaseStage.AwaitingConfirmation, null, null, null, null, null, 0),
                }));
            Assert.That(rows.SelectMany(row => row.Replies), Is.EqualTo(new[]
            {
                new LedgerReply(TemplateCodes.NotExisting, 1, "示范府依申请复〔2025〕1号"),
                new LedgerReply(TemplateCodes.NotExisting, 1, "示范府依申请复〔2025〕2号"),
            }));
            Assert.That(
                (rows[0].AgencyName, rows[0].OfficerName, rows[0].ApplicantKind, rows[0].Channel, rows[0].ArrivedOn),
                Is.EqualTo(("示范区人民政府", "王承办", ApplicantKind.NaturalPerson, Channel.InPerson, Day)));
        }
    }

    [Test]
    public async Task Ledger_OnTheDueDate_DoesNotYetBlame()
    {
        await Office.Register();
        Office.Clock.MoveTo(DueOn);
        Assert.That((await Ledger(null, Day, Day)).Single().Timeliness, Is.EqualTo(ReplyTimeliness.Pending));
    }

    [Test]
    public async Task Ledger_OfAReopenedCase_TellsOfTheReplyThatIsOwed()
    {
        var id = await Answer(Day.AddDays(1));
        await Office.Next(Office.Reviewer, id, version => new ReopenCase(
            id, version, ReopeningGround.ReconsiderationDecision, Day.AddDays(1), Day.AddDays(8), null, "复议决定撤销"));
        var row = (await Ledger(null, Day, Day)).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (row.DueOn, row.ServedOn, row.Timeliness),
                Is.EqualTo(((DateOnly?)Day.AddDays(8), (DateOnly?)null, (ReplyTimeliness?)ReplyTimeliness.Pending)));
            Assert.That(row.Replies, Is.Empty, "the former decision is no longer in force");
            Assert.That(row.ReportRow, Is.EqualTo("(四)1"), "but the case counts by it");
        }
    }

    [Test]
    public async Task Ledger_OfSeveralApplicantsAndItems_NamesThemInOneLine()
    {
        var application = TestOffice.Application("甲");
        await Office.Register(application with
        {
            Applicants =
            [
                application.Applicants[0],
                application.Applicants[0] with { Kind = ApplicantKind.Other, Name = "𠮷田", IdentityNumber = null },
            ],
            Items = ["甲", "乙"],
        });
        var row = (await Ledger(null, Day, Day)).Single();
        Assert.That((row.Applicants, row.ApplicantKind, row.Requested), Is.EqualTo(("张三、𠮷田", ApplicantKind.NaturalPerson, "甲；乙")));
    }

    [Test]
    public async Task Ledger_ByAgencyAndPeriod_LeavesTheOthersOut()
    {
        var agency = TestOffice.NewAgency("东街办", "东街街道办事处", AgencyKind.TownOrStreet);
        await Office.With<IAgencies>(agencies => agencies.Add(agency, default));
        var east = await Office.Hire("east-clerk", "周东街", Role.Clerk, agency);
        await Office.Do(east, TestOffice.Application());
        await Office.Register();
        Office.Clock.MoveTo(Day.AddDays(2));
        await Office.Register(TestOffice.Application() with { ArrivedOn = Day.AddDays(2) });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Numbers(null, Day, Day.AddDays(2)),
                Is.EqualTo(new[] { "示范府依申请〔2025〕1号", "示范府依申请〔2025〕2号", "东街办依申请〔2025〕1号" }));
            Assert.That(await Numbers(agency.Id, Day, Day.AddDays(2)), Is.EqualTo(new[] { "东街办依申请〔2025〕1号" }));
            Assert.That(await Numbers(Office.Agency.Id, Day.AddDays(1), Day.AddDays(2)), Is.EqualTo(new[] { "示范府依申请〔2025〕2号" }));
            Assert.That(await Numbers(null, Day.AddDays(-2), Day.AddDays(-1)), Is.Empty);
        }
    }

    [Test]
    public async Task Ledger_OfManyCases_HasEachOnceInTheOrderOfItsNumber()
    {
        await Office.RegisterMany(450);
        Assert.That(await Numbers(null, Day, Day), Is.EqualTo(Enumerable.Range(1, 450).Select(ordinal => $"示范府依申请〔2025〕{ordinal}号")));
    }

    private async Task<Guid> Answer(DateOnly servedOn)
    {
        Office.Clock.MoveTo(Day);
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(servedOn);
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, servedOn));
        return id;
    }

    private async Task<IReadOnlyList<string>> Numbers(Guid? agencyId, DateOnly from, DateOnly until) =>
        [.. (await Ledger(agencyId, from, until)).Select(row => row.RegisterNumber)];

    private async Task<List<LedgerRow>> Ledger(Guid? agencyId, DateOnly from, DateOnly until) =>
        await Office.With<ICaseQueries, List<LedgerRow>>(async queries =>
        {
            var rows = new List<LedgerRow>();
            await foreach (var page in queries.Ledger(agencyId, from, until, default))
            {
                rows.AddRange(page);
            }

            Assert.That(await queries.LedgerSize(agencyId, from, until, default), Is.EqualTo(rows.Count));
            return rows;
        });
}
