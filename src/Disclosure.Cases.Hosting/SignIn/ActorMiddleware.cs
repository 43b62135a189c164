using System.Security.Claims;
using Disclosure.Cases.Agencies;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// Says who acts in this request. User and session are read anew every time: who was deactivated is out at once, and a deputy's
/// roles hold from the first to the last day. Whose password somebody else gave is led to change it, and does nothing before.
/// </summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    /// <summary>Finds the user behind the cookie.</summary>
    public async Task InvokeAsync(
        HttpContext context, IUsers users, IAgencies agencies, SessionCookie cookie, CurrentActor actor, TimeProvider time)
    {
        if (cookie.Current is { } user)
        {
            var roles = await users.RolesOn(user.Id, time.Today(), context.RequestAborted);
            actor.Value = new Actor(user.Id, user.Name, roles, await WorkplaceOf(user, context, agencies, time.Today()));
            context.User.AddIdentity(new ClaimsIdentity(RolesAsClaims(roles)));
            if (user.PasswordGivenAt is not null && !IsOpenBeforeTheChange(context.Request))
            {
                context.Response.Redirect("/account");
                return;
            }
        }

        await next(context);
    }

    // The page of the password and its form, but none of the page's other forms; and what leads out of here.
    private static bool IsOpenBeforeTheChange(HttpRequest request) =>
        request.Path.Value?.TrimEnd('/').ToUpperInvariant() switch
        {
            "/ACCOUNT" => HttpMethods.IsGet(request.Method)
                || string.Equals(request.Query["handler"], "Password", StringComparison.OrdinalIgnoreCase),
            "/SIGN-IN" or "/SIGN-OUT" or "/LANGUAGE" or "/LETTER.CSS" => true,
            _ => request.Path.StartsWithSegments("/health"),
        };

    // The own agency, or one that it continues, whose cases the user has chosen to work on.
    private static async Task<Guid> WorkplaceOf(User user, HttpContext context, IAgencies agencies, DateOnly today) =>
        Workplace.Read(context) is { } chosen
        && (await agencies.Successions(context.RequestAborted)).ContinuedBy(user.AgencyId, today).Contains(chosen)
            ? chosen
            : user.AgencyId;

    private static IEnumerable<Claim> RolesAsClaims(Role roles) =>
        Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role))
            .Select(role => new Claim(ClaimTypes.Role, role.ToString()));
}
