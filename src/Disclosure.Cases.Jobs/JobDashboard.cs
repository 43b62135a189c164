using Disclosure.Cases.Agencies;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Cases.Jobs;

/// <summary>Hangfire's dashboard: queues, retries and failures of the jobs, for administrators.</summary>
public static class JobDashboard
{
    /// <summary>Where it is.</summary>
    public const string Address = "/hangfire";

    // As many as a page of the dashboard shows.
    private const int MostNamed = 500;

    private static readonly Lazy<bool> Styled = new(() =>
    {
        DashboardRoutes.AddStylesheet(typeof(JobDashboard).Assembly, "Disclosure.Cases.Jobs.dashboard.css");
        DashboardRoutes.AddStylesheetDarkMode(typeof(JobDashboard).Assembly, "Disclosure.Cases.Jobs.dashboard-dark.css");
        DashboardRoutes.AddJavaScript(typeof(JobDashboard).Assembly, "Disclosure.Cases.Jobs.dashboard.js");
        return true;
    });

    /// <summary>
    /// Maps it for whoever the policy lets in. They act on it (run again, delete), unless <c>Jobs:DashboardIsReadOnly</c>
    /// is true. What changes something carries the form token that the pages carry as well.
    /// </summary>
    /// <param name="app">The web host.</param>
    /// <param name="policy">Whom it is for.</param>
    /// <param name="back">The address of the page that it is reached from.</param>
    public static void MapJobDashboard(this IEndpointRouteBuilder app, string policy, string back)
    {
        _ = Styled.Value;
        var isReadOnly = app.ServiceProvider.GetRequiredService<JobServerSettings>().DashboardIsReadOnly;
        app.MapHangfireDashboardWithAuthorizationPolicy(policy, Address, new DashboardOptions
        {
            DashboardTitle = "依申请公开办理",
            AppPath = back,
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = _ => isReadOnly,
            DisplayNameFunc = JobNames.Of,
        });
    }

    /// <summary>
    /// Keeps other sites from showing it or linking into it: it is reached from the pages of this host. The timetable is part of the
    /// program: a job can be run from there, but not be taken off, nor by an address that Hangfire reads in another way (a line feed at the
    /// end).
    /// </summary>
    public static void UseJobDashboardGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var status =
            !request.Path.StartsWithSegments(Address, out var page) ? StatusCodes.Status200OK
            : request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"] || page.StartsWithSegments("/recurring/remove")
                || page.Value!.Any(char.IsControl)
            ? StatusCodes.Status403Forbidden
            : page.StartsWithSegments("/stats") && !HttpMethods.IsPost(request.Method) ? StatusCodes.Status405MethodNotAllowed
            : StatusCodes.Status200OK;
        if (status == StatusCodes.Status200OK)
        {
            return page.HasValue && HttpMethods.IsPost(request.Method) && !page.StartsWithSegments("/stats")
                ? OnRecord(context, page.Value, next)
                : next(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    // What was run again, put off or deleted there, and by whom.
    private static async Task OnRecord(HttpContext context, string page, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode >= StatusCodes.Status300MultipleChoices)
        {
            return;
        }

        var jobs = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync())["jobs[]"] : StringValues.Empty;
        var act = page.Trim('/');
        await context.RequestServices.GetRequiredService<IAdministrationLog>().Add(
            AdministrativeAct.JobRun, null, null, CancellationToken.None,
            [.. jobs.DefaultIfEmpty().Take(MostNamed).Select(job => new FieldChange(JournalFields.Job, null, $"{act} {job}".TrimEnd()))]);
    }
}
