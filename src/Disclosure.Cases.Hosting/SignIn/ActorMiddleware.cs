using System.Security.Claims;
using Disclosure.Cases.Agencies;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// Says who acts in this request. User and session are read anew every time: who was deactivated is out at once, and a deputy's
/// roles hold from the first to the last day. Whose password somebody else gave is led to change it, and an administrator without a
/// second factor to set one up; they do nothing before.
/// </summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    /// <summary>Finds the user behind the cookie.</summary>
    public async Task InvokeAsync(
        HttpContext context, RolesInForce inForce, IAgencies agencies, SessionCookie cookie, SecondFactorDuty duty,
        IPasswordDirectory directory, CurrentActor actor, TimeProvider time)
    {
        if (cookie.Current is { } user)
        {
            var roles = await inForce.Of(user.Id, time.Today(), context.RequestAborted);
            actor.Value = new Actor(user.Id, user.Name, roles, await WorkplaceOf(user, context, agencies, time.Today()));
            context.User.AddIdentity(new ClaimsIdentity(RolesAsClaims(actor.Value)));
            if (!SessionCookie.IsByProvider(context.User)
                && await PageBeforeAllOthers(user, duty, directory, context.RequestAborted) is { } first
                && !IsOpenBefore(first, context.Request))
            {
                context.Response.Redirect(first.Page);
                return;
            }
        }

        await next(context);
    }

    // The page to which a user is led, and the name of its form that is open before anything else.
    private static async Task<(string Page, string Form)?> PageBeforeAllOthers(
        User user, SecondFactorDuty duty, IPasswordDirectory directory, CancellationToken cancellation) =>
            user.PasswordGivenAt is not null && !directory.Keeps(user.SignInName) ? ("/account", "Password")
            : await duty.IsOwedBy(user, cancellation) ? ("/account/second-factor", "SetUp")
            : null;

    // The page and its form, but none of the page's other forms; and what leads out of here.
    private static bool IsOpenBefore((string Page, string Form) first, HttpRequest request)
    {
        var path = request.Path.Value?.TrimEnd('/').ToUpperInvariant();
        return string.Equals(path, first.Page, StringComparison.OrdinalIgnoreCase)
            ? HttpMethods.IsGet(request.Method) || string.Equals(request.Query["handler"], first.Form, StringComparison.OrdinalIgnoreCase)
            : path is "/SIGN-IN" or "/SIGN-IN/CODE" or "/SIGN-OUT" or "/LANGUAGE" or "/LETTER.CSS"
                || request.Path.StartsWithSegments("/health");
    }

    // The own agency, or one that it continues, whose cases the user has chosen to work on.
    private static async Task<Guid> WorkplaceOf(User user, HttpContext context, IAgencies agencies, DateOnly today) =>
        Workplace.Read(context) is { } chosen
        && (await agencies.Successions(context.RequestAborted)).ContinuedBy(user.AgencyId, today).Contains(chosen)
            ? chosen
            : user.AgencyId;

    private static IEnumerable<Claim> RolesAsClaims(Actor actor) =>
        Enum.GetValues<Role>().Where(actor.Is)
            .Select(role => new Claim(ClaimTypes.Role, role.ToString()));
}
