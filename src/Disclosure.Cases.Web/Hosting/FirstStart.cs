using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Storage.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// The first start of a development host: it listens already, and says how far it is, while it fills its empty database with the
/// demonstration district, in one transaction. The jobs start afterwards.
/// </summary>
internal sealed class FirstStart(IServiceProvider services, IServer server, TimeProvider time)
    : ServiceAfterListening, IProgress<DemonstrationProgress>
{
    private volatile bool isUnderWay;
    private volatile DemonstrationProgress? progress;

    /// <summary>Whether the district is still to be made: until then there is nobody to sign in and nothing to show.</summary>
    public bool IsUnderWay => isUnderWay;

    /// <summary>How far it is; null until the first application arrives.</summary>
    public DemonstrationProgress? Progress => progress;

    /// <summary>Looks whether the database is empty, before the host listens.</summary>
    public async Task Prepare(IUsers users, CancellationToken cancellation) => isUnderWay = !await users.Any(cancellation);

    /// <inheritdoc/>
    public void Report(DemonstrationProgress value) => progress = value;

    /// <inheritdoc/>
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!isUnderWay)
        {
            return;
        }

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine($"首次启动：正在建立示范区演示数据，进度见 {address}  Making the demonstration district; see there how far it is…");
        var summary = await Seed(cancellationToken);
        isUnderWay = false;
        if (summary is null)
        {
            Console.WriteLine("演示数据已由另一个进程建立。  Another process has made the demonstration district.");
            return;
        }

        Console.WriteLine($"示范区（均为虚构）：{summary.Agencies} 个机关，{summary.Cases} 件案卷，其中在办 {summary.OpenCases} 件。");
        Console.WriteLine($"演示登录，密码均为 {summary.Password} ：");
        foreach (var each in summary.SignIns)
        {
            Console.WriteLine($"  {each.SignInName,-18} {each.Role} · {each.Agency}");
        }
    }

    // Of several hosts that start at once on nothing one makes it; the others wait until it is there, and then have nothing to make.
    private async Task<DemonstrationSummary?> Seed(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await DemonstrationDistrict.Seed(services, time.Today(), this, cancellation);
            }
            catch (DatabaseInUseException)
            {
                return null;
            }
            catch (Exception problem) when (StorageObstacle.IsInUse(problem))
            {
                // It has waited for a minute already.
            }
        }
    }
}
