using Disclosure.Cases.Agencies;
using Disclosure.Cases.Testing.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.EndToEnd;

/// <summary>An office that has just begun, on a database of some kind: one agency and three people.</summary>
/// <param name="databaseKind">One of <see cref="TestDatabases"/>.</param>
internal sealed class BegunOffice(string databaseKind) : HostOnLoopback
{
    public const string Password = WebOffice.Password;

    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    private ITestDatabase? database;

    protected override string ConnectionString => database!.ConnectionString;

    public async Task Open()
    {
        database = await TestDatabases.New(databaseKind, Folder);
        Serve();
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        var users = scope.ServiceProvider.GetRequiredService<IUsers>();
        var agency = (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today, default))[0].Id;
        await users.Add(new User(Guid.NewGuid(), "zhou", "周某", Role.Clerk, agency, true), Password, default);
        await users.Add(new User(Guid.NewGuid(), "lin", "林某", Role.Reviewer, agency, true), Password, default);
        await users.Add(new User(Guid.NewGuid(), "sun", "孙某", Role.Manager, agency, true), Password, default);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        foreach (var (key, value) in WebOffice.FirstAdministrator)
        {
            builder.UseSetting(key, value);
        }
    }
}
