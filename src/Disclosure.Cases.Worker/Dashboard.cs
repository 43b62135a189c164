using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Messaging;
using Hangfire;
using Microsoft.AspNetCore.Localization;

namespace Disclosure.Cases.Worker;

/// <summary>
/// Hangfire's dashboard at <c>/hangfire</c>, for administrators, behind the sign-in of the web host: the same cookie, read
/// with the same keys. It is behind the same proxy, or at least the same host name.
/// </summary>
internal static class Dashboard
{
    private const string Administrator = nameof(Role.Administrator);

    public static void AddDashboard(this IServiceCollection services, string keyFolder)
    {
        services.AddSignInCookie(keyFolder);
        services.AddAuthorization(options => options.AddPolicy(Administrator, policy => policy.RequireAuthenticatedUser().RequireRole(Administrator)));
        services.AddAntiforgery(options => options.Cookie.Name = "disclosure.jobs");
    }

    public static void UseDashboard(this WebApplication app)
    {
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN", "en").AddSupportedUICultures("zh-CN", "en");
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        app.UseRouting();
        app.UseSignInCookie();
        app.UseAuthorization();
        app.MapHangfireDashboardWithAuthorizationPolicy(Administrator, "/hangfire", new DashboardOptions
        {
            DashboardTitle = "Disclosure.Cases",
            AppPath = "/administration/jobs",
            IgnoreAntiforgeryToken = false,
            DisplayStorageConnectionString = false,
        });
    }
}
