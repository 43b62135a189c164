using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

public sealed partial class DemonstrationDistrictTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly FirstOf2020 = new(2020, 1, 1);
    private static readonly DateOnly LastOf2020 = new(2020, 12, 31);

    private SeededDistrict district = null!;
    private AsyncServiceScope scope;

    private ICaseQueries Queries => scope.ServiceProvider.GetRequiredService<ICaseQueries>();

    [OneTimeSetUp]
    public async Task Make()
    {
        district = await SeededDistrict.Make(Today);
        scope = district.Host.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
    }

    [OneTimeTearDown]
    public async Task Remove()
    {
        await scope.DisposeAsync();
        await district.DisposeAsync();
    }

    [Test]
    public async Task District_Made_HasTheGovernmentThirteenTownsAndThirtyFiveDepartments()
    {
        var agencies = await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(FirstOf2020, default);
        Assert.That(agencies.CountBy(agency => agency.Kind).ToDictionary(), Is.EquivalentTo(new Dictionary<AgencyKind, int>
        {
            [AgencyKind.DistrictGovernment] = 1,
            [AgencyKind.TownOrStreet] = 13,
            [AgencyKind.Department] = 35,
        }));
        Assert.That(agencies.Select(agency => agency.Name), Is.All.Contains("示范"));
        Assert.That(agencies.Select(agency => agency.Address), Is.All.Contains("演示数据"));
        Assert.That(agencies.Select(agency => agency.Phone), Is.All.StartsWith("000-"));
    }

    [Test]
    public async Task Accounts_OpenToEverybody_AreFoundUntilTheirPasswordIsChanged()
    {
        var users = scope.ServiceProvider.GetRequiredService<IUsers>();
        Assert.That(await DemonstrationDistrict.OpenAccount(users, default), Is.EqualTo("admin"));
        var first = (await users.All(default))[0];
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Run(
            async () =>
            {
                await users.Change(first with { IsActive = false }, default);
                Assert.That(await DemonstrationDistrict.OpenAccount(users, default), Is.Not.Null.And.Not.EqualTo(first.SignInName));
                return 0;
            },
            _ => false,
            default);
    }

    [Test]
    public async Task Government_In2020_ServedAll36OnTime()
    {
        var rate = (await Queries.OnTimeRates(FirstOf2020, LastOf2020, default)).Single(agency => agency.AgencyName == "示范区人民政府").Replies;
        Assert.That(
            (rate.Served, rate.ServedOnTime, rate.DueUnserved, rate.DueOrServed, rate.ServedByEnd, rate.OnTimeRate),
            Is.EqualTo((36, 36, 0, 36, 36, 1.0)));
    }

    [Test]
    public async Task Government_In2020_CarriedNothingOverInOrOut()
    {
        var received = await district.Column(
            """
            SELECT c.received_on || ' ' || MIN(r.served_on) FROM case_files c JOIN agencies a ON a.agency_id = c.agency_id LEFT JOIN replies r ON r.case_id = c.case_id
            WHERE a.code = '示范府' AND c.received_on < '2021-01-01' GROUP BY c.case_id
            """);
        Assert.That(received, Has.Count.EqualTo(36));
        Assert.That(received, Is.All.Match("^2020-[0-9-]{5} 2020-"));
        Assert.That(
            await district.Column("SELECT number FROM number_ledger WHERE number LIKE '示范府依申请〔2020〕%' AND voided_at IS NULL"),
            Has.Count.EqualTo(36));
    }

    [Test]
    public async Task OtherAgencies_Since2020_AnsweredHundredsAndSomeLate()
    {
        var rates = (await Queries.OnTimeRates(FirstOf2020, Today, default)).Where(agency => agency.AgencyName != "示范区人民政府")
            .Select(agency => agency.Replies).ToList();
        var (served, late) = (rates.Sum(agency => agency.Served), rates.Sum(agency => agency.Served - agency.ServedOnTime));
        Assert.That(served, Is.InRange(250, 450));
        Assert.That((double)late / served, Is.InRange(0.01, 0.05));
        Assert.That(rates.Sum(agency => agency.DueUnserved), Is.GreaterThan(0));
    }

    [Test]
    public async Task Templates_AllOfTheCatalogue_AreServedInEveryVariant()
    {
        var served = await district.Column(
            "SELECT DISTINCT template || ' ' || COALESCE(variant, '') FROM documents WHERE status = 'Served'");
        var known = scope.ServiceProvider.GetRequiredService<IReplyTemplates>().All
            .SelectMany(template => template.Variants.Count == 0
                ? [$"{template.Code} "]
                : template.Variants.Select(variant => $"{template.Code} {variant.Code}"));
        Assert.That(known.Except(served), Is.Empty);
    }

    [Test]
    public async Task Cases_Today_StandAtEveryStage()
    {
        var stages = await district.Column("SELECT DISTINCT stage FROM case_files");
        Assert.That(Enum.GetNames<CaseStage>().Except(stages), Is.Empty);
    }

    [Test]
    public async Task Cases_Today_CameByEveryChannelFromEveryKindOfApplicant()
    {
        Assert.That(Enum.GetNames<Channel>().Except(await district.Column("SELECT DISTINCT channel FROM case_files")), Is.Empty);
        Assert.That(
            Enum.GetNames<ApplicantKind>().Except(await district.Column("SELECT DISTINCT applicant_kind FROM case_files")),
            Is.Empty);
    }

    [Test]
    public async Task Government_Today_HasADeskFullOfWorkFromLateToFarOff()
    {
        var government = (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today, default))[0];
        var queue = await Queries.Queue(new QueueFilter(government.Id, PageSize: 100), default);
        var due = queue.Rows.Select(row => row.ReplyDueOn).OfType<DateOnly>().ToList();
        Assert.That(queue.Total, Is.InRange(14, 20));
        Assert.That(due.Count(day => day < Today), Is.EqualTo(2));
        Assert.That(due, Has.Member(Today));
        Assert.That(due.Max(), Is.GreaterThan(Today.AddDays(14)));
        Assert.That(queue.Rows.Select(row => row.OfficerName).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Remarkable_Turns_AreOnRecord()
    {
        var events = await district.Column("SELECT DISTINCT type FROM case_events");
        Assert.That(
            new[]
            {
                "RegistrationVoided", "CaseSplit", "CaseReassigned", "StepTakenUpAgain",
                "CorrectionReceived", "ExplanationReceived", "FeePaid", "ApplicationWithdrawn",
                "ExtensionConsented", "OpinionReceived", "DocumentReturned", "DocumentRevised", "DocumentWithdrawn", "ServiceReturned",
                "CaseArchived", "CaseReopened", "DateCorrected", "InquiryOpened", "InquiryAnswered",
                "DisputeRecorded", "DisputeAnswered", "DisputeDecided",
            }.Except(events),
            Is.Empty);
        Assert.That(
            await district.Column("SELECT number FROM number_ledger WHERE voided_at IS NOT NULL AND series = 'Decision'"),
            Is.Not.Empty);
    }

    [Test]
    public async Task Supervision_OfLateCases_HasOneAnswerAndOneStillOwed()
    {
        var year = await Queries.OnTimeRates(new DateOnly(Today.Year, 1, 1), Today, default);
        Assert.That(
            InquiryFigures.Sum([.. year.Select(agency => agency.Inquiries)]),
            Is.EqualTo(new InquiryFigures(Opened: 2, AnsweredInTime: 1, Overdue: 0)));
        Assert.That(
            (await Queries.Queue(new QueueFilter(null, HasOpenInquiry: true), default)).Rows.Select(row => row.AgencyName),
            Is.EqualTo(new[] { "示范区龙溪街道办事处" }));
    }

    [Test]
    public async Task Verification_OfTheWholeDistrict_FindsNothing()
    {
        Assert.That(await scope.ServiceProvider.GetRequiredService<Verification>().Run(null, default), Is.Empty);
    }

    [Test]
    public async Task Inboxes_OnTheFirstDay_HoldWhatIsDue()
    {
        var alerts = await district.Column("SELECT threshold FROM alerts WHERE state = 'Raised'");
        Assert.That(alerts, Has.Member("0").And.Member("-1"));
    }

    [Test]
    public async Task SignIns_Printed_AllWork()
    {
        var users = scope.ServiceProvider.GetRequiredService<IUsers>();
        Assert.That(district.Summary.SignIns, Has.Count.EqualTo(10));
        foreach (var signIn in district.Summary.SignIns)
        {
            Assert.That(await users.SignIn(signIn.SignInName, district.Summary.Password, default), Is.Not.Null, signIn.SignInName);
        }
    }

    [Test]
    public void Seed_OfADatabaseInUse_IsRefused() =>
        Assert.That(
            () => DemonstrationDistrict.Seed(district.Host, Today),
            Throws.InstanceOf<DatabaseInUseException>());

    [Test]
    public void Seed_BeforeThereIsAHistory_IsRefused() =>
        Assert.That(
            () => DemonstrationDistrict.Seed(district.Host, DemonstrationDistrict.EarliestToday.AddDays(-1)),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    [Long]
    public Task Seed_TwiceForTheSameDay_MakesTheSameDistrict() => IsTheSameOn(TestDatabases.Sqlite);

    [Test]
    [Category("PostgreSql")]
    [Long]
    public Task Seed_OnPostgreSql_MakesTheSameDistrict() => IsTheSameOn(TestDatabases.PostgreSql);

    private async Task IsTheSameOn(string databaseKind)
    {
        await using var again = await SeededDistrict.Make(Today, databaseKind);
        foreach (var sql in new[]
        {
            "SELECT register_number || ' ' || stage || ' ' || COALESCE(reply_due_on, '') FROM case_files ORDER BY register_number",
            "SELECT case_id || ' ' || seq || ' ' || type || ' ' || occurred_at FROM case_events ORDER BY case_id, seq",
            "SELECT number || ' ' || taken_at FROM number_ledger ORDER BY number",
        })
        {
            Assert.That(await again.Column(sql), Is.EqualTo(await district.Column(sql)));
        }

        await using var proof = again.Host.CreateAsyncScope();
        proof.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        Assert.That(await proof.ServiceProvider.GetRequiredService<Verification>().Run(null, default), Is.Empty);
    }
}
