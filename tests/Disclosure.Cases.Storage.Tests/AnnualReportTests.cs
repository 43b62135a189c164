using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

// One case answered, one withdrawn, one open, a dispute: in 2025.
internal sealed class AnnualReportTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const int Year = 2025;

    [SetUp]
    public async Task AYear()
    {
        var (answered, letter) = await CaseDriver.Issued(Office, CaseDriver.Person());
        await answered.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, answered.Today));
        await answered.Do<Guid>((id, version) => new RecordDispute(
            id, version, DisputeKind.Reconsideration, false, answered.Today, answered.Today, "示范市人民政府", "不服答复"));
        var withdrawn = await CaseDriver.Register(Office, contact: "000-2");
        await withdrawn.Do<Unit>((id, version) => new WithdrawApplication(id, version, withdrawn.Today, "书面撤回"));
        await CaseDriver.Register(Office, contact: "000-3");
    }

    [Test]
    public async Task Figures_OfTheYear_CountEachCaseOnce_AndAreTheSameAfterARebuild()
    {
        var figures = await Figures();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ReportLines.All.ToDictionary(line => line, line => figures.Application(line, ApplicantKind.NaturalPerson))
                    .Where(line => line.Value > 0),
                Is.EquivalentTo(new Dictionary<string, int>
                {
                    [ReportLines.Received] = 3, ["(四)1"] = 1, ["(六)3"] = 1, [ReportLines.Settled] = 2, [ReportLines.CarriedForward] = 1,
                }));
            Assert.That(figures.Dispute(DisputeKind.Reconsideration, null), Is.EqualTo(1));
        }

        await Office.Tamper("DELETE FROM replies");
        await Office.Tamper("DELETE FROM disputes");
        Assert.That((await Figures()).DifferencesFrom(figures), Is.Not.Empty);
        await Office.With<Rebuild, int>(rebuild => rebuild.All(default));
        Assert.That((await Figures()).DifferencesFrom(figures), Is.Empty);
    }

    [Test]
    public async Task Report_HandedIn_IsKeptAsItWas_AndSealed()
    {
        Office.Clock.MoveTo(new DateOnly(Year + 1, 1, 12));
        await Office.Do(Office.Reviewer, new SetOutsideFigures(Year, [new OutsideLine(ReportLines.Received, ApplicantKind.Other, 5)]));
        await Office.Do(Office.Clerk, new WriteChapters(
            Year, false, new Dictionary<ReportChapter, string> { [ReportChapter.Problems] = "人手不足。", [ReportChapter.Overview] = "" }));
        var seen = (await Figures()).Fingerprint();
        Assert.That(await Office.Do(Office.Reviewer, new HandInReport(Year, false, seen)), Is.EqualTo(1));
        await Office.Do(Office.Reviewer, new SetOutsideFigures(Year, [new OutsideLine(ReportLines.Received, ApplicantKind.Other, 6)]));
        Assert.That(await Office.Do(Office.Reviewer, new HandInReport(Year, false, (await Figures()).Fingerprint())), Is.EqualTo(2));

        var versions = await Office.With<IAnnualReports, IReadOnlyList<HandedInReport>>(reports => reports.HandedIn(Year, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                versions.Select(report => (report.Version, report.Figures.Application(ReportLines.Received, ApplicantKind.Other))),
                Is.EqualTo(new[] { (2, 6), (1, 5) }));
            Assert.That(versions[1].Chapters[ReportChapter.Problems], Is.EqualTo("人手不足。"));
            Assert.That(versions[1].Figures.Fingerprint(), Is.EqualTo(seen));
            Assert.That(await Findings(), Is.Empty);
        }

        await Office.Tamper("UPDATE report_versions SET figures = '{}' WHERE version = 2");
        Assert.That(await Findings(), Is.Not.Empty);
    }

    private async Task<AnnualFigures> Figures() => AnnualFigures.Of(
        Year, await Office.With<IAnnualReports, ReportedYear>(reports => reports.Read(Year, Office.Agency.Id, default)));

    private async Task<IEnumerable<string>> Findings() =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
            .Select(finding => finding.Code);
}
