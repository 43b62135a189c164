using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Delivery;
using Disclosure.Cases.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Tests.Notifications;

public sealed class DeliverySettingsTests
{
    [Test]
    public void Settings_WithoutAny_AreTheUsualOnesWithoutChannels()
    {
        using var services = Read();
        Assert.Multiple(() =>
        {
            Assert.That(services.GetRequiredService<OfficeTargets>(), Is.EqualTo(new OfficeTargets(Draft: 10, Approval: 15)));
            Assert.That(services.GetRequiredService<AlertRules>().Law, Is.EqualTo(new[] { 10, 5, 3, 1, 0 }));
            Assert.That(services.GetRequiredService<SendingHours>(), Is.EqualTo(SendingHours.Default));
            Assert.That(services.GetServices<INotificationChannel>(), Is.Empty);
            Assert.That(services.GetRequiredService<PublicAddress>().Of("/cases/1"), Is.Null);
        });
    }

    [Test]
    public void Settings_AsConfigured_AreTaken()
    {
        using var services = Read(
            ("Targets:Completeness", "3"), ("Targets:Draft", "0"), ("Alerts:Law", "7, 2,0"), ("Alerts:ManagerFrom", "-1"),
            ("Notifications:From", "09:00"), ("Notifications:Address", "https://cases.example"),
            ("Notifications:Smtp:Host", "mail.example"), ("Notifications:Smtp:From", "disclosure@example.gov.cn"),
            ("Notifications:Webhook:Url", "http://gateway.example/send"));
        Assert.Multiple(() =>
        {
            Assert.That(
                services.GetRequiredService<OfficeTargets>(),
                Is.EqualTo(new OfficeTargets(Completeness: 3, Draft: null, Approval: 15)));
            Assert.That(services.GetRequiredService<AlertRules>().Law, Is.EqualTo(new[] { 7, 2, 0 }));
            Assert.That(services.GetRequiredService<AlertRules>().ManagerFrom, Is.EqualTo(-1));
            Assert.That(services.GetRequiredService<SendingHours>().From, Is.EqualTo(new TimeOnly(9, 0)));
            Assert.That(services.GetRequiredService<PublicAddress>().Of("/cases/1"), Is.EqualTo("https://cases.example/cases/1"));
            Assert.That(
                services.GetServices<INotificationChannel>().Select(channel => channel.Name),
                Is.EquivalentTo(new[] { "email", "webhook" }));
        });
    }

    [TestCase("Targets:Draft", "ten")]
    [TestCase("Alerts:Law", "10;5")]
    [TestCase("Alerts:ReviewerFrom", "1.5")]
    [TestCase("Notifications:From", "8")]
    [TestCase("Notifications:Until", "08:00")]
    [TestCase("Notifications:Smtp:Host", "mail.example", "Notifications:Smtp:From")]
    [TestCase("Notifications:Webhook:Url", "ftp://gateway.example")]
    public void Settings_ThatCannotBeRead_AreRefusedByName(string key, string value, string? named = null) =>
        Assert.That(() => Read((key, value)), Throws.InstanceOf<SettingException>().With.Message.Contains(named ?? key));

    private static ServiceProvider Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value))).Build();
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddDisclosureDelivery(configuration).BuildServiceProvider();
    }
}
