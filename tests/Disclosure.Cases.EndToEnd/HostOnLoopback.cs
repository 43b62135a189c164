using Disclosure.Cases.Testing.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.EndToEnd;

/// <summary>The application as it is shipped, listening on a free loopback port, on a database of its own.</summary>
internal abstract class HostOnLoopback : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-e2e-");

    public string Address { get; private set; } = "";

    protected string Database => Path.Combine(folder.FullName, "disclosure.db");

    protected string Folder => folder.FullName;

    protected virtual string ConnectionString => $"Data Source={Database}";

    protected void Serve()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Disclosure", ConnectionString);
        builder.UseSetting("Keys:Folder", Folder);
        builder.ConfigureTestServices(QuietLogs.Install);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && folder.Exists)
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
