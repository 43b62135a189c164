using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>A user: name, agency, roles, contacts, password and deputies.</summary>
[Authorize(Policies.SecurityAdministrator)]
internal sealed class UserModel(
    Commands commands, AdministrationPageQuery reading, IUsers users, ICaseQueries queries, ISignInLocks locks, ISessions sessions,
    ISecondFactors factors, IPasswordDirectory directory, IEnumerable<INotificationChannel> channels, SignInRules rules,
    AdministratorSeparation separation, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : FormPage(commands)
{
    private const int MostSessions = 30;

    private IReadOnlyList<Agency> agencies = [];

    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public User Person { get; private set; } = null!;

    public string AgencyName => agencies.FirstOrDefault(agency => agency.Id == Person.AgencyId)?.Name ?? "—";

    /// <summary>How many open cases the user has in charge.</summary>
    public int OpenCases { get; private set; }

    /// <summary>Until when the user is locked after too many wrong passwords; null: not locked.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>The user's second factor; null: there is none.</summary>
    public SecondFactor? Factor { get; private set; }

    /// <summary>How many recovery codes the user has left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>Whether it is the reader's own account.</summary>
    public bool IsReader => actor.Value.Id == Id;

    /// <summary>Whether a message reaches the user whose password or second factor is changed here.</summary>
    public bool IsTold => channels.Any(channel => channel.Reaches(new Recipient(Person.Email, Person.Phone)));

    /// <summary>Whether the directory keeps the user's password.</summary>
    public bool IsInDirectory => directory.Keeps(Person.SignInName);

    /// <summary>Whether the reader may see what is on record of the user.</summary>
    public bool ReadsRecords => actor.Value.Is(Role.AuditAdministrator);

    /// <summary>Whether the reader may open the user's agency.</summary>
    public bool KeepsAgencies => actor.Value.Is(Role.SystemAdministrator);

    public SessionPanel Sessions { get; private set; } = null!;

    public DeputyPanel? Deputies { get; private set; }

    /// <summary>From when on the records are shown that the page leads to.</summary>
    public string YearAgo => time.Today().AddYears(-1).Iso();

    public FieldSet PersonFields => Form("person",
    [
        new Field(nameof(ChangeUser.Name), words["姓名"], FieldKind.Line) { Value = Person.Name },
        UserForm.AgencyField(agencies, Person.AgencyId, words),
        UserForm.RolesField(Person.Roles, separation, words),
        new Field(nameof(ChangeUser.IsActive), words["可以登录"], FieldKind.Tick) { Value = Person.IsActive ? "true" : null },
    ]);

    public FieldSet ContactFields => Form("contact",
    [
        new Field(nameof(SetContact.Email), words["电子邮件"], FieldKind.Line) { Optional = true, Value = Person.Email },
        new Field(nameof(SetContact.Phone), words["接收短信的电话"], FieldKind.Line)
        {
            Optional = true,
            Value = Person.Phone,
            Hint = words["期限提醒发往这里；留空的不发。"],
        },
    ]);

    public FieldSet PasswordFields => Form("password",
        [new Field(nameof(SetPassword.Password), words["新密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword)]);

    public FieldSet TakeAwayFields => Form("factor", new Field(nameof(TakeAwaySecondFactor.Reason), words["理由"], FieldKind.Line)
    {
        Hint = words["手机和恢复码都遗失的，请先当面核实本人。理由会告知本人，并记入管理记录。"],
    });

    /// <summary>The inputs that findings may be about.</summary>
    public IEnumerable<Place> Places => Sent switch
    {
        "person" => PersonFields.Places,
        "contact" => ContactFields.Places,
        "password" => PasswordFields.Places,
        "factor" => TakeAwayFields.Places,
        _ => Deputies?.Fields.Places ?? [],
    };

    public Task<IActionResult> OnPostPersonAsync(
        [Typed] string name, [Typed] Guid agencyId, string[] roles, [Typed] bool isActive, CancellationToken cancellation) =>
            Send("person", new ChangeUser(Id, name, agencyId, UserForm.RolesOf(roles), isActive), words["已保存。"], cancellation);

    public Task<IActionResult> OnPostContactAsync([Typed] string? email, [Typed] string? phone, CancellationToken cancellation) =>
        Send("contact", new SetContact(Id, email, phone), words["联系方式已保存。"], cancellation);

    public Task<IActionResult> OnPostPasswordAsync(string? password, CancellationToken cancellation) =>
        Send("password", new SetPassword(Id, password ?? ""), words["密码已重设，请当面告知本人。"], cancellation);

    public Task<IActionResult> OnPostTakeAwayAsync([Typed] string? reason, CancellationToken cancellation) =>
        Send("factor", new TakeAwaySecondFactor(Id, reason ?? ""), words["二次验证已取消，该用户的会话已结束。"], cancellation);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellation) =>
        Send("unlock", new UnlockUser(Id), words["已解除锁定。"], cancellation);

    public Task<IActionResult> OnPostEndAsync(string? sessionId, CancellationToken cancellation) =>
        Send("session", new EndSession(sessionId ?? ""), words["会话已结束。"], cancellation);

    public Task<IActionResult> OnPostNameDeputyAsync(
        [Typed] Guid deputyId, [Typed] DateOnly from, [Typed] DateOnly until, CancellationToken cancellation) =>
            Send("deputy", new NameDeputy(deputyId, from, until, Id), words["已指定代理审签人。"], cancellation);

    public Task<IActionResult> OnPostEndDeputyAsync(
        [Typed] Guid deputyId, [Typed] DateOnly from, [Typed] DateOnly until, CancellationToken cancellation) =>
            Send("end", new EndDeputy(Id, deputyId, from, until), words["代理已结束。"], cancellation);

    protected override async Task<bool> Exists(CancellationToken cancellation) => await users.Find(Id, cancellation) is not null;

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (await users.Find(Id, cancellation) is not { } found)
        {
            return false;
        }

        Person = found;
        agencies = await reading.Agencies(cancellation);
        OpenCases = (await queries.Queue(new QueueFilter(null, OfficerId: Id, PageSize: 1), cancellation)).Total;
        var now = time.GetUtcNow();
        Sessions = new SessionPanel(
            [.. (await sessions.Of(Id, MostSessions, cancellation)).Where(session => rules.IsOpen(session, now))],
            SessionCookie.IdOf(User), rules, now, $"/administration/users/{Id}");
        Factor = await factors.Of(Id, cancellation);
        CodesLeft = await factors.CodesLeft(Id, cancellation);
        LockedUntil = await locks.LockedUntil(Id, cancellation);
        Deputies = await DeputyPanel.Of(found, users, time.Today(), TypedInto("deputy"), FindingsOf("deputy"), words, cancellation);
        return true;
    }

    private Task<IActionResult> Send(string form, ICommand<Unit> command, string done, CancellationToken cancellation) =>
        Send(form, command, _ => Done(done, $"/administration/users/{Id}"), cancellation);
}
