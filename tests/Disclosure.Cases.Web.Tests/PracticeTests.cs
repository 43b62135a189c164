using System.Net;
using Disclosure.Cases.Training;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>练习: the guide follows what the trainee does, and there is none where applications are real.</summary>
internal sealed class PracticeTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice { IsToPractise = true }.Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Practice_WhereApplicationsAreReal_IsNotThere()
    {
        using var real = await new WebOffice().Open();
        using var clerk = await real.SignedIn("clerk");
        Assert.That(clerk.Page.QuerySelector("nav a[href='/practice']"), Is.Null);
        await clerk.Get("/practice");
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.NotFound));
        var refused = await real.As(
            await real.ActorOf("clerk"), services => services.GetRequiredService<IMediator>().Send(new BeginExercise("disclosed")));
        Assert.Multiple(() =>
        {
            Assert.That(refused.Refusals.Single().Code, Is.EqualTo("practice.closed"));
            Assert.That(real.Count("number_ledger"), Is.Zero);
        });
    }

    [Test]
    public async Task Guide_AfterAWrongAnswer_SaysWhereToLook()
    {
        using var clerk = await Begin("not-this-agency");
        Assert.That(Guide(clerk), Does.Contain("0 / 7").And.Contain("补不补"));
        await Answer(clerk, "Complete", ("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true"));
        Assert.That(Guide(clerk), Does.Contain("1 / 7").And.Contain("该不该"));
        await Answer(clerk, "NotAnApplication");
        Assert.That(clerk.Page.QuerySelector(".guide .wrong")!.TextContent, Does.Contain("市教育考试院"));
    }

    [Test]
    public async Task Tutor_WhenAsked_DoesWhatIsSomebodyElsesAndNothingBefore()
    {
        using var clerk = await Begin("disclosed");
        var before = office.Count("case_events");
        using var asked = new FormUrlEncodedContent([
            new("caseId", clerk.Address.Split('/')[^1]),
            new("__RequestVerificationToken", clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await clerk.Post("/practice?handler=Tutor", asked);
        Assert.That(
            (answer.StatusCode, office.Count("case_events")),
            Is.EqualTo((HttpStatusCode.NotFound, before)),
            "it is the trainee's turn");

        await Answer(clerk, "Complete", ("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true"));
        await Answer(clerk, "Ours");
        await clerk.Submit("#panel-RecordSearch form", ("Found", "1"), ("Places", "档案室"), ("Searcher", "周某"), ("Words", "培训计划"));
        await Answer(clerk, "Held");
        await clerk.Submit(".guide form");
        Assert.Multiple(() =>
        {
            Assert.That(Guide(clerk), Does.Contain("5 / 11").And.Contain("给不给"));
            Assert.That(clerk.Text, Does.Contain("reviewer某"), "the reviewer reviewed it");
        });
    }

    private static string Guide(Browser browser) => browser.Page.QuerySelector(".guide")!.TextContent;

    private static Task<Browser> Answer(Browser browser, string answer, params (string, string?)[] more) =>
        browser.Submit("form.question", [.. more, ("Answer", answer)]);

    private async Task<Browser> Begin(string exercise)
    {
        var clerk = await office.SignedIn("clerk");
        await clerk.Get("/practice");
        return await clerk.Submit($"form:has(input[value={exercise}])");
    }
}
