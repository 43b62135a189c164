using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>The one place where a development host fills an empty database with the demonstration district.</summary>
internal static class Demonstration
{
    /// <summary>Seeds the invented district once, and prints who can sign in.</summary>
    public static async Task SeedIfEmpty(WebApplication app, IServiceProvider services)
    {
        if (await services.GetRequiredService<IUsers>().Any())
        {
            return;
        }

        Console.WriteLine("正在建立示范区（虚构数据），约需十几秒…… Making the demonstration district (invented data).");
        var summary = await DemonstrationDistrict.Seed(app.Services, services.GetRequiredService<TimeProvider>().Today());
        Console.WriteLine($"示范区：{summary.Agencies} 个机关，{summary.Cases} 件案卷，在办 {summary.OpenCases} 件。登录口令均为 {summary.Password}");
        foreach (var signIn in summary.SignIns)
        {
            Console.WriteLine($"  {signIn.SignInName,-18}{signIn.Role}（{signIn.Agency}）");
        }
    }
}
