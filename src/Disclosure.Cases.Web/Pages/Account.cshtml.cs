using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>我的账户: one's own password, and for a reviewer the deputies; for everybody who is signed in.</summary>
internal sealed class AccountModel(
    Commands commands, IUsers users, IAgencies agencies, ISignIns signIns, SessionCookie cookie, ISecondFactors factors,
    IPasswordDirectory directory, IAdministrationLog log, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    public User Person { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>When the user signed in before; null where this is the first time.</summary>
    public string? Before { get; private set; }

    /// <summary>Since when the user has a second factor; null: there is none.</summary>
    public DateTimeOffset? FactorSince { get; private set; }

    /// <summary>That an administrator took it away, and why; null: nothing of the kind.</summary>
    public string? FactorTakenAway { get; private set; }

    /// <summary>Reviewers whom the user stands in for, now or later.</summary>
    public IReadOnlyList<(Deputy Deputy, string Name)> StandsInFor { get; private set; } = [];

    public DeputyPanel? Deputies { get; private set; }

    /// <summary>The agencies that the user's one continues, by their former names.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Continued { get; private set; } = [];

    /// <summary>The agency whose cases the user works on.</summary>
    public Guid Workplace => actor.Value.AgencyId;

    /// <summary>Whether the directory keeps the user's password.</summary>
    public bool IsInDirectory => directory.Keeps(Person.SignInName);

    public FieldSet PasswordFields => Form("password",
    [
        new Field(nameof(ChangeOwnPassword.Current), words["当前密码"], FieldKind.Password),
        new Field(nameof(ChangeOwnPassword.Password), words["新密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword),
        new Field(nameof(ChangeOwnPassword.Again), words["再次输入新密码"], FieldKind.NewPassword),
    ]);

    /// <summary>Ends all sessions; whoever changed the password goes on in a new one.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(
        string? current, string? password, string? again, CancellationToken cancellation)
    {
        var answer = await Send(
            "password", new ChangeOwnPassword(current ?? "", password ?? "", again ?? "", KnownBrowser.PlaceOf(HttpContext)),
            words["密码已修改，其他会话已结束。"], cancellation);
        if (Sent is null)
        {
            var user = (await users.Find(actor.Value.Id, cancellation))!;
            await cookie.Begin(HttpContext, user, await SessionCookie.IdentityTokenOf(HttpContext));
        }

        return answer;
    }

    public Task<IActionResult> OnPostNameDeputyAsync(
        [Typed] Guid deputyId, [Typed] DateOnly from, [Typed] DateOnly until, CancellationToken cancellation) =>
            Send("deputy", new NameDeputy(deputyId, from, until), words["已指定代理审签人。"], cancellation);

    public Task<IActionResult> OnPostEndDeputyAsync(
        [Typed] Guid deputyId, [Typed] DateOnly from, [Typed] DateOnly until, CancellationToken cancellation) =>
            Send("end", new EndDeputy(actor.Value.Id, deputyId, from, until), words["代理已结束。"], cancellation);

    /// <summary>Whether it is one that the user may choose is judged in every request anew.</summary>
    public IActionResult OnPostWork(Guid? agencyId)
    {
        Disclosure.Cases.Hosting.SignIn.Workplace.Choose(HttpContext, agencyId);
        return LocalRedirect("/account");
    }

    private Task<IActionResult> Send(string form, ICommand<Unit> command, string done, CancellationToken cancellation) =>
        Send(form, command, _ => Done(done, "/account"), cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var today = time.Today();
        Person = (await users.Find(actor.Value.Id, cancellation))!;
        AgencyName = (await agencies.On(Person.AgencyId, today, cancellation)).Name;
        FactorSince = (await factors.Of(Person.Id, cancellation))?.SetUpAt;
        FactorTakenAway = await SecondFactorNotice.Of(Person.Id, log, time, words, cancellation);
        Before = await LastSignIn.Of(Person.Id, signIns, words, cancellation);
        Deputies = await DeputyPanel.Of(Person, users, today, TypedInto("deputy"), FindingsOf("deputy"), words, cancellation);
        var former = (await agencies.AllOn(today, cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        Continued = [.. (await agencies.Successions(cancellation)).ContinuedBy(Person.AgencyId, today).Select(id => (id, former[id]))];
        var standsIn = new List<(Deputy, string)>();
        foreach (var deputy in (await users.Deputies(today, cancellation)).Where(deputy => deputy.DeputyId == Person.Id))
        {
            standsIn.Add((deputy, (await users.Find(deputy.UserId, cancellation))?.Name ?? "—"));
        }

        StandsInFor = standsIn;
        return true;
    }
}
