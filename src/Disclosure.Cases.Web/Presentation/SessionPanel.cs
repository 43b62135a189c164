using Disclosure.Cases.SignIns;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Somebody's sessions as they are shown.</summary>
/// <param name="All">The sessions.</param>
/// <param name="CurrentId">The reader's own one, in which the page is shown.</param>
/// <param name="Rules">How long they hold.</param>
/// <param name="Now">The time at which they are shown.</param>
/// <param name="Page">The address of the page, whose handler <c>End</c> ends one.</param>
internal sealed record SessionPanel(
    IReadOnlyList<Session> All, string? CurrentId, SignInRules Rules, DateTimeOffset Now, string Page)
{
    /// <summary>Whether it still holds.</summary>
    public bool IsOpen(Session session) => Rules.IsOpen(session, Now);
}
