using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Disclosure.Cases.Web.Tests;

/// <summary>A real provider of OpenID Connect on loopback, at which somebody is signed in already.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    public const string ClientId = "disclosure";
    public const string ClientSecret = "a secret of the two";
    public const string Callback = "http://localhost/sign-in/provider/back";
    public const string Door = "http://localhost/sign-in";

    private readonly WebApplication host;

    private LoopbackProvider(WebApplication host) => this.host = host;

    /// <summary>Who is signed in at the provider.</summary>
    public string Person { get; set; } = "clerk";

    public string Address => host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Makes another identity token of the one that is given out.</summary>
    public Func<string, string>? Forges { get; set; }

    /// <summary>Who signed out there, as the provider named them in the token that came back.</summary>
    public List<string> SignedOut { get; } = [];

    /// <param name="endsSessions">Whether one can sign out there.</param>
    public static async Task<LoopbackProvider> Start(bool endsSessions = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        LoopbackProvider? provider = null;
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            if (endsSessions)
            {
                options.SetEndSessionEndpointUris("connect/logout");
            }

            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes(Scopes.Profile);
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.EnableDegradedMode();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.RedirectUri != Callback)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.PostLogoutRedirectUri != Door)
                {
                    context.Reject(Errors.InvalidRequest);
                }

                return default;
            }));
            options.AddEventHandler<ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
            {
                if (provider!.Forges is { } forge && context.Response.IdToken is { } token)
                {
                    context.Response.IdToken = forge(token);
                }

                return default;
            }));
            options.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider!.SignedOut.Add(context.IdentityTokenHintPrincipal?.GetClaim(Claims.PreferredUsername) ?? "");
                context.SignOut();
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("provider");
                identity.SetClaim(Claims.Subject, "4711").SetClaim(Claims.PreferredUsername, provider!.Person);
                identity.SetScopes(context.Request.GetScopes());
                identity.SetDestinations(_ => [Destinations.IdentityToken]);
                context.SignIn(new ClaimsPrincipal(identity));
                return default;
            }));
        });
        var host = builder.Build();
        host.UseAuthentication();
        provider = new LoopbackProvider(host);
        await host.StartAsync();

        // The first answer takes long, as its keys are made for it.
        using var client = new HttpClient { BaseAddress = new Uri(provider.Address) };
        await client.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative));
        await client.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative));
        return provider;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
