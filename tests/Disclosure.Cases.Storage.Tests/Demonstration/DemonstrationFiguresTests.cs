using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

// The figures of the whole district: each is the count of its list, its parts add up, and it says what other queries say.
public sealed partial class DemonstrationDistrictTests
{
    private IOpenCases OpenCases => scope.ServiceProvider.GetRequiredService<IOpenCases>();

    private IQueueCounts QueueCounts => scope.ServiceProvider.GetRequiredService<IQueueCounts>();

    private CalendarSnapshot Calendars => scope.ServiceProvider.GetRequiredService<CalendarsInForce>().Snapshot;

    [Test]
    public async Task Rates_OfAMonth_AreThoseOfTheYearsCasesInIt()
    {
        var (from, until) = (new DateOnly(Today.Year - 1, 1, 1), new DateOnly(Today.Year, 12, 31));
        var cases = await Queries.RateCases(from, until, null, default);
        var owed = 0;
        for (var first = from; first < until; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            var figures = ReplyFigures.Of(cases, first, last);
            Assert.That(
                figures,
                Is.EqualTo(ReplyFigures.Sum([.. (await Queries.OnTimeRates(first, last, default)).Select(rate => rate.Replies)])),
                $"{first:yyyy-MM}");
            owed += figures.Owed;
        }

        Assert.That(owed, Is.GreaterThan(100));
    }

    [Test]
    public async Task Rates_OfEachAgencyAndFigure_HaveAsManyCasesBehindThem()
    {
        var (from, until) = (new DateOnly(Today.Year, 1, 1), Today);
        var whole = await Queries.RateCases(from, until, null, default);
        var listed = new List<RateCase>();
        foreach (var rate in await Queries.OnTimeRates(from, until, default))
        {
            var cases = await Queries.RateCases(from, until, rate.AgencyId, default);
            var counts = Enum.GetValues<ReplyFigure>()
                .ToDictionary(figure => figure, figure => cases.Count(row => row.CountsAs(figure, from, until)));
            Assert.That(
                new ReplyFigures(
                    counts[ReplyFigure.Served],
                    counts[ReplyFigure.ServedOnTime],
                    counts[ReplyFigure.DueUnserved],
                    counts[ReplyFigure.DueOrServed],
                    counts[ReplyFigure.ServedByEnd]),
                Is.EqualTo(rate.Replies), rate.AgencyName);
            Assert.That(
                (counts[ReplyFigure.Owed], counts[ReplyFigure.ServedOnTime] + counts[ReplyFigure.ServedLate]),
                Is.EqualTo((rate.Replies.Owed, rate.Replies.Served)),
                rate.AgencyName);
            listed.AddRange(cases);
        }

        Assert.That(listed, Is.EquivalentTo(whole), "the agencies together are the district");
        Assert.That(whole, Is.Not.Empty);
    }

    [Test]
    public async Task OpenCases_InEachPartition_AreAllOfThem_AndAgreeWithTheQueue()
    {
        var open = await OpenCases.Of(null, default);
        var byAgency = new List<OpenCase>();
        foreach (var agency in await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today, default))
        {
            byAgency.AddRange(await OpenCases.Of(agency.Id, default));
        }

        int Count(OpenFigure figure) => open.Count(row => row.CountsAs(figure, Today, Calendars.Of(row.AgencyId)));
        var soon = Calendars.Of(null).AddWorkingDays(Today, Endangerment.From);
        var (late, pressing) = (await Queries.Queue(new QueueFilter(null, DueUntil: Today.AddDays(-1)), default), await Queries.Queue(
            new QueueFilter(null, DueUntil: soon), default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byAgency, Is.EquivalentTo(open));
            Assert.That(
                open,
                Has.Count.EqualTo(
                    (await QueueCounts.Open(null, null, new QueueDays(Today, soon, soon), default)).Sum(tally => tally.Cases)));
            Assert.That((await Queries.OnTimeRates(FirstOf2020, Today, default)).Sum(rate => rate.Open), Is.EqualTo(open.Count));
            Assert.That(Count(OpenFigure.Overdue), Is.EqualTo(late.Total).And.GreaterThan(0));
            Assert.That(Count(OpenFigure.Overdue) + Count(OpenFigure.DueSoon), Is.EqualTo(pressing.Total));
            Assert.That(
                open.CountBy(row => row.Whereabouts).Select(place => place.Key),
                Is.SupersetOf(new[]
                {
                    Whereabouts.Confirmation, Whereabouts.Completeness, Whereabouts.Applicant, Whereabouts.Approval, Whereabouts.Service,
                }));
        }
    }

    [Test]
    public async Task OpenCases_CalledEndangered_AreThoseThatMayBeAskedAbout()
    {
        var files = scope.ServiceProvider.GetRequiredService<ICaseFiles>();
        var open = await OpenCases.Of(null, default);
        foreach (var row in open)
        {
            var (file, calendar) = ((await files.Find(row.CaseId, default))!, Calendars.Of(row.AgencyId));
            Assert.That(row.DangersOn(Today, calendar).Any(), Is.EqualTo(file.IsEndangeredOn(Today, calendar)), row.RegisterNumber);
        }

        Assert.That(
            open.SelectMany(row => row.DangersOn(Today, Calendars.Of(row.AgencyId))).Select(danger => danger.Kind).Distinct(),
            Is.SupersetOf(new[] { DueKind.Reply, DueKind.ReceiptConfirmation }));
    }

    [Test]
    public async Task Loads_OfAllOfficers_AreTheDistricts()
    {
        var (from, until) = (new DateOnly(Today.Year, 1, 1), Today);
        var (open, replies) = (await OpenCases.Of(null, default), await Queries.RateCases(from, until, null, default));
        var loads = OfficerLoad.Of(open, replies, from, until, Today, Calendars);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(loads.Sum(load => load.Open), Is.EqualTo(open.Count));
            Assert.That(loads.Sum(load => load.Overdue), Is.EqualTo(open.Count(row => row.ReplyDueOn < Today)));
            Assert.That(loads.Sum(load => load.Served), Is.EqualTo(ReplyFigures.Of(replies, from, until).Served));
            Assert.That(loads.Select(load => (load.AgencyId, load.OfficerId)), Is.Unique);
            Assert.That(loads.Select(load => load.OfficerName), Has.None.Empty);
            foreach (var load in loads)
            {
                Assert.That(
                    (await Queries.Queue(new QueueFilter(load.AgencyId, load.OfficerId, PageSize: 1), default)).Total,
                    Is.EqualTo(load.Open),
                    load.OfficerName);
            }
        }
    }
}
