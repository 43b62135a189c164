using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Leads whoever signs out to the provider of single sign-on, to sign out there too (OpenID Connect RP-Initiated Logout 1.0).
/// </summary>
internal sealed class ProviderSignOut(IOptionsMonitor<OpenIdConnectOptions> options, ILogger<SingleSignOn> logger)
{
    private const string AtTheDoor = "/sign-in";

    /// <summary>Where one signs out there; null: the provider has no such address, or does not answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="identityToken">Shows the provider who asks.</param>
    public async Task<Uri?> AddressFor(HttpContext context, string? identityToken)
    {
        var provider = options.Get(SingleSignOn.Scheme);
        try
        {
            var known = await provider.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            if (SingleSignOn.SafeAddress(known.EndSessionEndpoint) is null)
            {
                return null;
            }

            return new Uri(new OpenIdConnectMessage
            {
                IssuerAddress = known.EndSessionEndpoint,
                ClientId = provider.ClientId,
                IdTokenHint = identityToken is { Length: > 0 } ? identityToken : null,
                PostLogoutRedirectUri = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{AtTheDoor}",
                EnableTelemetryParameters = false,
            }.CreateLogoutRequestUrl());
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException)
        {
            logger.SignOutFailed(problem.Message);
            return null;
        }
    }
}
