using System.Globalization;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Notifications;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Delivery;

/// <summary>What a host is configured to watch and to tell: sections <c>Targets</c>, <c>Alerts</c> and <c>Notifications</c>.</summary>
public static class DeliverySettings
{
    private const int LongestPeriod = 250;

    /// <summary>Registers targets, thresholds, sending hours and the channels that are configured.</summary>
    /// <exception cref="SettingException">A setting cannot be read; the message names it and its rule.</exception>
    public static IServiceCollection AddDisclosureDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(Targets(configuration.GetSection("Targets")));
        services.AddSingleton(Alerts(configuration.GetSection("Alerts")));
        var notifications = configuration.GetSection("Notifications");
        services.AddSingleton(Hours(notifications));
        services.AddSingleton(new PublicAddress(Url(notifications, "Address")));
        if (Smtp(notifications.GetSection("Smtp")) is { } smtp)
        {
            services.AddSingleton(smtp);
            services.AddSingleton<INotificationChannel, SmtpChannel>();
        }

        if (Url(notifications, "Webhook:Url") is { } url)
        {
            services.AddHttpClient("webhook", client => client.Timeout = TimeSpan.FromSeconds(30));
            services.AddSingleton(new WebhookSettings(url, notifications["Webhook:Token"]));
            services.AddSingleton<INotificationChannel, WebhookChannel>();
        }

        return services;
    }

    private static OfficeTargets Targets(IConfigurationSection section)
    {
        var usual = new OfficeTargets();
        return new OfficeTargets(
            Day("Completeness", usual.Completeness), Day("Competence", usual.Competence), Day("Existence", usual.Existence),
            Day("Disclosure", usual.Disclosure), Day("Draft", usual.Draft), Day("Approval", usual.Approval));

        // 0 switches a target off.
        int? Day(string key, int? otherwise) =>
            section[key] is not { Length: > 0 } ? otherwise : Number(section, key, 0, LongestPeriod) is > 0 and var day ? day : null;
    }

    private static AlertRules Alerts(IConfigurationSection section)
    {
        var usual = AlertRules.Default;
        return new AlertRules(
            Thresholds("Law", usual.Law), Thresholds("Awaited", usual.Awaited), Thresholds("Office", usual.Office),
            From("ReviewerFrom", usual.ReviewerFrom), From("ManagerFrom", usual.ManagerFrom));

        // A list in one line, "10,5,3,1,0": a list over several keys would be mixed with the one it replaces.
        IReadOnlyList<int> Thresholds(string key, IReadOnlyList<int> otherwise) => section[key] is not { Length: > 0 } text ? otherwise
            : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(each =>
                int.TryParse(each, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
                && Math.Abs(days) <= LongestPeriod
                    ? days
                    : throw Wrong(
                        section,
                        key,
                        $"working days from -{LongestPeriod} to {LongestPeriod} with commas between, such as 10,5,3,1,0")).Distinct()];

        int From(string key, int otherwise) =>
            section[key] is not { Length: > 0 } ? otherwise : Number(section, key, -LongestPeriod, LongestPeriod);
    }

    private static SendingHours Hours(IConfigurationSection section)
    {
        var (from, until) = (Time("From", SendingHours.Default.From), Time("Until", SendingHours.Default.Until));
        return from < until ? new SendingHours(from, until) : throw Wrong(section, "Until", "later than Notifications:From");

        TimeOnly Time(string key, TimeOnly otherwise) => section[key] is not { Length: > 0 } text ? otherwise
            : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
            : throw Wrong(section, key, "a time of day such as 08:30");
    }

    private static SmtpSettings? Smtp(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        return section["From"] is not { } from || !MimeKit.MailboxAddress.TryParse(from, out _)
            ? throw Wrong(section, "From", "the sender's e-mail address")
            : new SmtpSettings(
                host,
                section["Port"] is { Length: > 0 } ? Number(section, "Port", 1, ushort.MaxValue) : 25,
                from,
                section["Security"] is not { Length: > 0 } security ? SecureSocketOptions.Auto
                    : Enum.TryParse<SecureSocketOptions>(security, ignoreCase: true, out var option) && Enum.IsDefined(option) ? option
                    : throw Wrong(section, "Security", $"one of {string.Join(", ", Enum.GetNames<SecureSocketOptions>())}"),
                section["UserName"] is { Length: > 0 } user ? user : null,
                section["Password"] ?? "");
    }

    private static Uri? Url(IConfigurationSection section, string key) => section[key] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : throw Wrong(section, key, "an address that begins with http:// or https://");

    private static int Number(IConfigurationSection section, string key, int from, int until) =>
        int.TryParse(section[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= from
        && number <= until
            ? number
            : throw Wrong(section, key, $"a whole number from {from} to {until}");

    private static SettingException Wrong(IConfigurationSection section, string key, string rule) =>
        new($"{section.Path}:{key} must be {rule}; it is '{section[key]}'. 配置项 {section.Path}:{key} 的值无效。");
}
