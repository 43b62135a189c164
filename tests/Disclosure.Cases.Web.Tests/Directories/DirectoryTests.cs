using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>What holds with every directory: a real one where there is one, and ours.</summary>
[TestFixture(true)]
[TestFixture(false)]
internal sealed class DirectoryTests(bool isReal)
{
    private readonly DirectoryCertificate certificate = new();
    private ILoopbackDirectory directory = null!;

    [OneTimeSetUp]
    public async Task Start() =>
        directory = isReal ? await OpenLdap.Start(certificate) : new LoopbackDirectory(certificate);

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (directory is not null)
        {
            await directory.DisposeAsync();
        }

        certificate.Dispose();
    }

    [Test]
    public async Task Password_OfTheDirectory_SignsIn_AndTheOneKeptHereDoesNot()
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        using var browser = await office.SignedIn("Clerk", ILoopbackDirectory.Password);
        Assert.That((browser.Status, browser.Address), Is.EqualTo((HttpStatusCode.OK, "/cases")));
        using var local = await office.SignedIn("clerk");
        Assert.That(local.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var wrong = await office.SignedIn("clerk", ILoopbackDirectory.Password + "x");
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var unknownThere = await office.SignedIn("reviewer");
        Assert.That(unknownThere.Status, Is.EqualTo(HttpStatusCode.Unauthorized), "who is gone there does not come in by an old one");
        Assert.That(await office.Outcomes(), Is.EqualTo(new[]
        {
            SignInOutcome.WrongPassword, SignInOutcome.WrongPassword, SignInOutcome.SignedIn,
        }));
    }

    [Test]
    public async Task Account_NamedInTheSettings_SignsInByThePasswordKeptHere()
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:LocalAccounts", "somebody, ＡＤＭＩＮ"));
        using var browser = await office.SignedIn("admin");
        Assert.That(browser.Address, Is.EqualTo("/administration"));
        using var there = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(there.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("*")]
    [TestCase("cler*")]
    [TestCase("clerk)(uid=*")]
    [TestCase("clerk\\2a")]
    [TestCase("x)(|(uid=clerk")]
    public async Task Name_ThatWouldBePartOfAFilter_IsAName(string name)
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        await office.As(Actor.Application, async services =>
        {
            await services.GetRequiredService<IUsers>().Add(
                new User(Guid.NewGuid(), name, "某", Role.Administrator, office.AgencyId, true), WebOffice.Password, default);
            return true;
        });
        using var browser = await office.SignedIn(name, ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await office.Outcomes()).Single(), Is.EqualTo(SignInOutcome.WrongPassword));
    }

    [Test]
    public async Task Password_ThatIsEmpty_IsNobodys()
    {
        using var office = await DirectoryOffice.With(directory, certificate);
        Assert.That(await Asked(office, "clerk", ""), Is.False);
        Assert.That(await Asked(office, "clerk", ILoopbackDirectory.Password), Is.True);
        Assert.That(await Asked(office, null, ILoopbackDirectory.Password), Is.False);
    }

    [TestCase(false, "true", true)]
    [TestCase(false, "true", false)]
    [TestCase(true, null, true)]
    [TestCase(true, null, false)]
    public async Task Connection_IsEncrypted_WithACertificateThatIsTrusted(bool fromTheBeginning, string? startTls, bool isTrusted)
    {
        using var office = await DirectoryOffice.With(
            directory, certificate,
            ("Ldap:Address", fromTheBeginning ? directory.Encrypted : directory.Address), ("Ldap:StartTls", startTls ?? ""),
            ("Ldap:Authorities", isTrusted ? certificate.Authority : ""));
        Assert.That(await Asked(office, "clerk", ILoopbackDirectory.Password), Is.EqualTo(isTrusted ? true : null));
    }

    [Test]
    public async Task Connection_ToAnotherName_IsRefused()
    {
        using var office = await DirectoryOffice.With(
            directory, certificate, ("Ldap:Address", directory.Encrypted.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
            ("Ldap:Authorities", certificate.Authority));
        Assert.That(await Asked(office, "clerk", ILoopbackDirectory.Password), Is.Null);
    }

    [Test]
    public async Task Reader_WhoseOwnPasswordIsWrong_LeavesNobodyCounted()
    {
        using var office = await DirectoryOffice.With(directory, certificate, ("Ldap:Password", "another"));
        using var browser = await office.SignedIn("clerk", ILoopbackDirectory.Password);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await office.Outcomes(), Is.Empty);
    }

    private static Task<bool?> Asked(WebOffice office, string? name, string password) =>
        office.Services.GetRequiredService<IPasswordDirectory>().IsPassword(name, password, default);
}
