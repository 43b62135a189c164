using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>我的账户: one's own password, and for a reviewer the deputies; for everybody who is signed in.</summary>
internal sealed class AccountModel(Commands commands, IUsers users, IAgencies agencies, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    private string? sent;

    public User Person { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>Reviewers whom the user stands in for, now or later.</summary>
    public IReadOnlyList<(Deputy Deputy, string Name)> StandsInFor { get; private set; } = [];

    public DeputyPanel? Deputies { get; private set; }

    /// <summary>The agencies that the user's one continues, by their former names.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Continued { get; private set; } = [];

    /// <summary>The agency whose cases the user works on.</summary>
    public Guid Workplace => actor.Value.AgencyId;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public FieldSet PasswordFields => new("password",
    [
        new Field(nameof(ChangeOwnPassword.Current), words["当前密码"], FieldKind.Password),
        new Field(nameof(ChangeOwnPassword.Password), words["新密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword),
        new Field(nameof(ChangeOwnPassword.Again), words["再次输入新密码"], FieldKind.NewPassword),
    ], sent == "password" ? typed : null, sent == "password" ? Findings : []);

    public Task OnGetAsync() => Read();

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation) => Send("password", reader => new ChangeOwnPassword(
        reader.Raw(nameof(ChangeOwnPassword.Current)) ?? "", reader.Raw(nameof(ChangeOwnPassword.Password)) ?? "", reader.Raw(nameof(ChangeOwnPassword.Again)) ?? ""), words["密码已修改。"], cancellation);

    public Task<IActionResult> OnPostNameDeputyAsync(CancellationToken cancellation) => Send("deputy", reader => new NameDeputy(
        reader.Id(nameof(NameDeputy.DeputyId)), reader.Date(nameof(NameDeputy.From)), reader.Date(nameof(NameDeputy.Until))), words["已指定代理审签人。"], cancellation);

    public Task<IActionResult> OnPostEndDeputyAsync(CancellationToken cancellation) =>
        Send("end", reader => DeputyPanel.Read(reader, actor.Value.Id), words["代理已结束。"], cancellation);

    /// <summary>Whether it is one that the user may choose is judged in every request anew.</summary>
    public IActionResult OnPostWork(Guid? agencyId)
    {
        Disclosure.Cases.Hosting.SignIn.Workplace.Choose(HttpContext, agencyId);
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> Send(string form, Func<FormReader, ICommand<Unit>> read, string done, CancellationToken cancellation)
    {
        (sent, typed) = (form, await Request.ReadFormAsync(cancellation));
        var reader = new FormReader(typed, words);
        var command = read(reader);
        Findings = reader.Findings.Count > 0 ? reader.Findings : Finding.Of((await commands.Send(command, cancellation)).Refusals);
        if (Findings.Count == 0)
        {
            TempData["Done"] = done;
            return LocalRedirect("/account");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read();
        return Page();
    }

    private async Task Read()
    {
        var today = time.Today();
        Person = (await users.Find(actor.Value.Id))!;
        AgencyName = (await agencies.On(Person.AgencyId, today)).Name;
        Deputies = await DeputyPanel.Of(Person, users, today, sent == "deputy" ? typed : null, sent == "deputy" ? Findings : [], words);
        var former = (await agencies.AllOn(today)).ToDictionary(agency => agency.Id, agency => agency.Name);
        Continued = [.. (await agencies.Successions()).ContinuedBy(Person.AgencyId, today).Select(id => (id, former[id]))];
        var standsIn = new List<(Deputy, string)>();
        foreach (var deputy in (await users.Deputies(today)).Where(deputy => deputy.DeputyId == Person.Id))
        {
            standsIn.Add((deputy, (await users.Find(deputy.UserId))?.Name ?? "—"));
        }

        StandsInFor = standsIn;
    }
}
