using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Tests;

/// <summary>一并答复步骤: one answer for many alike applications, each judged and recorded by itself.</summary>
internal sealed class AnswerTogetherTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Cases_OfADay_GetTheSameAnswerEach()
    {
        var cases = new List<Guid>();
        for (var number = 1; number <= 5; number++)
        {
            cases.Add(await office.Case(item: $"第{number}号公报"));
        }

        using var clerk = await office.SignedIn("clerk");
        await clerk.Get(Address(cases));
        await clerk.Submit(
            "form.col", ("Answer", StoredNames.Of(StepAnswer.Complete)),
            ("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true"));
        Assert.That(clerk.Page.QuerySelector(".done")!.TextContent, Does.Contain("已答复 5 件。"));
        await clerk.Get(Address(cases));
        await clerk.Submit("form.col", ("Answer", StoredNames.Of(StepAnswer.PublicPublication)), ("Reasoning", "均为公开发行的公报。"));
        foreach (var id in cases)
        {
            Assert.That((await office.Find(id)).Items.Single().Outcome!.Template, Is.EqualTo(TemplateCodes.PublicPublication));
        }
    }

    [Test]
    public async Task Case_AtAnotherQuestion_StaysWithItsReasonAndTheOthersAreAnswered()
    {
        var (first, ahead) = (await office.Case(item: "甲公报"), await office.Case(item: "乙公报"));
        await office.Next(await office.ActorOf("clerk"), ahead, version => new AnswerStep(
            ahead, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get(Address([first, ahead]));
        Assert.That(
            clerk.Page.QuerySelectorAll("select[name=Answer] option").Select(option => option.TextContent),
            Has.Some.EndsWith("（1）").And.None.EndsWith("（2）"));
        await clerk.Submit(
            "form.col", ("Answer", StoredNames.Of(StepAnswer.Complete)),
            ("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true"));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(clerk.Page.QuerySelector(".done")!.TextContent, Is.EqualTo("已答复 1 件；以下 1 件没有答复。"));
        Assert.That(
            clerk.Page.QuerySelectorAll("tr:has(.wrong) a.link").Select(link => link.GetAttribute("href")),
            Is.EqualTo(new[] { $"/cases/{ahead}" }));
        Assert.That((await office.Find(first)).CurrentStep, Is.EqualTo(ReplyStep.Competence));
        Assert.That((await office.Find(ahead)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Form_WithoutAnAnswer_RecordsNothing()
    {
        var id = await office.Case(item: "甲公报");
        var version = (await office.Find(id)).Version;
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get(Address([id]));
        await clerk.Submit("form.col", ("Answer", ""));
        Assert.That(clerk.Page.QuerySelectorAll(".findings li"), Has.Length.EqualTo(1));
        Assert.That((await office.Find(id)).Version, Is.EqualTo(version));
    }

    private static string Address(IEnumerable<Guid> cases) =>
        "/cases/answer-together?" + string.Join('&', cases.Select(id => $"case={id}"));
}
