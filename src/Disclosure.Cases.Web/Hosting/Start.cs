using Disclosure.Cases.Calendars;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using MediatR;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What is done once before the first request: the database is brought up to date, the wordings are kept, and somebody can sign in.</summary>
internal static class Start
{
    /// <summary>Prepares the database.</summary>
    /// <returns>Null, or what has to be set before the application can start.</returns>
    public static async Task<string?> Prepare(WebApplication app)
    {
        await app.Services.GetRequiredService<Migrations>().Apply();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RefreshCalendars());
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RefreshTemplates());
        if (app.Environment.IsDevelopment())
        {
            await Demonstration.SeedIfEmpty(scope.ServiceProvider);
            return null;
        }

        return await FirstAdministrator.Ensure(scope.ServiceProvider, app.Configuration);
    }
}
