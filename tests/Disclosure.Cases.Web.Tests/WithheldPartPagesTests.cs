using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unit = Disclosure.Cases.Kernel.Unit;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The parts that 10 withholds, on the page on which it is drafted.</summary>
internal sealed class WithheldPartPagesTests
{
    private const string Save = "button[formaction*=Save]";
    private const string Show = "button[data-unscripted]";
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Ground_Chosen_ShowsWhatItAsksFor_AsTheWholeRefusalDoes()
    {
        using var browser = await Partly();
        Assert.That(Fields(browser), Is.EqualTo(new[] { "ground", "text" }));
        await browser.Press("main form", Show, (Field(0, "ground"), TemplateCodes.RefusedStateSecret), (Field(0, "text"), "第3页的批注"));
        Assert.Multiple(() =>
        {
            Assert.That(
                Fields(browser),
                Is.EqualTo(new[]
                {
                    "ground", "text", "classifiedBy", "classifiedOn", "secrecyLevel", "secrecyPeriod", "classification", "severability",
                }));
            Assert.That(Value(browser, "text"), Is.EqualTo("第3页的批注"));
            Assert.That(Value(browser, "classification"), Does.StartWith("该部分信息系依照……"), "the suggestion of the whole refusal");
            Assert.That(browser.Page.QuerySelector("#preview")!.TextContent, Does.Contain("第3页的批注").And.Contain("［定密机关］"));
        });
    }

    [Test]
    public async Task Ground_ChosenByScript_BringsItsFieldsAlone()
    {
        using var browser = await Partly();
        await browser.Press(
            "main form", "button[formaction*=Submit]", (Field(0, "ground"), TemplateCodes.RefusedInternalAffairs));
        var form = browser.Page.QuerySelector<IHtmlFormElement>("main form")!;
        var token = form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["template"] = TemplateCodes.PartlyDisclosed,
            ["part"] = "facts.withheld[0]",
            [Field(0, "ground")] = TemplateCodes.RefusedSecurityAndStability,
            [Field(0, "text")] = "第3页的批注",
            [Field(0, "finding")] = "系为安排值守形成。",
        });
        var answer = await browser.Post(browser.Address.Split('?')[0] + "?handler=Part", content);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(html, Does.Contain("name=\"facts.withheld[0].endangered\"").And.Contain("第3页的批注").And.Not.Contain("<html"));
            Assert.That(
                html,
                Does.Contain("<input type=\"hidden\" name=\"facts.withheld[0].finding\""),
                "what was typed for the other ground comes back with it");
        });
    }

    [Test]
    public async Task Ground_ChangedAndChangedBack_LosesNothingTyped()
    {
        using var browser = await Partly();
        await browser.Press("main form", Show, (Field(0, "ground"), TemplateCodes.RefusedInternalAffairs), (Field(0, "text"), "考勤表"));
        await browser.Press("main form", Show, (Field(0, "ground"), TemplateCodes.RefusedStateSecret), (Field(0, "finding"), "系内部考勤所用。"));
        await browser.Press("main form", Show, (Field(0, "ground"), TemplateCodes.RefusedInternalAffairs));
        Assert.That(Value(browser, "finding"), Is.EqualTo("系内部考勤所用。"));
        Assert.That(Value(browser, "text"), Is.EqualTo("考勤表"));
    }

    [Test]
    public async Task Submission_OfAThinPart_NamesEachFactThatIsMissing_AndLeadsToIt()
    {
        using var browser = await Partly();
        await browser.Press("main form", Show, (Field(0, "ground"), TemplateCodes.RefusedInternalAffairs), (Field(0, "text"), "第3页。"));
        await browser.Press("main form", "button[formaction*=Submit]", (Field(0, "finding"), "内部使用。"));
        var lines = browser.Page.QuerySelectorAll(".findings a")
            .Select(line => (Href: line.GetAttribute("href")!, line.TextContent)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            foreach (var (key, said) in new[]
            {
                ("text", "没有写明是什么内容"), ("category", "请填写“内部事务信息的类别”"), ("finding", "没有写出本案的具体情况"),
            })
            {
                var line = lines.Single(each => each.Href == $"#fact-withheld-0-{key}");
                Assert.That(line.TextContent, Does.Contain("不予公开的第1部分").And.Contain(said));
                Assert.That(browser.Page.QuerySelector(line.Href), Is.Not.Null);
            }

            Assert.That(Value(browser, "text"), Is.EqualTo("第3页。"));
        });
    }

    [Test]
    public async Task Part_Emptied_IsTakenAway_AndTheOthersStay()
    {
        using var browser = await Partly();
        await browser.Press(
            "main form", "button[name=more]", (Field(0, "ground"), TemplateCodes.RefusedInternalAffairs), (Field(0, "text"), "甲表"));
        await browser.Press(
            "main form", Save, (Field(1, "ground"), TemplateCodes.RefusedStateSecret), (Field(1, "text"), "乙表"),
            (Field(0, "ground"), ""), (Field(0, "text"), ""));
        await browser.Get(browser.Address);
        Assert.That(Value(browser, "text"), Is.EqualTo("乙表"));
        Assert.That(browser.Page.QuerySelectorAll("[data-part]"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Draft_OfOldParts_OpensAndShowsWhatIsMissing()
    {
        var caseId = await AtPropriety();
        var draft = await Do(caseId, version => new DraftDocument(caseId, version, TemplateCodes.PartlyDisclosed, null, new JsonObject
        {
            ["withheld"] = new JsonArray(new JsonObject { ["ground"] = TemplateCodes.RefusedDeliberativeProcess, ["text"] = "第3页。" }),
            ["noLawRequiresDisclosure"] = true,
        }));
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/draft/{draft}");
        Assert.Multiple(() =>
        {
            Assert.That(Value(browser, "text"), Is.EqualTo("第3页。"));
            Assert.That(Value(browser, "finding"), Is.Empty);
            Assert.That(
                browser.Page.QuerySelector<IHtmlInputElement>($"[name='{Field(0, "noLawRequiresDisclosure")}']")!.IsChecked,
                "what was said once for the letter is said of the part");
        });
        await browser.Press("main form", "button[formaction*=Check]");
        Assert.That(
            browser.Page.QuerySelectorAll(".findings a").Select(line => line.GetAttribute("href")),
            Is.SupersetOf(new[] { "#fact-withheld-0-text", "#fact-withheld-0-processKind", "#fact-withheld-0-finding" }));
    }

    private static string Field(int part, string key) => $"facts.withheld[{part}].{key}";

    private static string Value(Browser browser, string key) =>
        browser.Page.QuerySelector($"[name='{Field(0, key)}']") switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => throw new InvalidOperationException($"No field {key}."),
        };

    private static IEnumerable<string> Fields(Browser browser) => browser.Page.QuerySelectorAll("[data-part] [name]:not([type=hidden])")
        .Select(field => field.GetAttribute("name")!.Split('.')[^1]).Where(name => name.Length > 0);

    // A clerk who is about to draft 10.
    private async Task<Browser> Partly()
    {
        var caseId = await AtPropriety();
        var browser = await office.SignedIn("clerk");
        return await browser.Get($"/cases/{caseId}/draft?template=partly-disclosed");
    }

    private async Task<Guid> AtPropriety()
    {
        var caseId = await office.Case();
        await Do(caseId, version => new AnswerStep(
            caseId, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await Do(caseId, version => new AnswerStep(caseId, version, StepAnswer.Ours));
        await Do(caseId, version => new RecordSearch(caseId, version, null, office.Today, 1, "综合档案室", "周某", "培训计划", null));
        await Do(caseId, version => new AnswerStep(caseId, version, StepAnswer.Held));
        await Do(caseId, version => new AnswerStep(caseId, version, StepAnswer.PartlyDisclosed));
        return caseId;
    }

    private async Task<T> Do<T>(Guid caseId, Func<int, CaseCommand<T>> command)
    {
        var version = (await office.Find(caseId)).Version;
        var clerk = await office.ActorOf("clerk");
        var result = await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(command(version)));
        Assert.That(result.Refusals, Is.Empty);
        return result.Value;
    }

    private Task<Unit> Do(Guid caseId, Func<int, CaseCommand<Unit>> command) => Do<Unit>(caseId, command);
}
