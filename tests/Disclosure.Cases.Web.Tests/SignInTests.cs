using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Localisation;
using MediatR;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

internal sealed class SignInTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("clerk", "/cases")]
    [TestCase("reviewer", "/review")]
    [TestCase("manager", "/manager")]
    [TestCase("admin", "/administration")]
    public async Task SignIn_RightPassword_LeadsToWhatTheRoleDoesFirst(string name, string first)
    {
        using var browser = await office.SignedIn(name);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Address, Is.EqualTo(first));
        });
    }

    [TestCase("clerk", "wrong password")]
    [TestCase("nobody", WebOffice.Password)]
    [TestCase("former", WebOffice.Password)]
    [TestCase("clerk\uFFFE", WebOffice.Password)]
    public async Task SignIn_WrongOrInactive_SaysOneAndTheSameThing(string name, string password)
    {
        using var browser = await office.SignedIn(name, password);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(browser.Text, Does.Contain("登录名或者密码不正确，或者账号已停用。"));
            Assert.That(browser.Html, Does.Not.Contain(password));
        });
    }

    [Test]
    public async Task SignOut_Afterwards_NothingOpens()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Submit("form[action='/sign-out']");
        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [Test]
    public async Task Password_GivenByAnAdministrator_IsChangedBeforeAnythingElse()
    {
        using var own = await new WebOffice().Open();
        var (admin, clerk, colleague) = (await own.ActorOf("admin"), await own.ActorOf("clerk"), await own.ActorOf("clerk2"));
        using var before = await own.SignedIn("clerk");
        await own.As(admin, services => services.GetRequiredService<IMediator>().Send(
            new ChangeUser(clerk.Id, clerk.Name, clerk.AgencyId, Role.Clerk | Role.Reviewer, true)));
        await own.As(admin, services => services.GetRequiredService<IMediator>().Send(new SetPassword(clerk.Id, "lanterns afloat")));
        using var browser = await own.SignedIn("clerk", "lanterns afloat");
        Assert.That(browser.Address, Is.EqualTo("/account"));
        await before.Get("/cases");
        Assert.That(before.Answer.Headers.Location?.ToString(), Does.Contain("/sign-in"), "signed in before");
        Assert.That(browser.Page.QuerySelector(".advice")!.TextContent, Does.Contain("由管理员设置"));
        foreach (var address in new[] { "/cases", "/register", "/review", "/administration" })
        {
            await browser.Get(address);
            Assert.That(browser.Answer.Headers.Location?.ToString(), Is.EqualTo("/account"), address);
        }

        await browser.Get("/account");
        await browser.Submit(
            "form[action*=NameDeputy]", ("DeputyId", colleague.Id.ToString()), ("Until", own.Today.AddDays(3).Iso()));
        Assert.That(
            await own.As(Actor.Application, services => services.GetRequiredService<IUsers>().Deputies(own.Today, default)), Is.Empty);
        await browser.Get("/account");
        await browser.Submit(
            "form[action*=Password]",
            ("Current", "lanterns afloat"), ("Password", "lanterns of our own"), ("Again", "lanterns of our own"));
        Assert.That(browser.Page.QuerySelector(".advice"), Is.Null);
        await browser.Get("/cases");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        using var browser = office.Visitor();
        using var content = new FormUrlEncodedContent([new("SignInName", "clerk"), new("Password", WebOffice.Password)]);
        using var answer = await browser.Post("/sign-in", content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task SignIn_ReturnUrlElsewhere_StaysHere()
    {
        using var browser = office.Visitor();
        await browser.Get("/sign-in?returnUrl=https://elsewhere.example/");
        await browser.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        Assert.That(browser.Address, Is.EqualTo("/cases"));
    }

    [Test]
    public async Task SignIn_TooOften_IsHeldUp()
    {
        using var strict = await new WebOffice().With("SignIn:AttemptsPerMinute", "3").Open();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var tried = await strict.SignedIn("clerk", "wrong password");
            Assert.That(tried.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        using var held = await strict.SignedIn("clerk");
        Assert.That(held.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task SignIn_WhileOthersTryFromTheSameAddress_IsTaken()
    {
        using var strict = await new WebOffice().With("SignIn:AttemptsPerMinute", "2").Open();
        using var known = await strict.SignedIn("clerk");
        await known.Submit("form[action='/sign-out']");
        for (var attempt = 0; attempt < 18; attempt++)
        {
            using var other = await strict.SignedIn($"somebody{attempt}", "wrong password");
            Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        using var reviewer = await strict.SignedIn("reviewer");
        Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.OK), "twenty tries, none of them with this name");
        using var manager = await strict.SignedIn("manager");
        Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.TooManyRequests), "a flood");
        await known.Get("/sign-in");
        await known.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        Assert.That(known.Status, Is.EqualTo(HttpStatusCode.OK), "the flood keeps nobody out of the own browser");
    }

    [Test]
    public async Task SignIn_Locked_SaysTheSame_AndIsEndedByTheAdministrator()
    {
        using var own = await new WebOffice().Open();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await own.SignedIn("clerk", "wrong password");
        }

        using (var locked = await own.SignedIn("clerk"))
        using (var unknown = await own.SignedIn("nobody"))
        {
            Assert.That(locked.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(
                locked.Page.QuerySelector(".wrong")!.TextContent, Is.EqualTo(unknown.Page.QuerySelector(".wrong")!.TextContent));
        }

        using var admin = await own.SignedIn("admin");
        await admin.Get($"/administration/users/{(await own.ActorOf("clerk")).Id}");
        await admin.Submit("form[action*=Unlock]");
        Assert.That(admin.Page.QuerySelector("form[action*=Unlock]"), Is.Null);
        using var again = await own.SignedIn("clerk");
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Session_UserDeactivated_IsOutAtOnce()
    {
        using var own = await new WebOffice().Open();
        using var browser = await own.SignedIn("clerk2");
        var actor = await own.ActorOf("clerk2");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.Database}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "update users set is_active = 0 where sign_in_name = 'clerk2'";
            Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1), $"{actor.Name} is still active");
        }

        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task SignIn_OnOneServer_HoldsOnAnotherThatHasTheSameKeys(bool sameKeys)
    {
        using var first = await new WebOffice().Open();
        using var second = new WebOffice().With("ConnectionStrings:Disclosure", $"Data Source={first.Database}");
        second.With("Keys:Folder", sameKeys ? first.Folder : second.Folder)
            .With("ChainKey:File", Path.Combine(first.Folder, "chain.key"));
        var cookies = new CookieContainer();
        using var here = new Browser(first.CreateDefaultClient(new CookieContainerHandler(cookies)));
        using var there = new Browser(second.CreateDefaultClient(new CookieContainerHandler(cookies)));
        await here.Get("/sign-in");
        await here.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        Assert.That(here.Status, Is.EqualTo(HttpStatusCode.OK));
        await there.Get("/cases");
        Assert.That(there.Status, Is.EqualTo(sameKeys ? HttpStatusCode.OK : HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Deputy_WhileNamed_MayDoWhatTheReviewerMay()
    {
        using var own = await new WebOffice().Open();
        var (reviewer, deputy) = (await own.ActorOf("reviewer"), await own.ActorOf("clerk2"));
        await own.As(Actor.Application, async services =>
        {
            await services.GetRequiredService<IUsers>().NameDeputy(reviewer.Id, deputy.Id, own.Today, own.Today, default);
            return true;
        });
        using var browser = await own.SignedIn("clerk2");
        await browser.Get("/review");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task EveryAnswer_CarriesHeaders_ThatAllowNothingInlineOrFromOutside()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/cases");
        string Header(string name) => browser.Answer.Headers.GetValues(name).Single();
        var policy = Header("Content-Security-Policy");
        Assert.Multiple(() =>
        {
            Assert.That(policy, Does.Contain("default-src 'none'").And.Not.Contain("unsafe-inline").And.Not.Contain("http"));
            Assert.That(browser.Page.QuerySelectorAll("script:not([src]), [style], style"), Is.Empty);
            Assert.That(browser.Answer.Headers.CacheControl!.NoStore);
            Assert.That(policy, Does.Contain("frame-ancestors 'none'"));
            Assert.That(Header("X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header("Referrer-Policy"), Is.EqualTo("same-origin"));
            Assert.That(Header("Permissions-Policy"), Does.Contain("camera=()").And.Contain("microphone=()").And.Contain("geolocation=()"));
        });
    }
}
