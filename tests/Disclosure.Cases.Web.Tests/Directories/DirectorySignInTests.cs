using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>Signing in by a directory: what it is told and what it is not, and what happens when it does not do what it should.</summary>
internal sealed class DirectorySignInTests
{
    private const string NoAnswer = "目录服务没有响应";

    private readonly DirectoryCertificate certificate = new();
    private LoopbackDirectory directory = null!;

    [SetUp]
    public void Start() => directory = new LoopbackDirectory(certificate);

    [TearDown]
    public async Task Stop() => await directory.DisposeAsync();

    [OneTimeTearDown]
    public void Forget() => certificate.Dispose();

    [TestCase("nobody")]
    [TestCase("former")]
    [TestCase("admin")]
    public async Task Name_ThatTheDirectoryIsNotToJudge_IsNotToldToIt_AndTheSameWayIsGone(string name)
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:LocalAccounts", "admin"));
        using var browser = await office.SignedIn(name, "some password");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(directory.Sought.Single(), Is.Not.EqualTo(name));
        Assert.That(directory.Binds, Has.Count.EqualTo(2));
        Assert.That(directory.Binds.Select(bind => bind.Password), Has.None.EqualTo("some password"));
    }

    [Test]
    public async Task Account_LockedHere_IsNotGuessedAtThere()
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        var rules = new SignInRules();
        for (var attempt = 0; attempt < rules.WrongBeforeLock + 2; attempt++)
        {
            using var wrong = await office.SignedIn("clerk", "wrong");
        }

        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(
            directory.Binds.Count(bind => bind.Entry == ILoopbackDirectory.Entry), Is.EqualTo(rules.WrongBeforeLock));
        Assert.That(await office.Outcomes(), Is.EqualTo(new[] { SignInOutcome.Locked, SignInOutcome.WrongPassword }));
    }

    [Test]
    public async Task Password_OutsideLoopback_IsSaidEncryptedAlone()
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:StartTls", ""));
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(directory.Binds.Select(bind => bind.IsEncrypted), Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public async Task Directory_ThatIsDown_IsSaidInWordsToAllAlike_AndNobodyIsCounted()
    {
        using var office = await DirectoryOffice.At("ldap://127.0.0.1:9", ("Ldap:LocalAccounts", "admin"));
        for (var attempt = 0; attempt < new SignInRules().WrongBeforeLock + 1; attempt++)
        {
            using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain(NoAnswer));
        }

        Assert.That(await office.Outcomes(), Is.Empty);
        var clerk = await office.ActorOf("clerk");
        Assert.That(
            await office.As(Actor.Application, services =>
                services.GetRequiredService<ISignInLocks>().LockedUntil(clerk.Id, default)), Is.Null);
        foreach (var name in new[] { "nobody", "former", "admin" })
        {
            using var other = await office.SignedIn(name, "some password");
            Assert.That(other.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), name);
        }

        Assert.That(await office.Outcomes(), Is.EquivalentTo(new[]
        {
            SignInOutcome.UnknownName, SignInOutcome.Deactivated, SignInOutcome.WrongPassword,
        }));
        using var local = await office.SignedIn("admin");
        Assert.That(local.Address, Is.EqualTo("/administration"), "who can put it right comes in");
    }

    [TestCase("")]
    [TestCase("48545450")]
    [TestCase("3080")]
    [TestCase("308400100000")]
    [TestCase("30848fffffff")]
    [TestCase("300c02010178070a010004000400")]
    [TestCase("300c02010161070a010104000400")]
    [TestCase("300c02010961070a010004000400")]
    [TestCase("300c02010165070a010004000400")]
    public async Task Directory_ThatTalksNonsense_OrNothing_IsDown(string said)
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:Seconds", "1"));
        directory.Instead = Convert.FromHexString(said);
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Does.Contain(NoAnswer));
    }

    [TestCase(49, HttpStatusCode.Unauthorized)]
    [TestCase(53, HttpStatusCode.Unauthorized)]
    [TestCase(51, HttpStatusCode.ServiceUnavailable)]
    [TestCase(14, HttpStatusCode.ServiceUnavailable)]
    public async Task Verdict_OfTheDirectory_CountsWhereItIsOfThePassword(int code, HttpStatusCode expected)
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        directory.Verdict = code;
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(expected));
        Assert.That(await office.Outcomes(), Has.Count.EqualTo(expected == HttpStatusCode.Unauthorized ? 1 : 0));
    }

    [TestCase(2)]
    [TestCase(3)]
    public async Task Entries_SeveralOfOneName_AreNobody(int entries)
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        directory.Entries = entries;
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(directory.Binds.Select(bind => bind.Entry), Has.None.EqualTo(ILoopbackDirectory.Entry));
    }

    [Test]
    public async Task Password_KeptThere_IsNeitherChangedNorGivenHere()
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:LocalAccounts", "admin"));
        var clerk = await office.ActorOf("clerk");
        await office.As(Actor.Application, services => services.GetRequiredService<IUsers>()
            .SetPassword("clerk", WebOffice.Password, DateTimeOffset.UtcNow, default));
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Address, Is.EqualTo("/cases"), "the one given here need not be changed");
        await browser.Get("/account");
        Assert.That(browser.Text, Does.Contain("密码由目录服务保管").And.Not.Contain("请先改成自己的密码"));
        Assert.That(browser.Page.QuerySelector("form[action*='handler=Password']"), Is.Null);
        using var admin = await office.SignedIn("admin");
        await admin.Get($"/administration/users/{clerk.Id}");
        Assert.That(admin.Text, Does.Contain("密码由目录服务保管").And.Not.Contain("尚未改成自己的密码"));
        var administrator = await office.ActorOf("admin");
        var from = new SignInPlace("", null, "");
        Assert.That(
            await Refusals(office, administrator, new SetPassword(clerk.Id, "lanterns afloat")), Is.EqualTo("user.passwordInDirectory"));
        Assert.That(
            await Refusals(office, clerk, new ChangeOwnPassword(ILoopbackDirectory.Password, "lanterns afloat", "lanterns afloat", from)),
            Is.EqualTo("user.passwordInDirectory"));
        Assert.That(await Refusals(office, administrator, new SetPassword(administrator.Id, "lanterns afloat")), Is.Empty);
    }

    [Test]
    public async Task Administrator_WhosePasswordIsThere_OwesASecondFactorAllTheSame()
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("SignIn:AdministratorsNeedSecondFactor", "true"));
        var clerk = await office.ActorOf("clerk");
        var administrator = await office.ActorOf("admin");
        await office.As(administrator, services => services.GetRequiredService<IMediator>().Send(
            new ChangeUser(clerk.Id, clerk.Name, clerk.AgencyId, Role.Clerk | Role.Administrator, true)));
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Address, Is.EqualTo("/account/second-factor"));
    }

    [Test]
    public async Task SecondFactor_IsAskedForAfterThePasswordThere_AndGivenUpByIt()
    {
        const string secret = "GEZDGNBVGY3TQOJQ";
        using var office = await DirectoryOffice.With(directory, certificate);
        var clerk = await office.ActorOf("clerk");
        await office.As(Actor.Application, async services =>
        {
            await services.GetRequiredService<ISecondFactors>().Add(
                new SecondFactor(clerk.Id, secret, DateTimeOffset.UtcNow, 0), [], default);
            return true;
        });
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Address, Is.EqualTo("/sign-in/code"));
        var give = new GiveUpSecondFactor(
            ILoopbackDirectory.Password, OneTimeCode.Of(secret, DateTimeOffset.UtcNow), new SignInPlace("", null, ""));
        Assert.That(await Refusals(office, clerk, give with { Current = WebOffice.Password }), Is.EqualTo("user.passwordWrong"));
        directory.Verdict = 51;
        Assert.That(await Refusals(office, clerk, give), Is.EqualTo("directory.down"));
        directory.Verdict = null;
        Assert.That(await Refusals(office, clerk, give), Is.Empty);
        Assert.That(await office.Outcomes(), Is.EqualTo(new[] { SignInOutcome.WrongPassword, SignInOutcome.CodeAsked }));
    }

    private static Task<string> Refusals(WebOffice office, Actor actor, IRequest<Result<Kernel.Unit>> command) =>
        office.As(actor, async services => string.Join(
            ' ', (await services.GetRequiredService<IMediator>().Send(command)).Refusals.Select(refusal => refusal.Code)));
}
