using System.Globalization;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>How something is.</summary>
internal enum Condition
{
    /// <summary>As it should be.</summary>
    Sound,

    /// <summary>Somebody should look after it before long.</summary>
    Watch,

    /// <summary>Something does not work.</summary>
    Failing,
}

/// <summary>A line of the health page.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="Condition">How it is.</param>
/// <param name="Text">What there is to say about it.</param>
/// <param name="Address">Where it is looked after; null: outside the application.</param>
internal sealed record HealthLine(string Name, Condition Condition, string Text, string? Address = null);

/// <summary>运行状况: what a balancer is told, in words, and what an administrator should know besides.</summary>
internal sealed class HealthPageQuery(
    HealthCheckService checks, DatabaseFactsQuery database, JobsPageQuery jobs, JobConsole console,
    INotifications notifications, IExports exports, CalendarsInForce calendars, SeparationPageQuery separation,
    IKeyManager keys, StorageOptions records, TimeProvider time, IStringLocalizer<Words> words)
{
    private const string Verification = "audit.verify";
    private const string Backup = "records.backup";
    private const long LittleSpace = 1L << 30;

    // One of every day may be missed once.
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(2);

    /// <summary>Everything, in the order in which it is looked at when something is wrong.</summary>
    public async Task<IReadOnlyList<HealthLine>> All(CancellationToken cancellation)
    {
        var views = await jobs.All(cancellation);
        var facts = await database.Facts(cancellation);
        return
        [
            .. await Readiness(),
            .. OfDatabase(facts, words),
            OfVerification(views.First(view => view.Job.Name == Verification)),
            OfAnchors(),
            .. OfBackups(facts, views.FirstOrDefault(view => view.Job.Name == Backup)),
            OfJobs(views),
            OfBackgroundJobs(),
            await OfMessages(cancellation),
            await OfExports(cancellation),
            OfCalendar(),
            OfSignInKeys(),
            .. await separation.Lines(cancellation),
        ];
    }

    private async Task<IEnumerable<HealthLine>> Readiness() =>
        from check in (await checks.CheckHealthAsync()).Entries
        where check.Key != FirstStartAnswers.Check
        let fine = check.Value.Status == HealthStatus.Healthy
        select new HealthLine(
            check.Key switch { "records" => words["数据与封印密钥"], "stopping" => words["本服务器"], var other => other },
            fine ? Condition.Sound : Condition.Failing,
            fine ? words["可以工作"] : check.Value.Description switch
            {
                "database" => words["连不上数据库"],
                "schema" => words["数据库结构与程序版本不符"],
                "chainKey" => words["读不到封印密钥 {0}，不能登记和办理", records.ChainKeyFile],
                "writing" => words["不能写入数据库，请检查磁盘空间和数据库文件"],
                "stopping" => words["正在停止"],
                var other => other ?? "",
            });

    internal static IReadOnlyList<HealthLine> OfDatabase(DatabaseFacts facts, IStringLocalizer<Words> words)
    {
        var size = facts.Bytes is { } bytes ? Size(bytes) : words["大小未知"];
        var lines = new List<HealthLine>
        {
            new(
                words["数据库"],
                Condition.Sound,
                words["{0}，{1}", facts.File is null ? facts.Product : $"{facts.Product}（{facts.File}）", size]),
            new(
                words["数据库结构"],
                Condition.Sound,
                words["已应用 {0} 次升级，最近 {1}（{2}）", facts.Migrations, facts.LastMigration, facts.MigratedAt.InChina()]),
        };
        if (facts.FreeBytes is { } free)
        {
            lines.Insert(1, new(
                words["磁盘可用空间"],
                free < LittleSpace ? Condition.Failing : free < 4 * LittleSpace ? Condition.Watch : Condition.Sound,
                Size(free)));
        }

        return lines;
    }

    private HealthLine OfVerification(JobView view)
    {
        const string Address = "/administration/jobs";
        return view switch
        {
            { Failures: [var (_, line), ..] } => new(
                words["记录校验"],
                Condition.Failing,
                words["{0}：{1}", line.StartedAt.InChina(), JobProblem.Say(line.Problem!, Texts.CurrentLanguage)],
                Address),
            { LastRun: null } => new(words["记录校验"], Condition.Watch, words["还没有校验过，下次 {0}", view.NextRun.InChina()], Address),
            _ => new(
                words["记录校验"],
                view.IsMissed ? Condition.Watch : Condition.Sound,
                words["{0} 校验，没有发现问题", view.LastRun!.Value.InChina()],
                Address),
        };
    }

    private HealthLine OfAnchors() => records.KeptAnchors is { } file
        ? new(words["校验锚点"], Condition.Sound, words["{0}，{1} 更新", file, new DateTimeOffset(File.GetLastWriteTimeUtc(file)).InChina()])
        : new(words["校验锚点"], Condition.Watch, words["还没有写过 {0}；十分钟之内写入", records.AnchorFile]);

    // Servers have their own.
    private IEnumerable<HealthLine> OfBackups(DatabaseFacts facts, JobView? view)
    {
        if (records.Backups is not { } settings)
        {
            return facts.File is not null ? [new(words["备份"], Condition.Watch, words["没有设置自动备份（Backup:Folder）"])] : [];
        }

        var last = settings.Made() is [var newest, ..] ? newest : null;
        var (condition, text) = (view, last) switch
        {
            ({ Failures: [var (_, line), ..] }, _) => (
                Condition.Failing, words["{0}：{1}", line.StartedAt.InChina(), JobProblem.Say(line.Problem!, Texts.CurrentLanguage)]),
            (_, null) => (Condition.Watch, words["{0} 里还没有备份", settings.Folder]),
            _ when time.GetUtcNow() - last.LastWriteTimeUtc > OldBackup => (
                Condition.Failing, words["最近一次是 {0}（{1}），过旧", MadeAt(last).InChina(), last.FullName]),
            _ => (Condition.Sound, words["{0} 备份并校验（{1}）", MadeAt(last).InChina(), last.FullName]),
        };
        return [new(words["备份"], condition, text, "/administration/jobs")];

        static DateTimeOffset MadeAt(FileInfo file) => new(file.LastWriteTimeUtc);
    }

    private HealthLine OfJobs(IReadOnlyList<JobView> views)
    {
        var (failed, missed) = (views.Count(view => view.Failures.Count > 0), views.Count(view => view.IsMissed));
        return new(
            words["定时任务"],
            failed > 0 ? Condition.Failing : missed > 0 ? Condition.Watch : Condition.Sound,
            failed + missed == 0 ? words["{0} 项都按时运行", views.Count] : words["{0} 项失败，{1} 项未按时运行", failed, missed],
            "/administration/jobs");
    }

    private HealthLine OfBackgroundJobs() => console.Failed is > 0 and var failed
        ? new(words["后台任务"], Condition.Failing, words["{0} 个最终失败，不再重试", failed], "/administration/jobs#background")
        : new(words["后台任务"], Condition.Sound, words["没有最终失败的任务"], "/administration/jobs#background");

    private async Task<HealthLine> OfMessages(CancellationToken cancellation)
    {
        var undeliverable = (await notifications.CountByState(cancellation)).GetValueOrDefault(NotificationState.Undeliverable);
        return new(words["消息发送"], undeliverable > 0 ? Condition.Failing : Condition.Sound,
            undeliverable > 0 ? words["无法送达：{0} 条", undeliverable] : words["没有无法送达的消息。"], "/administration/notifications");
    }

    // As long as a file would have been kept: by then whoever asked for it has asked again.
    private async Task<HealthLine> OfExports(CancellationToken cancellation) =>
        await exports.CountFailed(time.GetUtcNow() - Export.KeptFor, cancellation) is > 0 and var failed
            ? new(words["导出"], Condition.Watch, words["最近 {0} 天有 {1} 个导出最终失败", Export.KeptFor.Days, failed])
            : new(words["导出"], Condition.Sound, words["最近 {0} 天没有失败的导出", Export.KeptFor.Days]);

    private HealthLine OfCalendar() => NextNotice.Wanted(calendars.District, time.Today()) is { } wanted
        ? new(words["工作日历"], Condition.Watch, words["{0}年放假安排尚未导入", wanted], $"/administration/calendar?year={wanted}")
        : new(words["工作日历"], Condition.Sound, words["应有的放假安排都已导入"], "/administration/calendar");

    private HealthLine OfSignInKeys()
    {
        var now = time.GetUtcNow();
        var valid = keys.GetAllKeys().Count(key => !key.IsRevoked && key.ExpirationDate > now);
        return new(words["登录密钥"], Condition.Sound, words["{0} 把有效，到期前自动更换", valid]);
    }

    private static string Size(long bytes) => bytes >= LittleSpace
        ? (bytes / (double)LittleSpace).ToString("0.0 GB", CultureInfo.InvariantCulture)
        : (bytes / (double)(1 << 20)).ToString("0.0 MB", CultureInfo.InvariantCulture);
}
