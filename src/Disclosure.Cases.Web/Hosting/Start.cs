using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration;
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

        if (await DemonstrationDistrict.OpenAccount(scope.ServiceProvider.GetRequiredService<IUsers>(), cancellation) is { } open)
        {
            return $"""
                数据库中有示范区的账号（{open} 等），其密码是公开的，正式环境不能启动。请换用另一个数据库，或者先修改或停用这些账号。
                The database has accounts of the demonstration ({open} and others) whose password everybody knows: no start in
                Production. Use another database, or give these accounts other passwords first (reset-password).
                """;
        }

        return await FirstAdministrator.Ensure(scope.ServiceProvider, app.Configuration, cancellation);
    }
}
