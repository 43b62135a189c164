using Disclosure.Cases.Agencies;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>管理概览: what needs attention, and the way to everything.</summary>
[Authorize(Policies.Administration)]
internal sealed class IndexModel(
    AdministrationPageQuery reading, HealthPageQuery health, SeparationPageQuery separation, IUsers users, CurrentActor actor,
    IReplyTemplates templates, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    public int Agencies { get; private set; }

    public int ActiveUsers { get; private set; }

    /// <summary>What is not as it should be.</summary>
    public IReadOnlyList<HealthLine> Attention { get; private set; } = [];

    /// <summary>The ways to everything.</summary>
    public IReadOnlyList<(string Name, string Text, string Address)> Tiles { get; private set; } = [];

    /// <summary>Who approves in whose place, now or later.</summary>
    public IReadOnlyList<(Deputy Deputy, string Reviewer, string Name, string Agency)> Deputies { get; private set; } = [];

    /// <summary>Whether the reader may open agencies.</summary>
    public bool KeepsAgencies => actor.Value.Is(Role.SystemAdministrator);

    /// <summary>Whether the reader may open users.</summary>
    public bool KeepsUsers => actor.Value.Is(Role.SecurityAdministrator);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (agencies, people) = (await reading.Agencies(cancellation), await reading.Users(cancellation));
        var lines = SeesCondition ? await health.All(cancellation) : await separation.Lines(cancellation);
        (Agencies, ActiveUsers) = (agencies.Count, people.Count(user => user.IsActive));
        var ended = (await reading.Successions(cancellation)).Where(each => each.From <= time.Today())
            .Select(each => each.AgencyId).ToHashSet();
        Attention =
        [
            .. lines.Where(line => line.Condition != Condition.Sound).OrderByDescending(line => line.Condition),
            .. KeepsAgencies ? Unmanned(agencies.Where(agency => !ended.Contains(agency.Id)), people) : [],
        ];
        Tiles = [.. AllTiles(lines).Where(tile => actor.Value.Is(tile.For)).Select(tile => (tile.Name, tile.Text, tile.Address))];
        var (names, agencyNames) = (people.ToDictionary(user => user.Id), agencies.ToDictionary(
            agency => agency.Id, agency => agency.Name));
        Deputies = [.. (await users.Deputies(time.Today(), cancellation)).Select(deputy =>
            (
                deputy,
                names[deputy.UserId].Name,
                names[deputy.DeputyId].Name,
                agencyNames.GetValueOrDefault(names[deputy.UserId].AgencyId, "")))];
    }

    private bool SeesCondition => actor.Value.Is(Role.SystemAdministrator | Role.AuditAdministrator);

    private IReadOnlyList<(string Name, string Text, string Address, Role For)> AllTiles(IReadOnlyList<HealthLine> lines) =>
    [
        (words["机关管理"], words["名称、代字、复议机关、审签环节、合并"], "/administration/agencies", Role.SystemAdministrator),
        (words["人员管理"], words["角色、机关、密码、联系方式、代理"], "/administration/users", Role.SecurityAdministrator),
        (words["管理记录"], words["谁改了机关、人员、设置，改了什么"], "/administration/log", Role.AuditAdministrator),
        (words["登录记录"], words["登录、失败和退出，可以筛选导出"], "/administration/sign-ins", Role.AuditAdministrator),
        (words["查阅记录"], words["谁看了、带走了个人信息"], "/administration/looks", Role.AuditAdministrator),
        (words["个人信息查询"], words["本人申请查阅、复制的，列出所保存的信息"], "/administration/persons", Role.SecurityAdministrator),
        (words["保管期限"], words["归档满期的案卷，经两人确认后清除"], "/administration/retention", Role.SystemAdministrator | Role.SecurityAdministrator),
        (words["工作日历"], words["放假安排和临时停办"], "/administration/calendar", Role.SystemAdministrator),
        (words["格式文本"], words["{0} 种文本", templates.All.Count], "/administration/templates", Role.SystemAdministrator),
        (words["编号台账"], words["各机关每个序列的文号"], "/numbers", Role.SystemAdministrator),
        (words["规则与参数"], words["编号格式、提醒时点、内部时限"], "/administration/settings", Role.SystemAdministrator),
        (words["接入系统"], words["网上申请门户的令牌和权限"], "/administration/systems", Role.SystemAdministrator),
        (words["消息发送"], words["发送渠道和无法送达的消息"], "/administration/notifications", Role.SystemAdministrator),
        (words["运行状况"], Sum(lines), "/administration/health", Role.SystemAdministrator | Role.AuditAdministrator),
    ];

    // Whoever registers needs a clerk, and whoever drafts a reviewer: an agency without one cannot answer.
    private IEnumerable<HealthLine> Unmanned(IEnumerable<Agency> agencies, IReadOnlyList<User> people)
    {
        var roles = people.Where(user => user.IsActive).GroupBy(user => user.AgencyId)
            .ToDictionary(group => group.Key, group => group.Aggregate(Role.None, (sum, user) => sum | user.Roles));
        return from agency in agencies
               let missing = AdministrationPageQuery.Roles((Role.Clerk | Role.Reviewer) & ~roles.GetValueOrDefault(agency.Id))
               where missing.Length > 0 && agency.ValidFrom <= time.Today()
               select new HealthLine(agency.Name, Condition.Watch, words["没有在用的{0}", missing], $"/administration/agencies/{agency.Id}");
    }

    private string Sum(IReadOnlyList<HealthLine> lines) => lines.Count(line => line.Condition != Condition.Sound) is > 0 and var wrong
        ? words["{0} 项需要处理", wrong]
        : words["一切正常"];
}
