using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Practice;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What the pages need: sign-in, languages, limits.</summary>
internal static class WebServices
{
    /// <summary>The limit on attempts to sign in.</summary>
    public const string SignInLimit = "sign-in";

    // A scan of 50 MB, and the rest of its form.
    private const long LargestRequest = 60L * 1024 * 1024;

    /// <summary>Registers everything of the web host itself.</summary>
    public static void AddDisclosureWeb(this WebApplicationBuilder builder, string keyFolder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestRequest;
            form.ValueCountLimit = 4096;
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("zh-CN"), new("en")];
            options.DefaultRequestCulture = new RequestCulture("zh-CN");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
        services.AddSignInCookie(keyFolder);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "disclosure.form";
            options.Cookie.HttpOnly = true;
        });
        AddLimits(services, builder.Configuration);
        services.AddHealth(builder.Configuration);
        services.AddProxy(builder.Configuration);
        services.AddMonitoring(builder.Configuration, "disclosure-web");
        services.AddScoped<Commands>();
        services.AddScoped<Tutor>();
        services.AddScoped<Navigation>();
        services.AddScoped<PracticeGuides>();
        services.AddScoped<CaseReading>();
        services.AddScoped<AgendaReading>();
        services.AddScoped<CalendarReading>();
        services.AddScoped<TemplateReadingRoom>();
        services.AddScoped<JobReading>();
        services.AddScoped<AdministrationReading>();
        services.AddScoped<HealthReading>();
        services.AddScoped<CaseBundle>();
        services.AddScoped<PrintRun>();

        // A development host has the invented district, and nothing else.
        services.AddSingleton(new PracticeRoom(builder.Environment.IsDevelopment()));
        services.AddRecurringJobs(shared: builder.Configuration.GetValue("Scheduler:Enabled", true));
    }

    private static void AddLimits(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthorization(Policies.Add);
        var attempts = configuration.GetValue("SignIn:AttemptsPerMinute", 20);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>The road of a request.</summary>
    public static void UseDisclosureWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error");
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseSignInCookie();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapHealth();
        app.MapLetterStyle();
        app.MapClock();
    }
}
