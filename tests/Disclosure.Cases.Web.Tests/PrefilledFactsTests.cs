using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What a letter starts from: what the record knows, and nothing that would have to be struck out.</summary>
internal sealed class PrefilledFactsTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task RepeatRequest_StartsFromTheReplyThatIsMostAlike()
    {
        var earlier = await Answered("示范路排水工程的施工合同");
        await Answered("2024年度培训计划的经费来源");
        var again = await office.Case(item: "示范路排水工程施工合同");
        await office.Next(await office.ActorOf("clerk"), again, version => new AnswerStep(
            again, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await office.Next(
            await office.ActorOf("clerk"), again, version => new AnswerStep(again, version, StepAnswer.RepeatRequest));

        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{again}/draft?template=repeat-request&variant=same-information");
        Assert.Multiple(() =>
        {
            Assert.That(Value("earlierNumber"), Is.EqualTo(earlier.Number));
            Assert.That(Value("earlierRepliedOn"), Is.EqualTo(office.Today.ToString("yyyy-MM-dd")));
            Assert.That(Value("earlierRequested"), Is.EqualTo("示范路排水工程的施工合同"));
            Assert.That(Value("earlierOutcome"), Is.EqualTo("告知该政府信息不存在"));
        });

        string? Value(string fact) => browser.Page.QuerySelector($"[name='facts.{fact}']") is { } field
            ? field.GetAttribute("value") ?? field.TextContent
            : null;
    }

    [Test]
    public async Task OptionalFact_WhoseSuggestionHasGaps_IsLeftEmpty()
    {
        var id = await office.Case(item: "示范路绿化工程的验收报告");
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, id, version => new AnswerStep(
            id, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await office.Next(clerk, id, version => new AnswerStep(id, version, StepAnswer.NotThisAgency));
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{id}/draft?template=not-this-agency&variant=agency-known");
        Assert.That(browser.Page.QuerySelector("[name='facts.finding']")!.TextContent, Does.Contain("……"));
        Assert.That(browser.Page.QuerySelector("[name='facts.publicAt']")!.TextContent.Trim(), Is.Empty);
    }

    private async Task<CaseDocument> Answered(string requested)
    {
        var (id, letter) = await LettersToSend.Issued(office, requested);
        await LettersToSend.Serve(office, id, letter.Id);
        return letter;
    }
}
