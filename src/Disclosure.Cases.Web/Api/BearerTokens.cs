using System.Security.Claims;
using System.Text.Encodings.Web;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Disclosure.Cases.Web.Api;

/// <summary>What an address asks of a token.</summary>
internal sealed record NeededScope(ApiScope Scope);

/// <summary>Who calls the API: the system behind the token of the <c>Authorization</c> header (RFC 6750). No cookie counts.</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenCheck tokens,
    IStringLocalizer<Words> words)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "Bearer";

    private const string ScopeClaim = "scope";

    /// <summary>Lets a token with a scope in, and nobody else.</summary>
    public static AuthorizationPolicy Policy(ApiScope scope)
    {
        var policy = new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser();
        return (scope == ApiScope.None ? policy : policy.RequireClaim(ScopeClaim, scope.Code())).Build();
    }

    /// <summary>The system that calls.</summary>
    public static ApiClient ClientOf(HttpContext context) => context.Features.GetRequiredFeature<ApiClient>();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Sent is not { } sent)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.Check(new TokenSecret(sent), Context.RequestAborted) is not { } client)
        {
            return AuthenticateResult.Fail("The token is not good.");
        }

        Context.Features.Set(client);
        var claims = client.Scopes.Each().Select(scope => new Claim(ScopeClaim, scope.Code()))
            .Prepend(new Claim(ClaimTypes.NameIdentifier, client.Id.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Sent is null ? Name : $"{Name} error=\"invalid_token\"";
        return new ProblemResult(ProblemKind.NotAuthenticated).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope.Code();
        Response.Headers.WWWAuthenticate = $"{Name} error=\"insufficient_scope\", scope=\"{scope}\"";
        return new ProblemResult(ProblemKind.ScopeMissing) { Detail = words["需要权限 {0}。", scope ?? ""] }.ExecuteAsync(Context);
    }

    private string? Sent =>
        Request.Headers.Authorization is [{ } header] && header.StartsWith(Name + " ", StringComparison.OrdinalIgnoreCase)
            ? header[(Name.Length + 1)..].Trim()
            : null;
}
