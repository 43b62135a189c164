using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

// Received on 22 September 2025: the 5th working day after it is 28 September (a Sunday on duty), the 7th 30 September,
// the 10th 11 October (a Saturday on duty), the 20th, on which the reply is due, 24 October.
internal sealed class OpenCasesTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly ReceivedOn = new(2025, 9, 22);
    private static readonly WorkingDayCalendar Official = WorkingDayCalendar.Official;

    [TestCase("2025-09-22", AgeBand.UpTo5)]
    [TestCase("2025-09-28", AgeBand.UpTo5)]
    [TestCase("2025-09-29", AgeBand.UpTo10)]
    [TestCase("2025-10-12", AgeBand.UpTo10)]
    [TestCase("2025-10-13", AgeBand.UpTo15)]
    [TestCase("2025-10-24", AgeBand.UpTo20)]
    [TestCase("2025-10-26", AgeBand.UpTo20)]
    [TestCase("2025-10-27", AgeBand.Over20)]
    public async Task Age_OfACase_IsInWorkingDaysSinceReceipt(string today, AgeBand age)
    {
        await Office.Register();
        Assert.That((await Open())[0].AgeOn(DateOnly.Parse(today), Official), Is.EqualTo(age));
    }

    [Test]
    public async Task Cases_OnTheirRoad_AreEachInOnePlace()
    {
        var completeness = await Office.Register();
        var (approval, document) = await Office.ToApproval();
        var (service, approved) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, service, version => new ApproveDocument(service, version, approved));
        var unconfirmed = await Unconfirmed();
        var withdrawn = await Office.Register();
        await Office.Next(Office.Clerk, withdrawn, version => new WithdrawApplication(withdrawn, version, ReceivedOn, null));

        var open = (await Open()).ToDictionary(row => row.CaseId);
        Assert.That(open.ToDictionary(row => row.Key, row => row.Value.Whereabouts), Is.EquivalentTo(new Dictionary<Guid, Whereabouts>
        {
            [completeness] = Whereabouts.Completeness,
            [approval] = Whereabouts.Approval,
            [service] = Whereabouts.Service,
            [unconfirmed] = Whereabouts.Confirmation,
        }));
        Assert.That(open[unconfirmed].AgeOn(ReceivedOn, Official), Is.EqualTo(AgeBand.Unconfirmed));
        await Office.Next(Office.Reviewer, approval, version => new ReturnDocument(approval, version, document, "请补充检索范围。"));
        Assert.That((await Open()).Single(row => row.CaseId == approval).Whereabouts, Is.EqualTo(Whereabouts.Propriety));
    }

    [TestCase("2025-09-22", new DueKind[0], new DueKind[0])]
    [TestCase("2025-09-23", new DueKind[0], new DueKind[0])]
    [TestCase("2025-09-24", new DueKind[0], new[] { DueKind.ReceiptConfirmation })]
    [TestCase("2025-09-30", new DueKind[0], new[] { DueKind.ReceiptConfirmation })]
    [TestCase("2025-10-01", new[] { DueKind.CorrectionNotice }, new[] { DueKind.ReceiptConfirmation })]
    [TestCase("2025-10-20", new[] { DueKind.CorrectionNotice }, new[] { DueKind.ReceiptConfirmation })]
    [TestCase("2025-10-21", new[] { DueKind.Reply, DueKind.CorrectionNotice }, new[] { DueKind.ReceiptConfirmation })]
    public async Task Dangers_OfACase_ComeWithTheDays_AsTheyMayBeAskedAbout(string today, DueKind[] received, DueKind[] unconfirmed)
    {
        var (first, second) = (await Office.Register(), await Unconfirmed());
        var open = (await Open()).ToDictionary(row => row.CaseId);
        foreach (var (id, kinds) in new[] { (first, received), (second, unconfirmed) })
        {
            Assert.That(open[id].DangersOn(DateOnly.Parse(today), Official).Select(danger => danger.Kind), Is.EqualTo(kinds));
            Assert.That((await Office.Case(id)).IsEndangeredOn(DateOnly.Parse(today), Official), Is.EqualTo(kinds.Length > 0));
        }
    }

    [TestCase("2025-10-20", 0, 0)]
    [TestCase("2025-10-21", 0, 1)]
    [TestCase("2025-10-24", 0, 1)]
    [TestCase("2025-10-25", 1, 0)]
    public async Task Figures_AboutTheReply_TurnWithItsDueDate(string today, int overdue, int soon)
    {
        await Office.Register();
        await Unconfirmed();
        var open = await Open();
        int Count(OpenFigure figure) => open.Count(row => row.CountsAs(figure, DateOnly.Parse(today), Official));
        Assert.That((Count(OpenFigure.Open), Count(OpenFigure.Overdue), Count(OpenFigure.DueSoon)), Is.EqualTo((2, overdue, soon)));
    }

    [Test]
    public async Task Cases_OfAnAgency_AreItsOwn_AndSayWhetherAnInquiryIsOpen()
    {
        var other = TestOffice.NewAgency("东街办", "东街街道办事处", AgencyKind.TownOrStreet);
        await Office.With<IAgencies>(agencies => agencies.Add(other, default));
        var stranger = await Office.Hire("stranger", "孙承办", Role.Clerk, other);
        var (own, theirs) = (await Office.Register(), (await Office.Do(stranger, TestOffice.Application())).CaseId);
        Office.Clock.MoveTo(new DateOnly(2025, 10, 27));
        await Office.Next(Office.Manager, theirs, version => new OpenInquiry(theirs, version, "为何逾期？", new DateOnly(2025, 10, 30)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Open()).Select(row => row.CaseId), Is.EquivalentTo(new[] { own, theirs }));
            Assert.That(
                (await Open(other.Id)).Select(row => (row.CaseId, row.AgencyName, row.OfficerName, row.HasOpenInquiry)),
                Is.EqualTo(new[] { (theirs, "东街街道办事处", "孙承办", true) }));
            Assert.That((await Open(Office.Agency.Id)).Select(row => row.HasOpenInquiry), Is.EqualTo(new[] { false }));
        }
    }

    [Test]
    public async Task Loads_OfOfficers_CountWhatIsInHandAndWhatWasAnswered()
    {
        await Office.Do(Office.Colleague, TestOffice.Application());
        await Office.Do(Office.Colleague, TestOffice.Application());
        var (answered, document) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, answered, version => new ApproveDocument(answered, version, document));
        await Office.Next(
            Office.Clerk, answered, version => new ServeDocument(answered, version, document, ServiceWay.HandedOver, ReceivedOn));
        await Office.Register();
        var (from, until) = (new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 30));
        var replies = await Office.With<ICaseQueries, IReadOnlyList<RateCase>>(queries => queries.RateCases(from, until, null, default));

        (string, int, int, int, int)[] LoadsOn(IReadOnlyList<OpenCase> open, DateOnly today) =>
            [.. OfficerLoad.Of(open, replies, from, until, today, CalendarSnapshot.Shipped)
                .Select(load => (load.OfficerName, load.Open, load.Overdue, load.DueSoon, load.Served))];
        var open = await Open();
        Assert.That(LoadsOn(open, new DateOnly(2025, 10, 24)), Is.EqualTo(new[] { ("𠮷田同事", 2, 0, 2, 0), ("王承办", 1, 0, 1, 1) }));
        Assert.That(LoadsOn(open, new DateOnly(2025, 10, 27)), Is.EqualTo(new[] { ("𠮷田同事", 2, 2, 0, 0), ("王承办", 1, 1, 0, 1) }));
    }

    private async Task<Guid> Unconfirmed() =>
        await Office.Register(TestOffice.Application() with { Channel = Channel.Internet, ArrivedOn = ReceivedOn });

    private Task<IReadOnlyList<OpenCase>> Open(Guid? agencyId = null) =>
        Office.With<IOpenCases, IReadOnlyList<OpenCase>>(open => open.Of(agencyId, default));
}
