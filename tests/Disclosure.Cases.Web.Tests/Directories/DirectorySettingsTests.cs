using Disclosure.Cases.Hosting;
using Disclosure.Cases.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>What a directory's settings may be; which of them end the start.</summary>
internal sealed class DirectorySettingsTests
{
    private const string Elsewhere = "ldap://ldap.example.org";

    [TestCase("Address", "ldap://", "Ldap:Address: ")]
    [TestCase("Address", Elsewhere + "/dc=org", "Ldap:Address: ")]
    [TestCase("StartTls", "perhaps", "Ldap:StartTls: 'perhaps' is neither true nor false.")]
    [TestCase("StartTls", "false", "Ldap:StartTls: false is for a directory on loopback only.")]
    [TestCase("Password", "", "Ldap:Password: required with Ldap:User.")]
    [TestCase("Seconds", "0", "Ldap:Seconds: '0' is no whole number from 1 to 60.")]
    [TestCase("Authorities", "/no/such/file", "Ldap:Authorities: '/no/such/file' cannot be read: ")]
    [TestCase("Authorities", "/dev/null", "Ldap:Authorities: '/dev/null' has no certificate.")]
    public void Setting_ThatCannotBeUsed_EndsTheStart(string key, string value, string said)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Ldap:Address"] = Elsewhere, ["Ldap:Base"] = "dc=org", ["Ldap:User"] = "cn=reader", ["Ldap:Password"] = "secret",
        };
        Assert.That(() => Register(settings), Throws.Nothing);
        settings[$"Ldap:{key}"] = value;
        Assert.That(() => Register(settings), Throws.InstanceOf<SettingException>().With.Message.StartsWith(said));
    }

    private static void Register(Dictionary<string, string?> settings) => new ServiceCollection().AddDisclosureCases(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
        new StorageOptions { ConnectionString = "Data Source=x.db", ChainKeyFile = "x.key" });
}
