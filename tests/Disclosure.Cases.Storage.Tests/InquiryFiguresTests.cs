using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

// Cases due on 24 October 2025; "the period" is November, of which the first and the last day are Saturday and Sunday.
internal sealed class InquiryFiguresTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly From = new(2025, 11, 1);
    private static readonly DateOnly Until = new(2025, 11, 30);

    [SetUp]
    public void SideBySide() => Office.LetTheClockGoBack();

    [TestCase("2025-10-31", "2025-11-03", null, 0, 0, 1, TestName = "Asked before the period, its date passed in it")]
    [TestCase("2025-10-31", "2025-11-03", "2025-11-03", 0, 1, 0, TestName = "Asked before the period, answered in it on its last day")]
    [TestCase("2025-10-31", "2025-10-31", "2025-11-01", 0, 0, 0, TestName = "Overdue before the period, answered in it")]
    [TestCase("2025-11-01", "2025-11-04", "2025-11-04", 1, 1, 0, TestName = "Asked on the first day, answered on the day set")]
    [TestCase("2025-11-01", "2025-11-04", "2025-11-05", 1, 0, 1, TestName = "Asked on the first day, answered a day late")]
    [TestCase("2025-11-03", "2025-11-06", null, 1, 0, 1, TestName = "Never answered")]
    [TestCase("2025-11-30", "2025-11-30", null, 1, 0, 1, TestName = "Asked for the last day, not answered on it")]
    [TestCase("2025-11-28", "2025-12-01", null, 1, 0, 0, TestName = "Its date passed after the period")]
    [TestCase("2025-11-28", "2025-12-01", "2025-12-01", 1, 0, 0, TestName = "Answered after the period, in time")]
    [TestCase("2025-11-28", "2025-12-01", "2025-11-30", 1, 1, 0, TestName = "Answered on the last day, early")]
    [TestCase("2025-12-01", "2025-12-04", null, 0, 0, 0, TestName = "Asked after the period")]
    public async Task Figures_OfAPeriodThatIsOver_StayAsTheyAre(
        string asked, string respondBy, string? answered, int opened, int inTime, int overdue)
    {
        var id = await Office.Register();
        var inquiry = await Ask(id, DateOnly.Parse(asked), DateOnly.Parse(respondBy));
        if (answered is not null)
        {
            await Answer(id, inquiry, DateOnly.Parse(answered));
        }

        foreach (var day in new DateOnly[] { new(2025, 12, 5), new(2026, 7, 1) })
        {
            Office.Clock.MoveTo(day);
            Assert.That(await Figures(), Is.EqualTo(new InquiryFigures(opened, inTime, overdue)), $"made on {day:O}");
        }
    }

    [Test]
    public async Task Figures_MadeRightAfterThePeriodAndAfterALateAnswer_AreTheSame()
    {
        var id = await Office.Register();
        var inquiry = await Ask(id, new DateOnly(2025, 11, 26), Until);
        Office.Clock.MoveTo(Until);
        Assert.That(await Figures(), Is.EqualTo(new InquiryFigures(1, 0, 0)), "on the day itself an answer may still come");
        Office.Clock.MoveTo(Until.AddDays(1));
        var made = await Figures();
        await Answer(id, inquiry, Until.AddDays(3));
        Assert.That((made, await Figures()), Is.EqualTo((new InquiryFigures(1, 0, 1), made)));
    }

    [Test]
    public async Task Figures_OfAdjoiningPeriods_CountEachInquiryOnce()
    {
        foreach (var days in Enumerable.Range(0, 8))
        {
            var id = await Office.Register();
            var inquiry = await Ask(id, new DateOnly(2025, 10, 27), new DateOnly(2025, 10, 29).AddDays(days));
            if (days % 2 == 0)
            {
                await Answer(id, inquiry, new DateOnly(2025, 10, 29).AddDays(days + (days / 2 % 2)));
            }
        }

        Office.Clock.MoveTo(new DateOnly(2026, 1, 5));
        var (october, november, both) = (await Figures(new DateOnly(2025, 10, 1), From.AddDays(-1)), await Figures(), await Figures(
            new DateOnly(2025, 10, 1), Until));
        Assert.That(InquiryFigures.Sum([october, november]), Is.EqualTo(both));
        Assert.That(both, Is.EqualTo(new InquiryFigures(8, 2, 6)));
    }

    [Test]
    public async Task Figures_AndTheCasesBehindThem_Agree_AndVoidedOnesAreInNeither()
    {
        var id = await Office.Register();
        await Ask(id, new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 6));
        var voided = await Office.Register();
        await Ask(voided, new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 6));
        await Office.Next(Office.Clerk, voided, version => new VoidRegistration(voided, version, "重复"));
        await Office.Confirm(voided);
        Office.Clock.MoveTo(new DateOnly(2025, 12, 5));

        var cases = await Office.With<ICaseQueries, IReadOnlyList<InquiryCase>>(queries =>
            queries.Inquiries(From, Until, Office.Agency.Id, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Figures(), Is.EqualTo(new InquiryFigures(1, 0, 1)));
            Assert.That(cases, Is.EqualTo(new[]
            {
                new InquiryCase(
                    id, Office.Agency.Id, "示范区人民政府", "示范府依申请〔2025〕1号", new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 6), null),
            }));
            Assert.That(
                await Office.With<ICaseQueries, IReadOnlyList<InquiryCase>>(queries => queries.Inquiries(
                    From, Until, Guid.NewGuid(), default)),
                Is.Empty);
        }
    }

    private async Task<Guid> Ask(Guid id, DateOnly on, DateOnly respondBy)
    {
        Office.Clock.MoveTo(on);
        return await Office.Next(Office.Manager, id, version => new OpenInquiry(id, version, "为何逾期？", respondBy));
    }

    private async Task Answer(Guid id, Guid inquiry, DateOnly on)
    {
        Office.Clock.MoveTo(on);
        await Office.Next(Office.Clerk, id, version => new AnswerInquiry(id, version, inquiry, "正在送签。"));
    }

    private async Task<InquiryFigures> Figures(DateOnly? from = null, DateOnly? until = null) =>
        (await Office.With<ICaseQueries, IReadOnlyList<AgencyRate>>(queries =>
            queries.OnTimeRates(from ?? From, until ?? Until, default)))[0].Inquiries;
}
