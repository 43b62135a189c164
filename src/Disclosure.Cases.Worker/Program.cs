using Disclosure.Cases.Hosting;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Storage.Connections;

var builder = WebApplication.CreateBuilder(args);
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
{
    builder.WebHost.UseUrls("http://127.0.0.1:5090");
}

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
WebApplication app;
try
{
    var records = StorageConfiguration.Of(builder.Configuration, builder.Environment.ContentRootPath);
    using (var database = new Database(records.ConnectionString))
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await Console.Error.WriteLineAsync("""
                任务服务器需要 PostgreSQL 或 SQL Server：请在 ConnectionStrings:Disclosure 中填写含 Host=（PostgreSQL）或 Server=（SQL Server）的连接字符串。使用 SQLite 时，定时任务由网站自身运行，不需要任务服务器。
                The worker needs PostgreSQL or SQL Server: set ConnectionStrings:Disclosure to a connection string with Host= (PostgreSQL) or Server= (SQL Server). With SQLite the web host runs the jobs itself and needs no worker.
                """);
            return StartupErrors.ExitCode;
        }
    }

    builder.Services.AddDisclosureCases(builder.Configuration, records);
    builder.Services.AddDisclosureJobs(builder.Configuration, records);
    builder.Services.AddHealth(builder.Configuration);
    builder.Services.AddMonitoring(builder.Configuration, "disclosure-worker");
    app = builder.Build();
    await app.Services.Prepare(CancellationToken.None);
}
catch (Exception problem)
{
    return StartupErrors.Report(problem, builder.Configuration);
}

app.MapHealth();
try
{
    await app.RunAsync();
    return 0;
}
catch (Exception problem)
{
    return StartupErrors.Report(problem, builder.Configuration);
}
