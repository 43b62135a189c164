using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.CaseFiles.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

// Every figure of every year against SQL written by hand, which knows nothing of the rule in the program.
public sealed partial class DemonstrationDistrictTests
{
    // 一, 二, each result, 四: over the columns alone.
    private static readonly (string Line, string Condition)[] ByHand =
    [
        (ReportLines.Received, "SUBSTR(received_on, 1, 4) = '{0}'"),
        (ReportLines.CarriedOver, "SUBSTR(received_on, 1, 4) < '{0}' AND (settled_on IS NULL OR SUBSTR(settled_on, 1, 4) >= '{0}')"),
        .. ReportLines.Results.Select(line => (line, $"SUBSTR(settled_on, 1, 4) = '{{0}}' AND report_row = '{line}'")),
        (ReportLines.Settled, "SUBSTR(settled_on, 1, 4) = '{0}'"),
        (ReportLines.CarriedForward,
            "SUBSTR(received_on, 1, 4) <= '{0}' AND (settled_on IS NULL OR SUBSTR(settled_on, 1, 4) > '{0}')"),
    ];

    private IAnnualReports Reports => scope.ServiceProvider.GetRequiredService<IAnnualReports>();

    [Test]
    public async Task AnnualReports_OfEveryYearAgencyAndColumn_AreWhatSqlByHandSays()
    {
        var (compared, counted) = (0, 0);
        var agencies = await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today, default);
        using (Assert.EnterMultipleScope())
        {
            for (var year = 2019; year <= Today.Year; year++)
            {
                var expected = await CountedByHand(year);
                foreach (var agency in agencies)
                {
                    var figures = AnnualFigures.Of(year, await Reports.Read(year, agency.Id, default));
                    foreach (var (line, _) in ByHand)
                    {
                        foreach (var kind in Enum.GetValues<ApplicantKind>())
                        {
                            var byHand = expected.GetValueOrDefault((line, agency.Id, kind));
                            Assert.That(figures.Application(line, kind), Is.EqualTo(byHand), $"{year} {agency.Name} {line} {kind}");
                            (compared, counted) = (compared + 1, counted + byHand);
                        }
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{compared} cells, {counted} cases in them");
        Assert.That(counted, Is.GreaterThan(1000), "there is something to count");
    }

    [Test]
    public async Task AnnualReports_OfAllAgencies_AddUpToTheDistricts_AndEachYearBeginsWhereTheLastOneEnded()
    {
        var agencies = await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today, default);
        AnnualFigures? before = null;
        for (var year = 2019; year <= Today.Year; year++)
        {
            var whole = await Reports.Read(year, null, default);
            var district = AnnualFigures.Of(year, whole);
            var sum = AnnualFigures.Sum([.. agencies.Select(agency =>
                AnnualFigures.Of(year, whole.Of(agency.Id, new OutsideFigures([]))))]);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(sum.DifferencesFrom(district), Is.Empty);
                Assert.That(district.FailedIdentities(before), Is.Empty);
                Assert.That(
                    district.Application(ReportLines.Received, null) + district.Application(ReportLines.CarriedOver, null),
                    Is.EqualTo(district.Application(ReportLines.Settled, null) + district.Application(ReportLines.CarriedForward, null)));
            }

            before = district;
        }
    }

    [Test]
    public async Task AnnualReports_EveryFigure_OpensToAsManyCases()
    {
        for (var year = 2020; year <= Today.Year; year++)
        {
            var whole = await Reports.Read(year, null, default);
            var figures = AnnualFigures.Of(year, whole);
            using (Assert.EnterMultipleScope())
            {
                ReportGrid[] grids = [ReportGrid.Applications(figures, Texts.Chinese), ReportGrid.Disputes(figures, Texts.Chinese)];
                foreach (var grid in grids)
                {
                    foreach (var cell in grid.Rows.SelectMany(row => row).Where(cell => cell.Value is not null))
                    {
                        Assert.That(
                            ReportFigure.Find(cell.Figure)!.CasesIn(whole, year), Has.Count.EqualTo(cell.Value), $"{year} {cell.Figure}");
                    }
                }
            }
        }
    }

    [Test]
    public async Task AnnualReports_HaveTheDisputeThatCorrected_AndTheFeesAsSqlByHandSaysThem()
    {
        var disputes = await district.Column("SELECT DISTINCT SUBSTR(decided_on, 1, 4) FROM disputes WHERE outcome = 'Corrected'");
        Assert.That(disputes, Is.Not.Empty);
        foreach (var year in disputes.Select(int.Parse))
        {
            var figures = AnnualFigures.Of(year, await Reports.Read(year, null, default));
            var byHand = await district.Column(
                $"SELECT dispute_id FROM disputes WHERE outcome = 'Corrected' AND decided_on LIKE '{year}-%'");
            Assert.That(figures.Dispute(DisputeKind.Reconsideration, DisputeOutcome.Corrected), Is.EqualTo(byHand.Count));
        }

        var noticed = await district.Column(
            "SELECT SUBSTR(served_on, 1, 4) FROM documents WHERE template = 'fee-notice' AND served_on IS NOT NULL");
        Assert.That(noticed, Is.Not.Empty);
        foreach (var (year, notices) in noticed.CountBy(int.Parse))
        {
            var fees = AnnualFigures.Of(year, await Reports.Read(year, null, default)).Fees;
            Assert.That((fees.Notices, fees.Charged > 0), Is.EqualTo((notices, true)));
        }
    }

    private async Task<Dictionary<(string Line, Guid AgencyId, ApplicantKind Kind), int>> CountedByHand(int year)
    {
        var counted = new Dictionary<(string, Guid, ApplicantKind), int>();
        foreach (var (line, condition) in ByHand)
        {
            var rows = await district.Column(
                $"""
                SELECT agency_id || ' ' || applicant_kind || ' ' || COUNT(*) FROM (
                    SELECT c.*, COALESCE((SELECT MIN(r.served_on) FROM replies r WHERE r.case_id = c.case_id), c.withdrawn_on) AS settled_on
                    FROM case_files c WHERE c.stage <> 'Voided' AND c.received_on IS NOT NULL)
                WHERE {string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, year)}
                GROUP BY agency_id, applicant_kind
                """);
            foreach (var row in rows.Select(row => row.Split(' ')))
            {
                Assert.That(StoredNames.TryRead<ApplicantKind>(row[1], out var kind));
                counted[(line, Guid.Parse(row[0]), kind)] = int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return counted;
    }
}
