using Disclosure.Cases.Agencies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.EndToEnd;

/// <summary>An office that has just begun: one agency and three people.</summary>
internal sealed class BegunOffice : HostOnLoopback
{
    public const string Password = "correct horse battery";

    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    public async Task Open()
    {
        Serve();
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        var users = scope.ServiceProvider.GetRequiredService<IUsers>();
        var agency = (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(Today))[0].Id;
        await users.Add(new User(Guid.NewGuid(), "zhou", "周某", Role.Clerk, agency, true), Password);
        await users.Add(new User(Guid.NewGuid(), "lin", "林某", Role.Reviewer, agency, true), Password);
        await users.Add(new User(Guid.NewGuid(), "sun", "孙某", Role.Manager, agency, true), Password);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:Disclosure"] = $"Data Source={Database}",
            ["Administrator:SignInName"] = "admin",
            ["Administrator:Password"] = Password,
            ["Administrator:Agency:Name"] = "示范区人民政府",
            ["Administrator:Agency:Code"] = "示范府",
            ["Administrator:Agency:Office"] = "示范区人民政府办公室",
            ["Administrator:Agency:Address"] = "示范路1号",
            ["Administrator:Agency:Postcode"] = "400000",
            ["Administrator:Agency:Phone"] = "023-00000000",
            ["Administrator:Agency:ReconsiderationOrgan"] = "示范市人民政府",
            ["Administrator:Agency:ReconsiderationAddress"] = "示范市大道1号",
            ["Administrator:Agency:Court"] = "示范市中级人民法院",
        };
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
