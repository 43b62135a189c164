using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

internal sealed class JobsAtStartTests
{
    [Test]
    public async Task Host_AtStart_RaisesWhatWasMissedWhileItWasOff()
    {
        using var before = await new WebOffice().Open();
        var clerk = await before.ActorOf("clerk");
        var late = new RegisterApplication(
            Channel.InPerson,
            before.Today.AddDays(-60),
            null,
            [new Applicant(ApplicantKind.NaturalPerson, "赵某", null, "1", null, true, null)],
            ["旧申请"]);
        await before.As(clerk, services => services.GetRequiredService<IMediator>().Send(late));
        Assert.That(before.Count("alerts"), Is.Zero, "no jobs run");

        using var after = new WebOffice().With("ConnectionStrings:Disclosure", $"Data Source={before.Database}")
            .With("Jobs:Server", "true");
        using var browser = after.Visitor();
        await browser.Get("/health/ready");
        Assert.That(() => before.Count("alerts"), Is.GreaterThan(0).After(20_000, 200));

        using var officer = await after.SignedIn("clerk");
        await officer.Get("/inbox");
        Assert.That(officer.Page.QuerySelector("tbody .days.late")!.TextContent, Does.Match("逾期 \\d+ 个工作日"));
    }
}
