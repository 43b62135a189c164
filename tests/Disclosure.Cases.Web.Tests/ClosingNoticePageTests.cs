using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The closing notice is proposed in the words of its own variant.</summary>
internal sealed class ClosingNoticePageTests
{
    [Test]
    public async Task Circumstances_OfEachVariant_AreItsOwn_AndOfTheFeeFromTheRecord()
    {
        using var office = await new WebOffice().Open();
        var clerk = await office.ActorOf("clerk");
        var id = await office.Case();
        await office.Next(clerk, id, version => new AnswerStep(
            id, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        var notice = await office.Next(clerk, id, version => new DraftDocument(id, version, TemplateCodes.FeeNotice, null, new JsonObject
        {
            ["finding"] = "申请人所需页数明显超过合理范围。",
            ["basis"] = FeeFacts.PerPage,
            ["count"] = 100,
            ["payment"] = "凭所附缴款书到示范银行任一网点缴纳。",
        }));
        await office.Next(clerk, id, version => new SubmitDocument(id, version, notice));
        await office.Approve(id, notice);
        await office.Serve(id, notice);
        var number = (await office.Find(id)).FeeNotice!.Number;
        using var browser = await office.SignedIn("clerk");
        Assert.That(
            await Proposed("fee-unpaid"),
            Does.StartWith($"该通知书（{number}）于{office.Today.Year}年").And.Contain("700元").And.Not.Contain("……"));
        Assert.That(await Proposed("not-corrected"), Does.StartWith("补正期限届满后"));
        Assert.That(await Proposed("withdrawn"), Does.StartWith("撤回申请由"));

        async Task<string> Proposed(string variant)
        {
            await browser.Get($"/cases/{id}/draft?template=closing-notice&variant={variant}");
            return ((IHtmlTextAreaElement)browser.Page.QuerySelector("#fact-circumstances")!).Value;
        }
    }
}
