using Disclosure.Cases.Web.Tests.Portals;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>A host that listens on loopback, somebody of every role signed in, and cases at several stages.</summary>
internal sealed class HostileOffice : IDisposable
{
    private static readonly string[] People = ["", "clerk", "reviewer", "manager", "admin", "stranger"];

    private readonly WebOffice office;
    private List<(Guid CaseId, Guid Document)> cases = [];
    private List<Asker> askers = [];
    private Guid ledger;
    private string bulletin = "";

    private HostileOffice(WebOffice office)
    {
        this.office = office;
        Client = new RawClient(office.ClientOptions.BaseAddress.Port);
        Surface = new HostSurface(office, Client);
    }

    public WebOffice Office => office;

    public RawClient Client { get; }

    public HostSurface Surface { get; }

    public static async Task<HostileOffice> Open(ILoggerProvider logs)
    {
        var office = new WebOffice { IsToPractise = true, Logs = logs }
            .With("Logging:Console:LogLevel:Default", "None").With("Proxy:Networks", "127.0.0.0/8")
            .With("SignIn:AttemptsPerMinute", "1000000").With("Api:RequestsPerMinute", "1000000");
        office.UseKestrel(0);
        return new HostileOffice(await office.Open());
    }

    /// <summary>New cases, and everything that there is to be asked of them.</summary>
    public async Task<IReadOnlyList<Door>> Look()
    {
        var (waiting, letter) = await office.ToApproval(office.Today);
        var (issued, reply) = await office.Issued();
        var correction = await office.Case();
        var notice = await office.AskForCorrection(correction, office.WorkingDayIn(10));
        var portal = await office.Admit();
        cases = [(waiting, letter), (issued, reply.Id), (correction, notice), (await portal.Filed(office.AgencyId), Guid.Empty)];
        ledger = await office.Ledger();
        bulletin = await office.Bulletin();
        askers = [];
        foreach (var name in People)
        {
            askers.Add(await SignedIn(name));
        }

        askers.Add(new Asker("portal") { Bearer = portal.Token });
        portal.Dispose();
        var former = (await office.ActorOf("former")).Id;

        // Whoever asks for some of it is signed out: somebody who asks for nothing else.
        var leaving = await SignedIn("clerk2");
        var all = await Surface.Find(
            [.. askers, leaving], pattern => Places(pattern, former), ["/site.css", "/site.js", "/nowhere", "/api/nowhere", "//", "/%00"]);
        return [.. all.Where(door => SignsOut(door) == ReferenceEquals(door.By, leaving))];
    }

    public void Dispose() => office.Dispose();

    private static bool SignsOut(Door door) => door.Pattern == "/sign-out" || door.Handler == "Everywhere";

    private List<string> Places(string pattern, Guid user) => pattern switch
    {
        _ when pattern.Contains("/users/{", StringComparison.Ordinal) => [Filled(pattern, user, user)],
        _ when pattern.Contains("/agencies/{", StringComparison.Ordinal) => [Filled(pattern, office.OtherAgencyId, user)],
        "/reports/bulletins/issued" => [bulletin],
        _ when pattern.Contains("/imports/{", StringComparison.Ordinal) => [Filled(pattern, ledger, user)],
        _ when pattern.Contains("{id", StringComparison.Ordinal) =>
        [
            .. cases.Where(each => each.Document != Guid.Empty || !pattern.Contains("{documentId", StringComparison.Ordinal))
                .Select(each => Filled(pattern, each.CaseId, each.Document)),
        ],
        _ => [Filled(pattern, Guid.Empty, Guid.Empty)],
    };

    private static string Filled(string pattern, Guid id, Guid document)
    {
        var address = pattern.Replace("{id:guid}", $"{id}", StringComparison.Ordinal).Replace("{id}", $"{id}", StringComparison.Ordinal)
            .Replace("{documentId:guid}", $"{document}", StringComparison.Ordinal)
            .Replace("{documentId:guid?}", "", StringComparison.Ordinal)
            .Replace("{documentId}", $"{document}", StringComparison.Ordinal)
            .Replace("{fileId:guid}", $"{document}", StringComparison.Ordinal).Replace("{code:int}", "404", StringComparison.Ordinal)
            .Replace("{code}", "not-existing", StringComparison.Ordinal).Replace("{**path}", "recurring", StringComparison.Ordinal);
        return address.Length > 1 ? address.TrimEnd('/') : address;
    }

    private async Task<Asker> SignedIn(string name)
    {
        var asker = new Asker(name);
        if (name.Length > 0)
        {
            await Surface.SignIn(asker, WebOffice.Password);
        }

        return asker;
    }
}
