using System.Collections.Concurrent;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Web.Tests.Portals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What the host writes down of people's work: nothing that tells who applied or for what.</summary>
[NonParallelizable]
internal sealed class LogTests
{
    private const string Name = "欧阳𠮷祥";
    private const string Identity = "500103199001019875";
    private const string Requested = "龙须沟改造工程的预算";
    private const string Contact = "13987654321";

    [Test]
    public async Task Logs_OfADaysWork_TellNothingOfApplicants()
    {
        using var logs = new Kept();
        using var office = await new WebOffice { Logs = logs }.Open();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases/new");
        await clerk.Press(
            "form.register",
            "button[formaction*=Check]",
            ("Applicants[0].Name", Name),
            ("Applicants[0].IdentityNumber", Identity),
            ("Items[0]", Requested));
        await clerk.Press("form.register", "button[formaction*=Keep]");
        await clerk.Submit(
            "main form", ("Channel", "InPerson"), ("Applicants[0].Name", Name),
            ("Applicants[0].IdentityNumber", Identity), ("Applicants[0].Contact", Contact), ("Items[0]", Requested));
        var caseAddress = clerk.Address;
        foreach (var search in new[] { Name, Requested, Identity })
        {
            await clerk.Get($"/cases?stage=all&q={Uri.EscapeDataString(search)}");
        }

        // Refused, not found, forbidden, failed.
        await clerk.Get(caseAddress);
        await clerk.Submit("#panel-LogCall form", ("On", "2999-01-01"), ("Content", $"{Name} {Contact}"));
        await clerk.Get($"/nowhere?name={Uri.EscapeDataString(Name)}");
        await clerk.Get($"/manager?name={Uri.EscapeDataString(Name)}");
        await clerk.Get($"{caseAddress}/files/{FailingContents.Broken}?name={Uri.EscapeDataString(Name)}");
        using var stranger = office.Visitor();
        await stranger.Get("/sign-in");
        await stranger.Submit("form.door", ("SignInName", Name), ("Password", "a secret of somebody's"));

        // And so by a portal: filed, refused, unreadable, failed.
        using var portal = await office.Admit();
        await portal.File(Portal.Application(office.AgencyId, Requested, Name));
        await portal.File(Portal.Application(office.AgencyId, Requested, Name).Replace(
            "naturalPerson", Identity, StringComparison.Ordinal));
        await portal.File($"{{ \"{Name}\": {Contact} ");
        await office.Tamper("DROP TABLE online_filings");
        await portal.File(Portal.Application(office.AgencyId, Requested, Name));
        using var wrong = office.With(portal.Token + "x");
        await wrong.Get("/api/v1/agencies");

        Assert.That(logs.Lines, Has.Some.Contains("GET /cases/").And.Contains("failed; reference"), "the failure is on record");
        Assert.That(logs.Lines, Has.Some.StartsWith("POST /api/v1/applications failed; reference"), "and the portal's");
        foreach (var secret in new[] { Name, Identity, Requested, Contact, portal.Token, "a secret of somebody's", WebOffice.Password })
        {
            Assert.That(logs.Lines, Has.None.Contains(secret).And.None.Contains(Uri.EscapeDataString(secret)));
        }
    }

    [Test]
    public async Task Access_Refused_IsLoggedOnce_WithWhoAndWhat_AndNothingTyped()
    {
        using var logs = new Kept();
        using var office = await new WebOffice { Logs = logs }.Open();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases");
        await clerk.Get($"/administration/templates/{Uri.EscapeDataString(Name)}?name={Uri.EscapeDataString(Name)}");
        await clerk.Get("/hangfire/recurring");
        using var portal = await office.Admit(ApiScope.ReadApplications);
        await portal.Get($"/api/v1/applications/{Guid.NewGuid()}/documents/{Guid.NewGuid()}");
        using var wrong = office.With(portal.Token + "x");
        await wrong.Get("/api/v1/agencies");
        using var tried = await office.SignedIn("clerk", "wrong password");
        using var nobody = office.Visitor();
        await nobody.Get("/cases");

        var person = (await office.ActorOf("clerk")).Id;
        var system = (await office.As(
            Actor.Application, async services => await services.GetRequiredService<IApiClients>().All(default)))[^1].Id;
        var refused = logs.Lines.Where(line => line.StartsWith("Access refused", StringComparison.Ordinal)).Select(line => line.Trim());
        Assert.That(refused, Is.EqualTo(new[]
        {
            $"Access refused with 403: GET /administration/templates/{{code}} to {person} from .",
            $"Access refused with 403: GET /hangfire/{{**path}} to {person} from .",
            $"Access refused with 403: GET /api/v1/applications/{{id:guid}}/documents/{{documentId:guid}} to {system} from .",
            "Access refused with 401: GET /api/v1/agencies to (null) from .",
        }));
        Assert.That(logs.Lines, Has.None.Contains(Name));
    }

    /// <summary>Everything that is logged at the levels that the host comes with.</summary>
    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
