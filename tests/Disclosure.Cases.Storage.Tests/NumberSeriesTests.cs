using Disclosure.Cases.Agencies;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class NumberSeriesTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Approval_RolledBack_LeavesNoGap()
    {
        var (id, documentId) = await Office.ToApproval();
        var version = (await Office.Case(id)).Version;
        Office.Letters.IsBroken = true;
        Assert.That(() => Office.Send(Office.Reviewer, new ApproveDocument(id, version, documentId)), Throws.InstanceOf<IOException>());
        Assert.That(await Ledger(SeriesKind.Decision), Is.Empty);

        Office.Letters.IsBroken = false;
        var approval = await Office.Do(Office.Reviewer, new ApproveDocument(id, version, documentId));
        Assert.That(approval.Number, Is.EqualTo("示范府依申请复〔2025〕1号"));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Registration_Voided_KeepsItsNumberInTheLedgerAndTheNextGetsANewOne()
    {
        var id = await Office.Register();
        await Office.Next(Office.Clerk, id, version => new VoidRegistration(id, version, "重复登记"));
        await Office.Register();

        var rows = await Ledger(SeriesKind.Register);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => (row.Number, row.TakenBy, row.VoidedBy, row.VoidReason)), Is.EqualTo(new[]
            {
                ("示范府依申请〔2025〕2号", "王承办", null, null),
                ("示范府依申请〔2025〕1号", "王承办", "王承办", "重复登记"),
            }));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Document_WithdrawnBeforeService_VoidsItsNumber()
    {
        var (id, documentId) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(Office.Clerk, id, version => new WithdrawDocument(id, version, documentId, "文号有误"));
        Assert.That((await Ledger(SeriesKind.Decision)).Single().VoidedBy, Is.Null, "nothing is void before the second person confirms");
        await Office.Confirm(id);
        var again = await Office.Next(Office.Clerk, id, version => new DraftDocument(id, version, TemplateCodes.NotExisting, null, []));
        await Office.Next(Office.Clerk, id, version => new SubmitDocument(id, version, again));
        var approval = await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, again));

        Assert.That(approval.Number, Is.EqualTo("示范府依申请复〔2025〕2号"));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Series_OpenedAt37_BeginsThereAndCannotBeOpenedAgain()
    {
        var open = new OpenNumberSeries(Office.Agency.Id, SeriesKind.Register, 2025, 37);
        await Office.Do(Office.Administrator, open with { FirstOrdinal = 12 });
        await Office.Do(Office.Administrator, open);
        await Office.Register();
        var again = await Office.Send(Office.Administrator, open with { FirstOrdinal = 50 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Ledger(SeriesKind.Register)).Select(row => row.Ordinal), Is.EqualTo(new[] { 37 }));
            Assert.That(again.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "number.seriesHasBegun" }));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Number_AcrossTheYearAndANewCode_FollowsTheDay()
    {
        await Office.With<IAgencies>(agencies => agencies.Add(
            Office.Agency with { ValidFrom = new DateOnly(2026, 1, 1), Code = "新示府" }, default));
        await Office.Register();

        // Midnight of the year's end is China's: 16:00 UTC.
        Office.Clock.Now = new DateTimeOffset(2025, 12, 31, 15, 59, 59, TimeSpan.Zero);
        await Office.Register();
        Office.Clock.Now = new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero);
        await Office.Register();

        var numbers = (await Ledger(SeriesKind.Register, 2025)).Concat(await Ledger(SeriesKind.Register, 2026)).Select(row => row.Number);
        Assert.That(numbers, Is.EqualTo(new[] { "示范府依申请〔2025〕2号", "示范府依申请〔2025〕1号", "新示府依申请〔2026〕1号" }));
    }

    [Test]
    public void Void_OfANumberNeverGiven_Throws() =>
        Assert.That(
            () => Office.InTransaction<INumberSeries>(numbers => numbers.Void(Guid.NewGuid(), "无", default)),
            Throws.InvalidOperationException.With.Message.Contains("never given"));

    [Test]
    public async Task Ledger_SaysWhatEachNumberIsOf_AndWhereTheSeriesBegins()
    {
        await Office.Do(Office.Administrator, new OpenNumberSeries(Office.Agency.Id, SeriesKind.Decision, 2025, 31));
        var (desk, _) = await CaseDriver.Issued(Office, CaseDriver.Person("欧阳小明"));
        await CaseDriver.Register(Office, contact: "000-9");
        var register = (await Ledger(SeriesKind.Register)).Single(row => row.CaseId == desk.CaseId);
        var decision = (await Ledger(SeriesKind.Decision)).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((register.Template, register.Requested, register.Applicant), Is.EqualTo(((string?)null, "第1项信息", "欧某某")));
            Assert.That(
                (decision.Ordinal, decision.Template, decision.RegisterNumber, decision.Applicant),
                Is.EqualTo((31, (string?)TemplateCodes.NotExisting, register.Number, "欧某某")));
            Assert.That(await Opening(SeriesKind.Decision), Is.EqualTo(31));
            Assert.That(await Opening(SeriesKind.Register), Is.EqualTo(1));
            Assert.That(await Opening(SeriesKind.Letter), Is.Null, "not begun");
        }
    }

    [Test]
    public async Task Work_RefusedWithin_TakesEverythingBack()
    {
        await Office.With<UnitOfWork>(async work =>
        {
            Assert.That(
                () => work.Write(async () =>
                {
                    await work.Execute("INSERT INTO chains (chain, length, head) VALUES ('x', 0, '')", null, default);
                    await work.Run(() => Task.FromResult(0), _ => false, default);
                }, default),
                Throws.InvalidOperationException);
            Assert.That(await work.Query<string>("SELECT head FROM chains WHERE chain = 'x'", null, default), Is.Empty);
        });
    }

    private Task<IReadOnlyList<NumberRow>> Ledger(SeriesKind series, int year = 2025) =>
        Office.With<ICaseQueries, IReadOnlyList<NumberRow>>(queries => queries.NumberLedger(Office.Agency.Id, year, series, default));

    private Task<int?> Opening(SeriesKind series) =>
        Office.With<ICaseQueries, int?>(queries => queries.OpeningNumber(Office.Agency.Id, 2025, series, default));

    private Task<IReadOnlyList<Finding>> Findings() =>
        Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
}
