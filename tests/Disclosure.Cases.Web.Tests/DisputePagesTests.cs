using System.Net;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Web.Tests;

/// <summary>复议、诉讼: recorded, answered, decided and struck out on the page of a case.</summary>
internal sealed class DisputePagesTests
{
    private const string Recording = "#panel-RecordDispute form";
    private const string Answering = "#panel-AnswerDispute form";
    private const string Deciding = "#panel-DecideDispute form";
    private const string Voiding = "#panel-VoidDispute form";

    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Dispute_Recorded_HasACardWithItsPeriodAndItsArticle_UntilItIsDecided()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Page.QuerySelector("#disputes"), Is.Null);
        await clerk.Submit(
            Recording, ("Kind", "Reconsideration"), ("IsSummary", "true"), ("Forum", "示范市人民政府 3号"), ("Subject", "逾期未答复"));
        var card = clerk.Page.QuerySelector("#disputes")!.TextContent;
        var due = WorkingDayCalendar.Official.AddWorkingDays(office.Today, 5);
        Assert.That(card, Does.Contain("行政复议").And.Contain("尚未审结").And.Contain("示范市人民政府 3号").And.Contain("逾期未答复")
            .And.Contain($"{due.Year}年{due.Month}月{due.Day}日").And.Contain("第五十四条").And.Contain("还剩 5 个工作日"));

        await clerk.Submit(Answering, await Only(caseId));
        Assert.That(clerk.Page.QuerySelector("#disputes")!.TextContent, Does.Not.Contain("还剩"));
        Assert.That(clerk.Page.QuerySelector(Answering), Is.Null, "nothing is left to answer");
        await clerk.Submit(Deciding, await Only(caseId), ("Outcome", "Corrected"), ("Content", "责令十日内答复"));
        Assert.That(clerk.Page.QuerySelector("#disputes")!.TextContent, Does.Contain("结果纠正").And.Contain("责令十日内答复"));
        Assert.That(clerk.Text, Does.Contain("登记行政复议").And.Contain("复议答复、应诉答辩：").And.Contain("复议、诉讼结果纠正"), "the history");
    }

    [Test]
    public async Task Dispute_WithAFaultyDate_SaysSoBesideItsField_AndKeepsWhatWasTyped()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        var tomorrow = office.Today.AddDays(1).ToString("yyyy-MM-dd");
        await clerk.Submit(
            Recording, ("Kind", "DirectAction"), ("ReceivedOn", tomorrow), ("Forum", "示范区人民法院"), ("Subject", "不服答复"));
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(clerk.Page.QuerySelector("#RecordDispute-ReceivedOn")!.GetAttribute("value"), Is.EqualTo(tomorrow));
            Assert.That(clerk.Page.QuerySelector("#RecordDispute-ReceivedOn")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
            Assert.That(clerk.Page.QuerySelector("#disputes"), Is.Null);
        });
    }

    [Test]
    public async Task Order_WithoutTheDayItRunsFrom_IsRefusedAtThatField_AndAMistakeIsStruckOut()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit(Recording, ("Kind", "DirectAction"), ("Forum", "示范区人民法院"), ("Subject", "不服答复"));
        await clerk.Submit(Deciding, await Only(caseId), ("Outcome", "Corrected"), ("Content", "判决"), ("Order", "true"));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(clerk.Page.QuerySelector("#DecideDispute-Order-From")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That((await office.Find(caseId)).Disputes.Single().Kind, Is.EqualTo(DisputeKind.DirectAction));

        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit(Voiding, await Only(caseId), ("Reason", "登错案卷"));
        Assert.That(clerk.Page.QuerySelector("#disputes"), Is.Null);
        Assert.That(clerk.Text, Does.Contain("撤销误登的复议、诉讼").And.Contain("登错案卷"));
    }

    private async Task<(string, string?)> Only(Guid caseId) => ("DisputeId", (await office.Find(caseId)).Disputes.Single().Id.ToString());
}
