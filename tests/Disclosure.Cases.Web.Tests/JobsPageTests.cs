using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>定时任务: what ran, when, how it went, and whether anything runs them at all.</summary>
internal sealed class JobsPageTests
{
    [Test]
    public async Task Page_OfEveryJob_SaysWhatItDoesAndWhen()
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        Assert.Multiple(() =>
        {
            Assert.That(
                browser.Page.QuerySelectorAll("td code").Select(code => code.TextContent),
                Is.EqualTo(Scheduling.RecurringJob.All.Select(job => job.Name)));
            Assert.That(Row(browser, "deadlines.sweep"), Does.Contain("每 15 分钟").And.Contain("每个机关一次"));
            Assert.That(Row(browser, "audit.verify"), Does.Contain("每天 02:00").And.Contain("全区一次"));
            Assert.That(
                Row(browser, "numbers.roll-over"),
                Does.Contain("每年 1 月 1 日 00:05").And.Contain($"{office.Today.Year + 1}年1月1日 00:05"));
            Assert.That(browser.Page.QuerySelector("a[href='/hangfire']"), Is.Not.Null, "the way to the dashboard");
        });
    }

    [Test]
    public async Task Page_WhereNothingRunsTheJobs_SaysSo()
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        Assert.That(Row(browser, "numbers.roll-over"), Does.Contain("未按时运行"));
        Assert.That(browser.Text, Does.Contain("没有服务器在运行定时任务"));
    }

    [TestCase("notifications.deliver", 5, false)]
    [TestCase("notifications.deliver", 14, true)]
    [TestCase("exports.make", 20, true)]
    public async Task Page_OfAJobThatComesOften_SaysWhenNothingRanItForMinutes(string job, int minutes, bool isMissed)
    {
        using var office = await new WebOffice().Open();
        var at = DateTimeOffset.UtcNow.AddMinutes(-minutes);
        await office.Tamper(
            $"insert into job_journal (job, agency, started_at, finished_at, outcome, failures, succeeded_at) values ('{job}', "
                + $"'{Guid.Empty}', '{at.UtcDateTime:o}', '{at.UtcDateTime:o}', 'Succeeded', 0, '{at.UtcDateTime:o}')");
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        Assert.That(Row(browser, job), isMissed ? Does.Contain("未按时运行") : Does.Not.Contain("未按时运行"));
    }

    [Test]
    public async Task Page_AfterAJobFailed_SaysWhatFailedAndWhenItIsTriedAgain()
    {
        using var office = await new WebOffice().Open();
        await office.Case();
        await office.Tamper("update case_files set reply_due_on = '2030-01-01'");
        Assert.That(
            () => office.Services.GetRequiredService<JobRunner>().Run("audit.verify", null, TimeSpan.FromMinutes(1), default),
            Throws.InstanceOf<JobRefusedException>());

        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        Assert.Multiple(() =>
        {
            Assert.That(Row(browser, "audit.verify"), Does.Contain("失败").And.Not.Contain("未按时运行"));
            Assert.That(
                browser.Page.QuerySelector(".why")!.TextContent,
                Does.Contain("1 处派生数据与事件不符。").And.Contain("连续失败 1 次").And.Match("\\d\\d:\\d\\d 重试"));
        });

        await browser.Press("form.language", "button[value=en]");
        await browser.Get("/administration/jobs");
        Assert.That(
            browser.Page.QuerySelector(".why")!.TextContent,
            Does.Contain("Derived rows differ from their events in 1 places."));
    }

    [Test]
    public async Task Page_AfterAJobRanForEveryAgency_CountsThem()
    {
        using var office = await new WebOffice().Open();
        var runner = office.Services.GetRequiredService<JobRunner>();
        foreach (var agency in await runner.Agencies(runner.Find("numbers.roll-over"), default))
        {
            await runner.Run("numbers.roll-over", agency, null, default);
        }

        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        Assert.That(Row(browser, "numbers.roll-over"), Does.Contain("成功：2 个机关").And.Not.Contain("未按时运行"));
    }

    [Test]
    public async Task Page_AfterABackgroundJobFailedFinally_SaysSoHereAndOnTheFirstPage()
    {
        using var office = await new WebOffice().With("Jobs:Server", "true").Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/health");
        Assert.That(browser.Text, Does.Contain("没有最终失败的任务"));

        office.Services.GetRequiredService<IBackgroundJobClient>()
            .Enqueue<JobEntry>(entry => entry.Run("no.such-job", null, null!, default));
        Assert.That(() => office.Services.GetRequiredService<JobConsole>().Failed, Is.EqualTo(1).After(20_000, 50));
        await browser.Get("/administration");
        Assert.That(browser.Page.QuerySelector(".attention")!.TextContent, Does.Contain("后台任务").And.Contain("1 个最终失败，不再重试"));
        office.Services.GetRequiredService<IBackgroundJobClient>()
            .Enqueue<JobEntry>(entry => entry.Run("no.such-job", null, null!, default));
        Assert.That(() => office.Services.GetRequiredService<JobConsole>().Failed, Is.EqualTo(2).After(20_000, 50));
        await browser.Get("/administration/jobs");
        Assert.That(
            browser.Page.QuerySelectorAll("[aria-labelledby=background] li"),
            Has.Exactly(1).Items,
            "those that are alike are one line");
        Assert.That(
            browser.Page.QuerySelector("[aria-labelledby=background]")!.TextContent,
            Does.Contain("no.such-job").And.Contain("× 2").And.Contain("UnknownJobException").And.Contain("最终失败 2 个"));
        Assert.That(
            browser.Page.QuerySelector("[aria-labelledby=background] li a")!.GetAttribute("href"),
            Does.StartWith("/hangfire/jobs/details/"));
    }

    private static string Row(Browser browser, string job) =>
        browser.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("code")?.TextContent == job).TextContent;
}
