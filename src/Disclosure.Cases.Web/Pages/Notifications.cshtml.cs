using Disclosure.Cases.Notifications;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>消息发送: what leaves the house, by which way and when, and what could not be delivered.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class NotificationsModel(
    INotifications notifications, IEnumerable<INotificationChannel> channels,
    SendingHours hours, Commands commands, IStringLocalizer<Words> words) : PageModel
{
    private const int MostRows = 200;

    public IReadOnlyList<Notification> Rows { get; private set; } = [];

    public IReadOnlyDictionary<NotificationState, int> Counts { get; private set; } = new Dictionary<NotificationState, int>();

    public SendingHours Hours => hours;

    public IReadOnlyList<string> Channels => [.. channels.Select(channel => NameOf(channel.Name))];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>A channel in the reader's words.</summary>
    public string NameOf(string channel) => channel switch { "email" => words["电子邮件"], "webhook" => words["短信网关"], _ => channel };

    public Task OnGetAsync(CancellationToken cancellation) => Read(cancellation);

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellation)
    {
        var result = await commands.Send(new ResendNotifications(id));
        if (result.Succeeded)
        {
            TempData["Done"] = words["{0} 条消息将重新发送。", result.Value].Value;
            return LocalRedirect("/administration/notifications");
        }

        Findings = Finding.Of(result.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read(cancellation);
        return Page();
    }

    private async Task Read(CancellationToken cancellation)
    {
        Rows = await notifications.Undeliverable(MostRows, cancellation);
        Counts = await notifications.CountByState(cancellation);
    }
}
