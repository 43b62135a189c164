using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>我的登录: one's own sessions, each to be ended, and what was tried with one's account lately.</summary>
internal sealed class SessionsModel(
    Commands commands, ISessions sessions, ISignIns signIns, SignInRules rules, CurrentActor actor, TimeProvider time,
    IStringLocalizer<Words> words) : FormPage(commands)
{
    private const int MostSessions = 30;
    private const int MostLines = 20;
    private const int Days = 30;

    public SessionPanel Sessions { get; private set; } = null!;

    /// <summary>What happened with the account in the last 30 days.</summary>
    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];

    public Task<IActionResult> OnPostEndAsync(string? sessionId, CancellationToken cancellation) =>
        Send("end", new EndSession(sessionId ?? ""), _ => Done(words["会话已结束。"], "/account/sessions"), cancellation);

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellation)
    {
        var answer = await Send(
            "everywhere", new SignOutEverywhere(ClientAddress.Of(HttpContext)),
            _ => LocalRedirect(SessionCookie.IsByProvider(User) ? SignInModel.AddressOf(ProviderProblem.StillSignedIn) : "/sign-in"),
            cancellation);
        if (Sent is null)
        {
            await HttpContext.SignOutAsync();
        }

        return answer;
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Sessions = new SessionPanel(
            await sessions.Of(actor.Value.Id, MostSessions, cancellation), SessionCookie.IdOf(User), rules, now, "/account/sessions");
        Lines = await signIns.Find(
            new SignInFilter(now.AddDays(-Days), now.AddDays(1), UserId: actor.Value.Id), 0, MostLines, cancellation);
        return true;
    }
}
