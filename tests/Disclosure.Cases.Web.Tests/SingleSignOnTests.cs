using System.Buffers.Text;
using System.Net;
using System.Web;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>统一认证, at a provider on loopback: authorization code with PKCE, state and nonce.</summary>
internal sealed class SingleSignOnTests
{
    private static readonly HttpClient ToProvider = new(new HttpClientHandler { AllowAutoRedirect = false });

    private LoopbackProvider provider = null!;
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task StartProvider() => provider = await LoopbackProvider.Start();

    [OneTimeTearDown]
    public async Task StopProvider() => await provider.DisposeAsync();

    [SetUp]
    public async Task Open()
    {
        provider.Person = "clerk";
        office = await With(provider.Address);
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Account_ThatTheProviderNames_IsSignedIn_AndThatIsOnRecord()
    {
        using var browser = office.Visitor();
        await browser.Get("/sign-in?returnUrl=%2Fcalculator");
        var link = browser.Page.QuerySelector("a[href^='/sign-in/provider']")!.GetAttribute("href")!;
        var asked = await Ask(browser, link);
        var query = HttpUtility.ParseQueryString(asked.Query);
        Assert.That(query["response_type"], Is.EqualTo("code"));
        Assert.That(query["code_challenge_method"], Is.EqualTo("S256"));
        Assert.That(query["nonce"], Is.Not.Empty);
        await browser.Get(await Answer(asked));
        Assert.That(browser.Answer.Headers.Location!.ToString(), Is.EqualTo("/calculator"));
        await browser.Get("/cases");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        var clerk = await office.ActorOf("clerk");
        Assert.That(await Outcomes(), Is.EqualTo(new[] { (clerk.Id, SignInOutcome.SignedInByProvider) }));
        await browser.Submit("form[action='/sign-out']");
        Assert.That((await Outcomes())[0], Is.EqualTo((clerk.Id, SignInOutcome.SignedOut)));
        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [TestCase("nobody", SignInOutcome.UnknownName)]
    [TestCase("former", SignInOutcome.Deactivated)]
    [TestCase("", SignInOutcome.UnknownName)]
    public async Task Account_UnknownOrDeactivated_IsToldSo_AndNoneIsMade(string person, SignInOutcome expected)
    {
        provider.Person = person;
        var users = office.Count("users");
        using var browser = office.Visitor();
        await browser.Get(await Answer(await Ask(browser)));
        await browser.Get(browser.Answer.Headers.Location!.ToString());
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("没有对应的账号，或者已停用"));
        Assert.That((await Outcomes()).Single().Outcome, Is.EqualTo(expected));
        Assert.That((office.Count("users"), office.Count("sessions")), Is.EqualTo((users, 0)));
        await browser.Get("/cases");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Name_LongerThanAnyAccounts_IsNotLookedFor()
    {
        provider.Person = new string('a', 101);
        using var browser = office.Visitor();
        await browser.Get(await Answer(await Ask(browser)));
        await browser.Get(browser.Answer.Headers.Location!.ToString());
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("没有对应的账号，或者已停用"));
        Assert.That(await Outcomes(), Is.Empty);
    }

    [TestCase("nonce")]
    [TestCase("code_challenge")]
    public async Task Answer_ToAnotherQuestion_IsRefused(string what)
    {
        using var browser = office.Visitor();
        var asked = await Ask(browser);
        var query = HttpUtility.ParseQueryString(asked.Query);
        query[what] = new string('x', 43);
        await Refused(browser, await Answer(new UriBuilder(asked) { Query = query.ToString() }.Uri));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Token_WithoutASignature_IsRefused(bool saysSo)
    {
        using var browser = office.Visitor();
        var asked = await Ask(browser);
        var head = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        provider.Forges = token => $"{(saysSo ? head : token.Split('.')[0])}.{token.Split('.')[1]}.";
        try
        {
            await Refused(browser, await Answer(asked));
        }
        finally
        {
            provider.Forges = null;
        }
    }

    [Test]
    public async Task Answer_WithAnotherState_OrInAnotherBrowser_OrTwice_IsRefused()
    {
        using var browser = office.Visitor();
        using var other = office.Visitor();
        var answer = await Answer(await Ask(browser));
        await Refused(other, answer);
        await Refused(browser, answer.Replace("state=", "state=x", StringComparison.Ordinal));
        await browser.Get(answer);
        Assert.That(browser.Answer.Headers.Location!.ToString(), Is.EqualTo("/"));
        await Refused(browser, answer, sessions: 1);
    }

    [TestCase("error=access_denied")]
    [TestCase("")]
    [TestCase("code=x&state=y")]
    public async Task Answer_OfWhomNobodyAsked_IsRefusedInWords(string query)
    {
        using var browser = office.Visitor();
        await Refused(browser, $"/sign-in/provider/back?{query}");
    }

    [Test]
    public async Task SecondFactorAndGivenPassword_AreLeftToTheProvider()
    {
        using var strict = await With(provider.Address, ("SignIn:AdministratorsNeedSecondFactor", "true"));
        await strict.As(Actor.Application, services => services.GetRequiredService<IUsers>()
            .SetPassword("admin", WebOffice.Password, DateTimeOffset.UtcNow, default));
        provider.Person = "admin";
        using var browser = strict.Visitor();
        await browser.Get(await Answer(await Ask(browser)));
        await browser.Get("/administration");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        using var password = await strict.SignedIn("admin");
        Assert.That(password.Address, Is.EqualTo("/account"), "by the password it matters");
    }

    [Test]
    public async Task Provider_ThatIsDown_IsSaidInWords()
    {
        using var alone = await With("http://127.0.0.1:9");
        using var browser = alone.Visitor();
        await browser.Get("/sign-in/provider");
        await browser.Get(browser.Answer.Headers.Location!.ToString());
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("统一认证平台没有响应"));
    }

    [Test]
    public async Task SignOut_LeadsToTheProvider_ToSignOutThereToo()
    {
        using var browser = office.Visitor();
        await browser.Get(await Answer(await Ask(browser)));
        await browser.Get("/cases");
        await browser.Submit("form[action='/sign-out']");
        var there = browser.Page.QuerySelector("a.go")!.GetAttribute("href")!;
        Assert.That(browser.Answer.Headers.GetValues("Refresh").Single(), Is.EqualTo("0; url=" + there));
        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"), "it has ended here before");
        using var answer = await ToProvider.GetAsync(new Uri(there));
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(LoopbackProvider.Door), await answer.Content.ReadAsStringAsync());
        Assert.That(provider.SignedOut, Is.EqualTo(new[] { "clerk" }));
    }

    [Test]
    public async Task SignOut_OfWhoCameByPassword_DoesNotConcernTheProvider()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Submit("form[action='/sign-out']");
        Assert.That(browser.Address, Is.EqualTo("/sign-in"));
        Assert.That(browser.Text, Does.Not.Contain("统一认证平台的登录"));
    }

    [TestCase("/cases", "form[action='/sign-out']")]
    [TestCase("/account/sessions", "form[action*='handler=Everywhere']")]
    public async Task SignOut_WhereTheProviderHasNoAddressForIt_SaysThatItsSessionMayStand(string page, string form)
    {
        await using var other = await LoopbackProvider.Start(endsSessions: false);
        using var alone = await With(other.Address);
        using var browser = alone.Visitor();
        await browser.Get(await Answer(await Ask(browser)));
        await browser.Get(page);
        await browser.Submit(form);
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("统一认证平台的登录可能仍然有效"));
        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [TestCase("//elsewhere.example.org/")]
    [TestCase("https://elsewhere.example.org/")]
    public async Task ReturnUrl_OfAnotherSite_IsNotFollowed(string returnUrl)
    {
        using var browser = office.Visitor();
        await browser.Get(await Answer(await Ask(browser, $"/sign-in/provider?returnUrl={Uri.EscapeDataString(returnUrl)}")));
        Assert.That(browser.Answer.Headers.Location!.ToString(), Is.EqualTo("/"));
    }

    private static async Task<WebOffice> With(string authority, params (string Key, string Value)[] more)
    {
        var office = new WebOffice().With("SingleSignOn:Authority", authority)
            .With("SingleSignOn:ClientId", LoopbackProvider.ClientId).With("SingleSignOn:ClientSecret", LoopbackProvider.ClientSecret);
        foreach (var (key, value) in more)
        {
            office.With(key, value);
        }

        return await office.Open();
    }

    // Where the browser is led to be asked who it is.
    private static async Task<Uri> Ask(Browser browser, string link = "/sign-in/provider")
    {
        await browser.Get(link);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Redirect), browser.Html);
        return browser.Answer.Headers.Location!;
    }

    // Where the provider leads the browser back to.
    private static async Task<string> Answer(Uri asked)
    {
        using var answer = await ToProvider.GetAsync(asked);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That(answer.Headers.Location!.ToString(), Does.StartWith(LoopbackProvider.Callback + "?code="));
        return answer.Headers.Location.PathAndQuery;
    }

    private async Task Refused(Browser browser, string answer, int sessions = 0)
    {
        await browser.Get(answer);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Redirect), browser.Html);
        await browser.Get(browser.Answer.Headers.Location!.ToString());
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("统一认证没有完成"));
        Assert.That(office.Count("sessions"), Is.EqualTo(sessions));
    }

    private async Task<IReadOnlyList<(Guid UserId, SignInOutcome Outcome)>> Outcomes() =>
    [
        .. (await office.As(Actor.Application, services => services.GetRequiredService<ISignIns>().Find(
            new SignInFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1)), 0, 9, default)))
            .Select(line => (line.UserId, line.Outcome)),
    ];
}
