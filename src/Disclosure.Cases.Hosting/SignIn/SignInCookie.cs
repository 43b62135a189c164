using Disclosure.Cases.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// The sign-in that all hosts share: who signed in at one of them is known to every other that has the same key folder.
/// </summary>
public static class SignInCookie
{
    /// <summary>The name of the application under which cookies are sealed: part of every key's purpose.</summary>
    private const string ApplicationName = "Disclosure.Cases";

    /// <summary>Registers the cookie and the keys that seal it, in <c>keys</c> below <paramref name="keyFolder"/>.</summary>
    public static IServiceCollection AddSignInCookie(this IServiceCollection services, string keyFolder)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName)
            .PersistKeysToFileSystem(PrivateFolder(Path.Combine(keyFolder, "keys")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "disclosure.user";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SlidingExpiration = false;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "returnUrl";

            // Here, and not later on: whatever asks again who it is gets the same answer.
            options.Events.OnValidatePrincipal = async context =>
            {
                // The page of a failure is for anybody: who reads it stands in the records, which may be what fails.
                if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
                {
                    context.RejectPrincipal();
                    return;
                }

                var cookie = context.HttpContext.RequestServices.GetRequiredService<SessionCookie>();
                if (!await cookie.Holds(context.Principal, context.HttpContext.RequestAborted))
                {
                    context.RejectPrincipal();
                    await context.HttpContext.SignOutAsync();
                }
            };

            // A page says that something is not allowed, and a program is told by the code.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            var toSignIn = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context =>
            {
                if (context.Request.Path.StartsWithSegments("/api"))
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                }

                // Where a form was sent nothing is shown: one comes back to the page on which it stood.
                var request = context.Request;
                if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
                {
                    var page = request.Path + QueryString.Create(request.Query.Where(part => part.Key != "handler"));
                    context.RedirectUri = context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, page);
                }

                return toSignIn(context);
            };
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SignInRules>((options, rules) => options.ExpireTimeSpan = TimeSpan.FromHours(rules.SessionHours));
        services.AddScoped<SessionCookie>();
        services.AddScoped<SecondFactorDuty>();
        services.AddScoped<PasswordTicket>();
        services.AddSingleton<Tickets>();
        return services;
    }

    /// <summary>Reads the cookie, and says who acts in the request; authorisation comes after it.</summary>
    public static IApplicationBuilder UseSignInCookie(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<ActorMiddleware>();

    // Whoever reads these keys can make sign-in cookies: nobody but the service may.
    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
