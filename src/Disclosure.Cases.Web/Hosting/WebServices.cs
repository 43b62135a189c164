using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Training;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Api;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Pages;
using Disclosure.Cases.Web.Pages.Administration;
using Disclosure.Cases.Web.Pages.Calendars;
using Disclosure.Cases.Web.Pages.Cases;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Disclosure.Cases.Web.Pages.Cases.Registering;
using Disclosure.Cases.Web.Pages.Manager;
using Disclosure.Cases.Web.Pages.Review;
using Disclosure.Cases.Web.Pages.Templates;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What the pages need: sign-in, languages, limits.</summary>
internal static class WebServices
{
    // A scan of 50 MB, and the rest of its form.
    private const long LargestRequest = 60L * 1024 * 1024;

    /// <summary>The largest request where several files may be sent at once, in bytes: five of 50 MB.</summary>
    public const long LargestUpload = 260L * 1024 * 1024;

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
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new FirstStartAnswers.BrowserLanguage()];
        });
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add(new ReadableFormFilter());
            options.Filters.Add(new PostedFormFilter());
        });
        services.AddSignInCookie(keyFolder);
        SingleSignOn.Add(services, builder.Configuration);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "disclosure.form";
            options.Cookie.HttpOnly = true;
        });
        services.AddAuthorization(Policies.Add);
        services.AddRateLimiter(options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddSingleton<SignInLimit>();
        services.AddPortalApi(builder.Configuration);
        services.AddHealth(builder.Configuration);
        services.AddProxy(builder.Configuration);
        AllowedHosts.Add(services, builder.Configuration);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddMonitoring(builder.Configuration, "disclosure-web");
        services.AddScoped<Commands>();
        services.AddScoped<Admission>();
        services.AddScoped<ReviewerSimulator>();
        services.AddScoped<Navigation>();
        services.AddScoped<PracticeGuides>();
        services.AddHttpContextAccessor();
        services.AddScoped<LookBook>();
        services.AddScoped<CasePageQuery>();
        services.AddScoped<DraftService>();
        services.AddScoped<RegistrationPageQuery>();
        services.AddScoped<PlainLettersPageQuery>();
        services.AddScoped<AgendaPageQuery>();
        services.AddScoped<CalendarPageQuery>();
        services.AddScoped<ManagerScope>();
        services.AddScoped<TemplateReadingRoom>();
        services.AddScoped<JobsPageQuery>();
        services.AddScoped<AdministrationPageQuery>();
        services.AddScoped<HealthPageQuery>();
        services.AddScoped<SeparationPageQuery>();
        services.AddScoped<CaseBundle>();
        services.AddScoped<PrintRun>();
        services.AddScoped<EvidencePackRun>();
        services.AddScoped<PackCheck>();
        PackCheckLimit.Add(services);

        // A development host has the invented district, and nothing else.
        services.AddSingleton(new TrainingMode(builder.Environment.IsDevelopment()));
    }

    // Said in words before anything is read: a form that breaks off half-way could only be called invalid.
    private static Task RefuseWhatIsTooLarge(HttpContext context, RequestDelegate next)
    {
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestRequest;
        if (context.Request.ContentLength > largest)
        {
            // The page that says so is no form.
            (context.Request.Method, context.Request.ContentLength, context.Request.ContentType) = (HttpMethods.Get, null, null);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    // A part of an address in which there is nothing to read would be no value at all to whoever is asked for it.
    private static Task RefuseBlankParts(HttpContext context, RequestDelegate next)
    {
        if (context.Request.RouteValues.Values.OfType<string>().Any(string.IsNullOrWhiteSpace))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>The road of a request.</summary>
    public static void UseDisclosureWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseTransportSecurity();

        // In a scope of its own: what failed while it was asked who the reader is would fail again.
        app.UseWhen(
            context => !ApiServices.IsForApi(context), pages => pages.UseExceptionHandler("/error", createScopeForErrors: true));
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseFirstStart();
        app.UseWhen(ApiServices.IsForApi, api => api.UseProblemDetails());
        app.UseWhen(context => !ApiServices.IsForApi(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        AllowedHosts.Use(app);
        app.UseStaticFiles();
        app.UseRouting();
        app.Use(RefuseBlankParts);
        app.UseApiRefusals();
        app.UseWhen(context => !ApiServices.IsForApi(context), pages => pages.Use(RefuseWhatIsTooLarge));
        app.UseSignInCookie();
        app.UseRefusedAccessLog();
        app.UseAuthorization();
        app.UseJobDashboardGuard();

        // After it is known which system asks: each has its own limit.
        app.UseRateLimiter();
        app.MapRazorPages();
        app.MapJobDashboard(Policies.SystemAdministrator, "/administration/jobs");
        app.MapHealth();
        app.MapLetterStyle();
        app.MapClock();
        app.MapPortalApi();
        app.MapApiDocument();
    }
}
