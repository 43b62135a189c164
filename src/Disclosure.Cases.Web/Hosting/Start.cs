using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// What is done once before the first request: the database is brought up to date, the wordings are kept, and somebody can sign in.
/// </summary>
internal static class Start
{
    /// <summary>Prepares the database.</summary>
    /// <returns>Null, or what has to be set before the application can start.</returns>
    public static async Task<string?> Prepare(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.Prepare(cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        if (app.Environment.IsDevelopment())
        {
            await app.Services.GetRequiredService<FirstStart>().Prepare(scope.ServiceProvider.GetRequiredService<IUsers>(), cancellation);
            return null;
        }

        return await FirstAdministrator.Ensure(scope.ServiceProvider, app.Configuration, cancellation);
    }
}
