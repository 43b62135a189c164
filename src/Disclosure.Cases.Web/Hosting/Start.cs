using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Hosting;
using MediatR;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// What is done once before the first request: the database is brought up to date, the wordings are kept, and somebody can sign in.
/// </summary>
internal static partial class Start
{
    /// <summary>Prepares the database.</summary>
    /// <returns>Null, or what has to be set before the application can start.</returns>
    public static async Task<string?> Prepare(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.Prepare(cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;

        // Not by a worker, which nobody signs in to and which may not have the setting.
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecordSeparation(), cancellation);
        if (app.Environment.IsDevelopment())
        {
            await app.Services.GetRequiredService<FirstStart>().Prepare(scope.ServiceProvider.GetRequiredService<IUsers>(), cancellation);
            return null;
        }

        if (await DemonstrationDistrict.OpenAccount(scope.ServiceProvider.GetRequiredService<IUsers>(), cancellation) is { } open)
        {
            return $"""
                数据库中有示范区的账号（{open} 等），其密码是公开的，正式环境不能启动。请换用另一个数据库，或者先修改或停用这些账号。
                The database has accounts of the demonstration ({open} and others) whose password everybody knows: no start in
                Production. Use another database, or give these accounts other passwords first (reset-password).
                """;
        }

        if (await FirstAdministrator.Ensure(scope.ServiceProvider, app.Configuration, cancellation) is { } unset)
        {
            return unset;
        }

        // No reason not to start: the three are appointed on its pages.
        if (await scope.ServiceProvider.GetRequiredService<RolesInForce>().Missing(cancellation) is { Count: > 0 } missing)
        {
            app.Logger.NotYetSeparated(string.Join(", ", missing.Select(role => Texts.Name(role, Texts.English))));
        }

        return null;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Administrators:Separated is on, and there is no {Missing}: until there is, who was administrator only keeps users.")]
    private static partial void NotYetSeparated(this ILogger logger, string missing);
}
