using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.EndToEnd;

/// <summary>The application as a developer starts it: with the invented district, so that every page has something on it.</summary>
internal sealed class DemonstrationDistrict : HostOnLoopback
{
    public const string Password = "shifan-2026";

    /// <summary>Somebody who is asked for a code.</summary>
    public const string WithSecondFactor = "dev-clerk";

    public static async Task<DemonstrationDistrict> Open()
    {
        var district = new DemonstrationDistrict();
        district.Serve();
        await district.Ready();
        await district.ConnectASystem();
        await district.SetUpASecondFactor();
        await district.KeepNoLongerThanNeeded();
        await district.UploadALedger();
        await district.IssueABulletin();
        return district;
    }

    /// <summary>The first value that a sentence about the stored rows finds, e.g. the case of which there is a page to show.</summary>
    public string First(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Sentences of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string
            ?? throw new InvalidOperationException($"The demonstration district has nothing to show for: {sql}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
        builder.UseSetting("SignIn:AttemptsPerMinute", "1000");
        builder.UseSetting("Jobs:Server", "false");
    }

    // The host answers before its district is made.
    private async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(200);
        }
    }

    // Of the old cases of the clerk's agency one is emptied, and one waits for a second person.
    private async Task KeepNoLongerThanNeeded()
    {
        var (admin, manager) = (await ActorOf("admin"), await ActorOf("manager"));
        await Send(Actor.Application, new ProposeErasures());
        await using var scope = Services.CreateAsyncScope();
        var agency = (await ActorOf("clerk")).AgencyId;
        var rows = await scope.ServiceProvider.GetRequiredService<IRetentionProposals>()
            .Find(new RetentionFilter(RetentionState.Proposed, agency), 0, 2, default);
        await Send(admin, new RequestErasure(rows[0].Proposal.Id));
        await Send(admin, new RequestErasure(rows[1].Proposal.Id));
        await Send(manager, new EraseRecords(rows[0].Proposal.Id));
    }

    // A ledger with something right, something wrong and something to be known.
    private async Task UploadALedger()
    {
        var clerk = await ActorOf("clerk");
        var ledger = new TestWorkbook().Sheet("2019年").Row("2019年政府信息依申请公开台账").Row([.. TestWorkbook.Headings, "备注"])
            .Row("1", "当面", new DateOnly(2019, 6, 3), "张某", "个人", "000-1", "某地块的批准文件", "李离职", null, "予以公开", "旧复〔2019〕1号",
                new DateOnly(2019, 6, 20), new DateOnly(2019, 6, 20))
            .Row("2", "网络", "2019年6月4日", "某某公司", "企业", "000-2", "某项目的环评文件", null, null, "不予公开", "旧复〔2019〕2号",
                new DateOnly(2019, 6, 20), new DateOnly(2019, 6, 21))
            .Row("3", "EMS", new DateOnly(1900, 1, 1), "赵某", "个人", null, "某会议纪要", null, null, "（三）6", null, null, null)
            .Row("合计", 3);
        await Send(clerk, new UploadLedger(clerk.AgencyId, "2019年台账.xlsx", ledger.Sheet("底稿", isHidden: true).Row("草稿").Bytes()));
        await using var scope = Services.CreateAsyncScope();
        var imports = scope.ServiceProvider.GetRequiredService<IImports>();
        var import = (await imports.Of(clerk.Id, 1, default))[0];
        await Send(clerk, new ReadLedger(import.Id, import.Layout with { OfficerId = clerk.Id }));
    }

    // The last quarter in which somebody was late, under a threshold that proposes all of them; of the first an interview is recorded.
    private async Task IssueABulletin()
    {
        var manager = await ActorOf("manager");
        await Send(manager, new SetInterviewThreshold(100, 1));
        await using var scope = Services.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var quarter = Quarter.Of(today).Previous();
        var reading = scope.ServiceProvider.GetRequiredService<BulletinReading>();
        var figures = await reading.Figures(quarter, default);
        while (figures.Proposed().Count == 0)
        {
            quarter = quarter.Previous();
            figures = await reading.Figures(quarter, default);
        }

        await Send(manager, new IssueBulletin(quarter, figures.Fingerprint()));
        var bulletin = (await scope.ServiceProvider.GetRequiredService<IBulletins>().Issued(default))[0];
        await Send(manager, new RecordInterview(
            bulletin.Id, figures.Proposed()[0].Agency.AgencyId, 0, InterviewStep.Invited, today.AddDays(3), "第一会议室", "分管负责人", null));
    }

    private async Task<Actor> ActorOf(string signInName)
    {
        await using var scope = Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<IUsers>().FindBySignInName(signInName, default))!;
        return new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
    }

    private async Task Send<T>(Actor actor, ICommand<T> command)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command)).Refusals, Is.Empty);
    }

    // Whoever signs in with this account is asked for a code.
    private async Task SetUpASecondFactor()
    {
        await using var scope = Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<IUsers>().FindBySignInName(WithSecondFactor, default))!;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
        var secret = scope.ServiceProvider.GetRequiredService<IOneTimeCodes>().NewSecret();
        var made = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new SetUpSecondFactor(secret, Password, OneTimeCode.Of(secret, DateTimeOffset.UtcNow), new SignInPlace("", null, "")));
        Assert.That(made.Refusals, Is.Empty);
    }

    // A system that files for citizens: the invented district has none, as nobody could know its token.
    private async Task ConnectASystem()
    {
        await using var scope = Services.CreateAsyncScope();
        var admin = (await scope.ServiceProvider.GetRequiredService<IUsers>().FindBySignInName("admin", default))!;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = new Actor(admin.Id, admin.Name, admin.Roles, admin.AgencyId);
        var token = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new AdmitApiClient("示范区政务服务网", null, ApiScope.WriteApplications | ApiScope.ReadApplications, null));
        Assert.That(token.Refusals, Is.Empty);
    }
}
