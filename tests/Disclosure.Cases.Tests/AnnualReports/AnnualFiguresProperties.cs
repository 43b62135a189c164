using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.CaseFiles.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.AnnualReports;

/// <summary>What holds for the reports of any district, whatever came in and became of it.</summary>
public sealed class AnnualFiguresProperties
{
    private static readonly Guid[] Agencies = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private static readonly ApplicantKind[] Kinds = Enum.GetValues<ApplicantKind>();

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 1500).Select(day => new DateOnly(2020, 1, 1).AddDays(day));

    private static readonly Gen<ReportedCase> Cases =
        from agency in Gen.Elements(Agencies)
        from kind in Gen.Elements(Kinds)
        from receivedOn in Days
        from took in Gen.Choose(-100, 800)
        from row in Gen.Elements<string?>([.. ReportLines.Results, null])
        select new ReportedCase(
            Guid.NewGuid(), agency, "1号", kind, receivedOn, took < 0 ? null : receivedOn.AddDays(took), took < 0 ? null : row);

    private static readonly Gen<ReportedDispute> Disputes =
        from agency in Gen.Elements(Agencies)
        from kind in Gen.Elements(Enum.GetValues<DisputeKind>())
        from receivedOn in Days
        from took in Gen.Choose(-100, 800)
        from outcome in Gen.Elements(Enum.GetValues<DisputeOutcome>())
        select new ReportedDispute(
            Guid.NewGuid(), agency, "1号", Guid.NewGuid(), kind, receivedOn, took < 0 ? null : receivedOn.AddDays(took),
            took < 0 ? null : outcome);

    // What was handled outside: some carried over once, fewer of them settled later.
    private static readonly Gen<OutsideFigures> Outsides =
        from over in Gen.Choose(0, 9)
        from settled in Gen.Choose(0, 9)
        from year in Gen.Choose(2021, 2024)
        select new OutsideFigures(
        [
            new OutsideFigure(Agencies[0], 2020, ReportLines.CarriedOver, ApplicantKind.Other, over),
            new OutsideFigure(Agencies[0], year, "(一)", ApplicantKind.Other, Math.Min(over, settled)),
        ]);

    private static readonly Arbitrary<ReportedYear> Districts =
        (from cases in Cases.ListOf() from disputes in Disputes.ListOf() from outside in Outsides
         select new ReportedYear([.. cases], [.. disputes], [], [outside])).ToArbitrary();

    [Test]
    public void Columns_OfAnyYear_AddUp_AndBeginWhereTheYearBeforeEnded() => Check(district =>
    {
        AnnualFigures? before = null;
        foreach (var year in Enumerable.Range(2020, 6))
        {
            var figures = AnnualFigures.Of(year, district);
            foreach (var kind in Kinds)
            {
                // 四 by itself, not as the rest of the others.
                var pending = district.Cases.Count(each => each.Kind == kind && each.CountsIn(year, ReportLines.CarriedForward))
                    + district.Outside.Sum(outside => outside.PendingAfter(year, kind));
                if (figures.Application(ReportLines.CarriedForward, kind) != pending || figures.Application("四", kind) < 0)
                {
                    return false;
                }
            }

            if (figures.FailedIdentities(before).Count > 0)
            {
                return false;
            }

            before = figures;
        }

        return true;
    });

    [Test]
    public void Agencies_OfAnyDistrict_AddUpToIt() => Check(district => Enumerable.Range(2020, 6).All(year =>
        AnnualFigures.Sum([.. Agencies.Select((agency, index) =>
            AnnualFigures.Of(year, district.Of(agency, index == 0 ? district.Outside[0] : new OutsideFigures([]))))])
            .DifferencesFrom(AnnualFigures.Of(year, district)).Count == 0));

    [Test]
    public void Dispute_OfAnyDistrict_IsDecidedInOneYear_AndPendingInEachBefore() => Check(district => district.Disputes.All(dispute =>
    {
        var decided = Enumerable.Range(2020, 10)
            .Count(year => Enum.GetValues<DisputeOutcome>().Any(outcome => dispute.CountsIn(year, outcome)));
        var pending = Enumerable.Range(2020, 10).Count(year => dispute.CountsIn(year, null));
        return (decided, pending) == (dispute.DecidedOn is { } on
            ? (1, on.Year - dispute.ReceivedOn.Year)
            : (0, 2030 - dispute.ReceivedOn.Year));
    }));

    [Test]
    public void Figures_WrittenAndRead_AreTheSame() => Check(district =>
    {
        var figures = AnnualFigures.Of(2022, district);
        var read = System.Text.Json.JsonSerializer.Deserialize<AnnualFigures>(
            System.Text.Json.JsonSerializer.Serialize(figures, StoredJson.Readable), StoredJson.Readable)!;
        return read.Fingerprint() == figures.Fingerprint() && read.DifferencesFrom(figures).Count == 0;
    });

    private static void Check(Func<ReportedYear, bool> holds) =>
        FsCheck.Check.One(Properties.Config, Prop.ForAll(Districts, district => holds(district)));
}
