using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>统一认证: single sign-on by OpenID Connect, where section <c>SingleSignOn</c> of the configuration names a provider.</summary>
/// <param name="Authority">The provider.</param>
/// <param name="ClientId">Under which name this program is known there.</param>
/// <param name="ClientSecret">By what it shows there to be that.</param>
/// <param name="Claim">Which claim of the identity token is the sign-in name of an account.</param>
internal sealed record SingleSignOn(Uri Authority, string ClientId, string ClientSecret, string Claim)
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "provider";

    private const string Section = "SingleSignOn";
    private const string Callback = "/sign-in/provider/back";
    private const int LongestName = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The provider, or null.</summary>
    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static SingleSignOn? Of(IConfiguration configuration)
    {
        if (configuration[$"{Section}:Authority"] is not { Length: > 0 } written)
        {
            return null;
        }

        return SafeAddress(written) is { } authority
            ? new SingleSignOn(
                authority, Required("ClientId"), Required("ClientSecret"),
                configuration[$"{Section}:Claim"] is { Length: > 0 } claim ? claim : "preferred_username")
            : throw new SettingException($"{Section}:Authority: '{written}' is no address that begins with https://.");

        string Required(string key) => configuration[$"{Section}:{key}"] is { Length: > 0 } value
            ? value
            : throw new SettingException($"{Section}:{key}: required with {Section}:Authority.");
    }

    /// <summary>An address to which people may be led: encrypted, or on loopback; else null.</summary>
    public static Uri? SafeAddress(string? written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : null;

    /// <summary>Registers the provider, if there is one.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (Of(configuration) is not { } provider)
        {
            return;
        }

        services.AddSingleton(provider).AddSingleton<ProviderSignOut>();
        services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.Authority = provider.Authority.ToString();
            options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
            (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.UsePkce = true;
            options.CallbackPath = Callback;

            // The identity token alone goes into the cookie, for the way out.
            options.SaveTokens = true;

            // One signs out by ProviderSignOut alone: these would end sessions for whoever sends a browser there.
            (options.RemoteSignOutPath, options.SignedOutCallbackPath) = (default, default);
            options.MapInboundClaims = false;
            options.DisableTelemetry = true;
            options.BackchannelTimeout = Patience;

            // By query, so that the cookies of the way need not come along with forms of other sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) =
                (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
            // The framework asks for none of a token that comes by the back channel.
            options.Events.OnTokenValidated = context =>
            {
                if (context.SecurityToken.RawSignature is not { Length: > 0 })
                {
                    context.Fail("The identity token is not signed.");
                }

                return Task.CompletedTask;
            };
            options.Events.OnTicketReceived = context => Enter(context, provider.Claim);
            options.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<ILogger<SingleSignOn>>()
                    .SignInFailed(context.Failure?.Message ?? "");
                context.Response.Redirect(SignInModel.AddressOf(ProviderProblem.Failed));
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    // Everything that the provider said has been proved: code, state, nonce, signature, audience, time.
    private static async Task Enter(TicketReceivedContext context, string claim)
    {
        var services = context.HttpContext.RequestServices;
        context.HandleResponse();
        var name = context.Principal?.FindFirst(claim)?.Value.Trim() ?? "";
        if (name.Length > LongestName || await services.GetRequiredService<SigningIn>().TakeFromProvider(
            name, ClientAddress.Of(context.HttpContext), CancellationToken.None) is not { } user)
        {
            context.Response.Redirect(SignInModel.AddressOf(ProviderProblem.NoAccount));
            return;
        }

        await services.GetRequiredService<Admission>().Begin(
            context.HttpContext, user, context.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken) ?? "");
        context.Response.Redirect(context.ReturnUri ?? "/");
    }
}

/// <summary>What somebody is to know of the way by the provider of single sign-on.</summary>
internal enum ProviderProblem
{
    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>The provider refused, the user broke off, or what came back does not prove anything.</summary>
    Failed,

    /// <summary>The provider knows the user, and no active account has that name.</summary>
    NoAccount,

    /// <summary>The user signed out here, and may still be signed in at the provider.</summary>
    StillSignedIn,
}

/// <summary>What is logged of it.</summary>
internal static partial class SingleSignOnLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Single sign-on failed: {Reason}")]
    public static partial void SignInFailed(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign out at the provider of single sign-on: {Reason}")]
    public static partial void SignOutFailed(this ILogger logger, string reason);
}
