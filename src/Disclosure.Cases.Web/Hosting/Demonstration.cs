using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Kernel;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>The one place where a development host fills an empty database with the demonstration district.</summary>
internal static class Demonstration
{
    /// <summary>Makes the invented district once, and says who can sign in.</summary>
    public static async Task SeedIfEmpty(IServiceProvider services)
    {
        if (await services.GetRequiredService<IUsers>().Any())
        {
            return;
        }

        Console.WriteLine("首次启动：正在建立示范区演示数据…  Making the demonstration district…");
        var summary = await DemonstrationDistrict.Seed(services, services.GetRequiredService<TimeProvider>().Today());
        Console.WriteLine($"示范区（均为虚构）：{summary.Agencies} 个机关，{summary.Cases} 件案卷，其中在办 {summary.OpenCases} 件。");
        Console.WriteLine($"演示登录，密码均为 {summary.Password} ：");
        foreach (var each in summary.SignIns)
        {
            Console.WriteLine($"  {each.SignInName,-18} {each.Role} · {each.Agency}");
        }
    }
}
