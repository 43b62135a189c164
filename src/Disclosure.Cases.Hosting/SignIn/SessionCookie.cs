using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// Begins a session, and knows it again: the cookie carries a random number, under whose hash the session is on record, and the
/// user's stamp. Whether both still hold is looked up in every request, so that a cookie kept after signing out opens nothing.
/// </summary>
public sealed class SessionCookie(ISessions sessions, IUsers users, SignInRules rules, TimeProvider time)
{
    private const string SecretClaim = "session";
    private const string StampClaim = "stamp";
    private const string ProviderClaim = "provider";
    private const string IdentityToken = "id_token";
    private const int Bytes = 32;

    // Nobody waits longer for this to be written: the next request writes it as well.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session of a user who has shown who it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The user.</param>
    /// <param name="identityToken">
    /// By what a provider of single sign-on vouches for the user: then neither password nor second factor of this program matter. It is
    /// shown there again when the user signs out. Null: no provider does.
    /// </param>
    public async Task Begin(HttpContext context, User user, string? identityToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (secret, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), time.GetUtcNow());
        await sessions.Begin(
            new Session(Hash(secret), user.Id, now, now, ClientAddress.Of(context), BrowserName.Of(context.Request.Headers.UserAgent)),
            CancellationToken.None);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(SecretClaim, secret),
                new Claim(StampClaim, StampOf(user)), new Claim(ProviderClaim, (identityToken is not null).ToString()),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties();
        if (identityToken is not null)
        {
            properties.StoreTokens([new AuthenticationToken { Name = IdentityToken, Value = identityToken }]);
        }

        await context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    /// <summary>By what a provider of single sign-on vouches for who is signed in; null: none does.</summary>
    public static Task<string?> IdentityTokenOf(HttpContext context) => context.GetTokenAsync(IdentityToken);

    /// <summary>The session that the cookie names, whether it holds or not; null: it names none.</summary>
    public static string? IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(SecretClaim) is { } secret ? Hash(secret) : null;

    /// <summary>Whether a provider of single sign-on vouches for who is signed in.</summary>
    public static bool IsByProvider(ClaimsPrincipal principal) => principal.HasClaim(ProviderClaim, bool.TrueString);

    /// <summary>The user of the request's cookie; null: it has none that holds.</summary>
    public User? Current { get; private set; }

    /// <summary>Whether the cookie's session holds; then it is noted that the user is active.</summary>
    public async Task<bool> Holds(ClaimsPrincipal? principal, CancellationToken cancellation)
    {
        if (principal is null || IdOf(principal) is not { } id || await sessions.Find(id, cancellation) is not { } session
            || !rules.IsOpen(session, time.GetUtcNow()) || await users.Find(session.UserId, cancellation) is not { IsActive: true } user
            || principal.FindFirstValue(ClaimTypes.NameIdentifier) != user.Id.ToString()
            || principal.FindFirstValue(StampClaim) != StampOf(user))
        {
            return false;
        }

        Current = user;
        if (time.GetUtcNow() - session.SeenAt >= SeenEvery)
        {
            await Note(id, cancellation);
        }

        return true;
    }

    // What cannot be written now, because the disk is full say, is no reason not to show a page.
    private async Task Note(string id, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Patience);
        try
        {
            await sessions.Seen(id, limited.Token);
        }
        catch (Exception problem) when (problem is DbException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static string StampOf(User user) => user.Stamp?.ToString() ?? "";

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
