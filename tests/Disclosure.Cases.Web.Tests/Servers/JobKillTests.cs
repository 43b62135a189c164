using System.Globalization;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Scheduling;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// Hangfire keeps its jobs in memory beside SQLite: a host that is killed forgets them all. What was under way is made good at
/// once after the next start, and once.
/// </summary>
internal sealed class JobKillTests
{
    private const int LongAgo = -60;

    [Test]
    public async Task Export_WhoseHostIsKilledWhileItMakesIt_IsMadeWholeAfterTheNextStart()
    {
        const int Cases = 5;
        await using var office = await JobsOffice.Open();
        for (var number = 0; number < Cases; number++)
        {
            await office.Office.Case(item: $"第{number}项");
        }

        await office.Stall("UPDATE OF done ON exports WHEN NEW.done > 0");
        var host = await office.Start();
        using (var clerk = await JobsOffice.SignedIn(host, "clerk"))
        {
            await clerk.Get("/exports");
            await clerk.Submit("main form");
        }

        await office.Until("the export is at work", async () =>
            await office.Value<long>("SELECT COUNT(*) FROM exports WHERE state = 'Running' AND total > 0") == 1);
        await host.Kill();
        await office.Release();
        Assert.That(
            await office.Value<string>("SELECT state || ' ' || attempts FROM exports"), Is.EqualTo("Running 1"), "as the kill left it");

        await office.Start();
        await office.Until("the export is made", async () => await office.Value<string>("SELECT state FROM exports") != "Running");
        Assert.That(
            await office.Value<string>("SELECT state || ' ' || done || '/' || total || ' ' || attempts FROM exports"),
            Is.EqualTo($"Done {Cases}/{Cases} 2"));
        using var content = new MemoryStream(await office.Value<byte[]>("SELECT content FROM exports"));
        using var sheet = SpreadsheetDocument.Open(content, isEditable: false);
        var cells = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Select(cell => cell.InnerText);
        Assert.That(
            cells.Where(cell => cell.StartsWith('第') && cell.EndsWith('项')),
            Is.EquivalentTo(Enumerable.Range(0, Cases).Select(number => $"第{number}项")), "each case once");
    }

    [Test]
    [Long]
    public async Task Message_WhoseHostIsKilledWhileTheGatewayIsSilent_ComesAgainUnderTheSameIdentityAndIsSentOnce()
    {
        using var gateway = new Gateway();
        await using var office = await JobsOffice.Open(
            ("Notifications:Webhook:Url", gateway.Address), ("NO_PROXY", "127.0.0.1"),
            ("Notifications:From", "00:00"), ("Notifications:Until", "23:59"));
        await MakeTodayAWorkingDay(office.Office);
        await office.Office.Tamper("UPDATE users SET phone = '13800000000' WHERE sign_in_name = 'clerk'");
        await office.Office.CaseOf(office.Office.Today.AddDays(LongAgo));

        var host = await office.Start();
        await office.Until("a message is on its way", () => Task.FromResult(!gateway.Came.IsEmpty));
        await host.Kill();
        var hanging = gateway.Keys(areAnswered: false);
        Assert.That(await office.Value<long>("SELECT COUNT(*) FROM notifications WHERE state = 'Sent'"), Is.Zero);

        gateway.Answers = true;
        await office.Start();
        await office.Until("no message waits", async () =>
            await office.Value<long>("SELECT COUNT(*) FROM notifications WHERE state = 'Waiting'") == 0);
        var due = await office.Office.As(
            Actor.Application, services => services.GetRequiredService<IMediator>().Send(new DeliverNotifications()));
        var sent = gateway.Keys(areAnswered: true);
        var alerts = await office.Rows<string>("SELECT subject_id FROM notifications WHERE state = 'Sent' AND kind = 'Alert'");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hanging, Is.Not.Empty.And.SubsetOf(sent), "the same identity");
            Assert.That(sent, Is.Unique, "once");
            Assert.That(sent, Is.EquivalentTo(alerts.Select(id => Guid.Parse(id).ToString())));
            Assert.That(due.Value, Is.Zero, "nothing is left to be sent again");
        }
    }

    [Test]
    [Long]
    public async Task Sweep_WhoseHostIsKilledInMidRun_RaisesItsAlertsOnceAfterTheNextStart()
    {
        const string Line = "FROM job_journal j JOIN case_files c ON c.agency_id = j.agency WHERE j.job = 'deadlines.sweep'";
        await using var office = await JobsOffice.Open();
        await office.Office.CaseOf(office.Office.Today.AddDays(LongAgo));
        await office.Stall("INSERT ON alerts");
        var host = await office.Start();
        await office.Until("the sweep is at work", async () =>
            await office.Value<long>($"SELECT COUNT(*) {Line} AND j.outcome = 'Running'") == 1);
        await host.Kill();
        await office.Release();
        Assert.That(office.Office.Count("alerts"), Is.Zero, "as the kill left it");

        await office.Start();
        await office.Until("the sweep has succeeded", async () =>
            await office.Value<string>($"SELECT j.outcome {Line}") == "Succeeded");
        var raised = await office.Rows<string>("SELECT case_id || kind || reference FROM alerts WHERE state = 'Raised'");
        Assert.That(raised, Is.Not.Empty.And.Unique);
    }

    [Test]
    public async Task Jobs_AfterAWeekOff_RunOnceAtTheStart()
    {
        const string Series = "SELECT agency_id || series || year || ' ' || last_ordinal FROM number_series";
        await using var office = await JobsOffice.Open();
        await office.Office.Case();
        var jobs = Scheduling.RecurringJob.All.Where(job => job.Scope != JobScope.EveryHost).ToList();
        var runner = office.Office.Services.GetRequiredService<JobRunner>();
        foreach (var job in jobs)
        {
            foreach (var agency in await runner.Agencies(job, default))
            {
                await runner.Run(job.Name, agency, null, default);
            }
        }

        // The numbers' day is New Year.
        await Succeeded(office, DateTimeOffset.UtcNow.AddDays(-7), "job <> 'numbers.roll-over'");
        await Succeeded(office, DateTimeOffset.UtcNow.AddDays(-366), "job = 'numbers.roll-over'");
        await office.CountRuns();
        var series = await office.Rows<string>(Series);
        var lines = await office.Value<long>("SELECT COUNT(*) FROM job_journal WHERE job <> 'audit.verify'");

        var begun = DateTimeOffset.UtcNow;
        var host = await office.Start();
        using var admin = await JobsOffice.SignedIn(host, "admin");
        await office.Until("every job has run, and nothing is at work", async () =>
            (await office.Runs()).Select(run => (run.Job, run.Agency)).Distinct().Count() == lines
            && (await admin.Get("/administration/jobs")).Text.Contains("排队 0 个，运行中 0 个", StringComparison.Ordinal));
        var runs = await office.Runs();
        var now = DateTimeOffset.UtcNow;
        var notDueMeanwhile = jobs.Where(job => new JobSchedule(job.Schedule).Next(begun) > now).Select(job => job.Name).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(runs.Select(run => run.Outcome), Has.All.EqualTo("Succeeded"));
            Assert.That(runs.Where(run => notDueMeanwhile.Contains(run.Job)).Select(run => (run.Job, run.Agency)), Is.Unique, "once");
            Assert.That(
                await office.Value<string>("SELECT MIN(succeeded_at) FROM job_journal WHERE job <> 'audit.verify'"),
                Is.GreaterThanOrEqualTo(Stored(begun)).Using<string>(StringComparer.Ordinal));
            Assert.That(await office.Rows<string>(Series), Is.EquivalentTo(series), "no series twice, no number skipped");
        }
    }

    [Test]
    public async Task Host_InAnotherTimeZone_KeepsTheTimesOfChina()
    {
        await using var office = await JobsOffice.Open();
        var host = await office.Start(("TZ", "America/New_York"));
        using var admin = await JobsOffice.SignedIn(host, "admin");
        var times = new[] { ("notifications.late-list", "07:00"), ("audit.verify", "02:00"), ("numbers.roll-over", "00:05") };
        foreach (var (job, time) in times)
        {
            await admin.Get("/administration/jobs");
            var shown = admin.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("code")?.TextContent == job);
            Assert.That(shown.QuerySelector("td:nth-child(4)")!.TextContent, Does.EndWith(time), "as 定时任务 has it");

            await admin.Get("/hangfire/recurring");
            var row = admin.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector($"input[value='{job}']") is not null);
            var schedule = Scheduling.RecurringJob.All.Single(each => each.Name == job).Schedule;
            var due = new JobSchedule(schedule).Next(DateTimeOffset.UtcNow);
            Assert.That(
                row.QuerySelectorAll("[data-moment]").Select(moment => moment.GetAttribute("data-moment")),
                Does.Contain(due.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), "as Hangfire has it");
        }
    }

    private static Task Succeeded(JobsOffice office, DateTimeOffset at, string jobs) => office.Office.Tamper(
        $"UPDATE job_journal SET started_at = '{Stored(at)}', finished_at = '{Stored(at)}', succeeded_at = '{Stored(at)}' WHERE {jobs}");

    private static string Stored(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    // Messages leave on working days alone, and this test runs on every day: a notice has people work on the weekends around.
    private static async Task MakeTodayAWorkingDay(WebOffice office)
    {
        var weekends = Enumerable.Range(-7, 15).Select(office.Today.AddDays)
            .Where(day => day.Year == office.Today.Year && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        var days = NoticeFile.Write(weekends.Select(day => new DayException(day, DayExceptionKind.Work, "调休")));
        var notice = new ImportNotice(office.Today.Year, days, "试验", 0);
        var moved = await office.As(await office.ActorOf("admin"), services => services.GetRequiredService<IMediator>().Send(notice));
        Assert.That(moved.Succeeded, Is.True, string.Join(' ', moved.Refusals));
    }
}
