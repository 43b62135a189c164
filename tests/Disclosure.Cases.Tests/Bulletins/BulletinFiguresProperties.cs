using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.Bulletins;

/// <summary>What holds for the bulletins of any district, whatever was answered and owed.</summary>
public sealed class BulletinFiguresProperties
{
    private static readonly DateOnly Today = new(2025, 7, 1);

    private static readonly Agency[] Agencies =
    [
        .. "甲乙丙丁".Select(name => new Agency(
            Guid.NewGuid(), new DateOnly(2008, 5, 1), $"示范{name}", $"示范区{name}局", AgencyKind.Department, "办公室", "示范路1号", "100000",
            "000-1", "示范市人民政府", "示范路2号", "示范区人民法院", MastheadKind.Letter)),
    ];

    private static readonly Quarter[] Quarters = [new(2024, 4), new(2025, 1), new(2025, 2)];

    // What is not served is open, and so are some that fall due soon.
    private static readonly Gen<RateCase> Replies =
        from agency in Gen.Elements(Agencies)
        from due in Gen.Choose(0, 364)
        from took in Gen.Choose(-40, 60)
        let dueOn = new DateOnly(2024, 7, 1).AddDays(due)
        let servedOn = took > 40 || dueOn.AddDays(took) >= Today ? null : (DateOnly?)dueOn.AddDays(took)
        select new RateCase(Guid.NewGuid(), agency.Id, agency.Name, "1号", Guid.Empty, "", dueOn, servedOn, servedOn <= dueOn);

    private static readonly Gen<OpenCase> Soon =
        from agency in Gen.Elements(Agencies)
        from due in Gen.Choose(0, 9)
        select Open(Guid.NewGuid(), agency.Id, Today.AddDays(due));

    private static readonly Arbitrary<District> Districts =
        (from replies in Replies.ListOf()
         from soon in Soon.ListOf()
         from below in Gen.Choose(0, 100)
         from late in Gen.Choose(1, 5)
         select new District([.. replies], [.. soon], new InterviewThreshold(below, late))).ToArbitrary();

    private sealed record District(IReadOnlyList<RateCase> Replies, IReadOnlyList<OpenCase> Soon, InterviewThreshold Threshold)
    {
        public IReadOnlyList<OpenCase> Opened =>
            [.. Replies.Where(row => row.ServedOn is null).Select(row => Open(row.CaseId, row.AgencyId, row.DueOn!.Value)), .. Soon];

        public BulletinFigures In(Quarter quarter) =>
            BulletinFigures.Of(quarter, Today, Threshold, Agencies, Replies, Opened, CalendarSnapshot.Shipped);
    }

    [Test]
    public void Counts_OfAnyQuarter_AreThoseByHand_AndAddUp() => Check((district, quarter) =>
    {
        var figures = district.In(quarter);
        bool IsIn(DateOnly? day) => day >= quarter.From && day <= quarter.Until;
        var owed = district.Replies.Where(row => IsIn(row.ServedOn) || (IsIn(row.DueOn) && !(row.ServedOn <= quarter.Until))).ToList();
        var (whole, before) = figures.Whole();
        return whole.Owed == owed.Count
            && whole.ServedOnTime == owed.Count(row => IsIn(row.ServedOn) && row.OnTime)
            && figures.Late.Count == whole.Owed - whole.ServedOnTime
            && figures.Agencies.All(agency => agency.Here.ToFigures().Owed == owed.Count(row => row.AgencyId == agency.AgencyId))
            && before == district.In(quarter.Previous()).Whole().Here;
    });

    [Test]
    public void Ranks_OfAnyQuarter_FollowTheRateShown_AndEqualsShareOne() => Check((district, quarter) =>
    {
        static decimal Shown(ReplyCounts counts) => Math.Round(
            1000m * counts.ServedOnTime / counts.ToFigures().Owed, MidpointRounding.AwayFromZero);
        var (figures, ranked) = (district.In(quarter), district.In(quarter).Ranked());
        var former = figures.Agencies.Where(agency => agency.Before.ToFigures().Owed > 0).ToList();
        return ranked.Select(each => each.Agency.AgencyId).Concat(figures.Idle().Select(each => each.AgencyId)).Order()
                .SequenceEqual(Agencies.Select(agency => agency.Id).Order())
            && ranked.All(each => each.Rank == 1 + ranked.Count(other => Shown(other.Agency.Here) > Shown(each.Agency.Here)))
            && ranked.All(each => each.RankBefore == (each.Agency.Before.ToFigures().Owed == 0 ? null
                : 1 + former.Count(other => Shown(other.Before) > Shown(each.Agency.Before))))
            && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Rank <= pair.Second.Rank);
    });

    [Test]
    public void Proposals_OfAnyQuarter_AreWhatTheThresholdSays() => Check((district, quarter) =>
    {
        var figures = district.In(quarter);
        return figures.Proposed().Select(each => each.Agency.AgencyId).Order().SequenceEqual(
            from agency in figures.Agencies
            let counts = agency.Here
            let owed = counts.ToFigures().Owed
            where owed > 0
            let shown = Math.Round(1000m * counts.ServedOnTime / owed, MidpointRounding.AwayFromZero) / 10
            where shown < district.Threshold.RateBelow || owed - counts.ServedOnTime >= district.Threshold.LateFrom
            orderby agency.AgencyId
            select agency.AgencyId);
    });

    [Test]
    public void Cases_LateOrDueSoon_StandInOneListEach() => Check((district, quarter) =>
    {
        var figures = district.In(quarter);
        var late = figures.Late.Select(each => each.CaseId).ToList();
        var endangered = figures.Endangered.Select(each => each.CaseId).ToList();
        return late.Concat(endangered).Distinct().Count() == late.Count + endangered.Count
            && district.Opened.Where(row => row.ReplyDueOn < Today).All(row => late.Contains(row.CaseId) || endangered.Contains(row.CaseId))
            && figures.Late.All(each => each.Days == WorkingDayCalendar.Official.WorkingDaysBetween(each.DueOn, each.ServedOn ?? Today));
    });

    [Test]
    public void Figures_WrittenAndRead_AreTheSame() => Check((district, quarter) =>
    {
        var figures = district.In(quarter);
        var read = JsonSerializer.Deserialize<BulletinFigures>(
            JsonSerializer.Serialize(figures, StoredJson.Readable), StoredJson.Readable)!;
        return read.Fingerprint() == figures.Fingerprint() && BulletinDifference.Between(read, figures, Texts.Chinese).Count == 0;
    });

    private static OpenCase Open(Guid caseId, Guid agencyId, DateOnly dueOn) => new(
        caseId, agencyId, "示范区甲局", "1号", Guid.Empty, "", CaseStage.Competence, dueOn.AddDays(-30), dueOn.AddDays(-30), dueOn, null,
        false, false, false, false, false);

    private static void Check(Func<District, Quarter, bool> holds) =>
        FsCheck.Check.One(Properties.Config, Prop.ForAll(Districts, district => Quarters.All(quarter => holds(district, quarter))));
}
