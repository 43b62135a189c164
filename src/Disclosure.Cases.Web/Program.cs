using Disclosure.Cases.Hosting;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
{
    builder.WebHost.UseUrls("http://127.0.0.1:5080");
}

builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
WebApplication app;
try
{
    var records = StorageConfiguration.Of(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddDisclosureCases(builder.Configuration, records);
    builder.Services.AddFirstStart();
    builder.Services.AddDisclosureJobs(builder.Configuration, records);
    builder.AddDisclosureWeb(StorageConfiguration.KeyFolder(builder.Configuration, records, builder.Environment.ContentRootPath));
    app = builder.Build();
    if (await Start.Prepare(app, CancellationToken.None) is { } missing)
    {
        await Console.Error.WriteLineAsync(missing);
        return StartupErrors.ExitCode;
    }

    app.UseDisclosureWeb();
}
catch (Exception problem)
{
    return StartupErrors.Report(problem, builder.Configuration);
}

app.Lifetime.ApplicationStarted.Register(() =>
{
    foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
    {
        Console.WriteLine($"依申请公开办理 · Disclosure.Cases: {address}");
    }
});

// Taken now: the application is disposed of when it ends.
var (started, stopping) = (app.Lifetime.ApplicationStarted, app.Lifetime.ApplicationStopping);
try
{
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested && !started.IsCancellationRequested)
{
    // Stopped during the first start: nothing of it is kept.
    return 0;
}
catch (JobsRunElsewhereException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return StartupErrors.ExitCode;
}
catch (IOException problem) when (problem.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"地址已被占用，请换一个端口，例如 ASPNETCORE_URLS=http://127.0.0.1:5081 。  {problem.Message}");
    return StartupErrors.ExitCode;
}
catch (Exception problem)
{
    return StartupErrors.Report(problem, builder.Configuration);
}

/// <summary>The web host: pages for clerks, reviewers and managers, and the jobs.</summary>
public partial class Program;
