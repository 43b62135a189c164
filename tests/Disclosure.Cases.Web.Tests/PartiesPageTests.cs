using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>更正、变更申请人和申请事项: on a page of its own, with what is on record filled in.</summary>
internal sealed class PartiesPageTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Applicant_PutRightOnThePage_IsShownWithWhatWas_AndWhatIsWrongStandsBesideItsField()
    {
        using var browser = await office.SignedIn("clerk");
        var page = await Registered(browser);
        await browser.Get($"{page}/parties");
        var form = "form[action*=Change]";
        await browser.Submit(form, ("Applicant.Name", ""), ("Reason", "身份证所载"));
        Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(browser.Page.QuerySelector("[name='Applicant.Name']")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(browser.Page.QuerySelector("[name=Reason]")!.TextContent, Does.Contain("身份证所载"), "nothing typed is lost");
        await browser.Submit(
            form, ("Applicant.Name", "李大文"), ("Applicant.ElectronicAddress", "li@example.org"),
            ("Applicant.Representative.Name", "周律师"), ("Applicant.Representative.Authority", "授权委托书"), ("Reason", "身份证所载"));
        await browser.Get(page);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.Body!.TextContent, Does.Contain("姓名或者名称：李某某 → 李大文"));
            Assert.That(browser.Page.Body.TextContent, Does.Contain("代理人：— → 周律师"));
            Assert.That(
                browser.Page.QuerySelectorAll("dd").Select(cell => cell.TextContent.Trim()),
                Does.Contain("李大文").And.Contain("li@e······.org"));
        });
    }

    [Test]
    public async Task Item_AndSuccessor_AreRecordedOnThePage()
    {
        using var browser = await office.SignedIn("clerk");
        var page = await Registered(browser);
        await browser.Get($"{page}/parties");
        await browser.Submit("form[action*=Item]", ("Words", "2024年度决算"), ("Reason", "照录有误"));
        await browser.Submit("form[action*=Succeed]", ("On", office.Today.ToString("yyyy-MM-dd")), ("Reason", "死亡证明"));
        Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "the only applicant needs a successor");
        await browser.Submit(
            "form[action*=Succeed]", ("On", office.Today.ToString("yyyy-MM-dd")), ("Successor.Name", "李小某"), ("Reason", "死亡证明"));
        await browser.Get(page);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("2024年度决算"));
            Assert.That(browser.Page.Body!.TextContent, Does.Contain("由李小某承继"));
        });
    }

    [Test]
    public async Task Page_OfACaseOfAnotherAgency_IsNotThere()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{Guid.NewGuid()}/parties");
        Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task History_NamesWhoWasServed_WhoeverEndedSince()
    {
        var (clerk, today) = (await office.ActorOf("clerk"), office.Today);
        Applicant Person(string name) => new(ApplicantKind.NaturalPerson, name, null, name + "@example.org", "示范路3号", true, null);
        var registered = await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(new RegisterApplication(
            Channel.InPerson, today, null, [Person("陈某"), Person("林某")], ["2024年度预算"])));
        var id = registered.Value.CaseId;
        var letter = await office.Decide(id);
        await office.Approve(id, letter);
        var applicants = (await office.Find(id)).Applicants.Select(applicant => applicant.Id).ToList();
        foreach (var applicant in applicants)
        {
            await office.Next(clerk, id, version => new ServeDocument(
                id, version, letter, ServiceWay.HandedOver, today, ApplicantId: applicant));
        }

        await office.Next(clerk, id, version => new SucceedApplicant(id, version, applicants[1], today, null, "死亡证明"));
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{id}");
        var details = browser.Page.QuerySelectorAll(".line .detail").Select(detail => detail.TextContent).ToList();
        Assert.That(details, Does.Contain("林某 · 死亡证明"));
        Assert.That(details.Where(detail =>
            detail.Contains("林某", StringComparison.Ordinal) && detail.Contains("签收", StringComparison.Ordinal)), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Service_OfALetterThatNoLongerFits_IsAskedAbout_AndOnlyThen()
    {
        var (clerk, today) = (await office.ActorOf("clerk"), office.Today);
        var id = await office.Case();
        var letter = await office.Decide(id);
        await office.Approve(id, letter);
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{id}");
        Assert.That(browser.Page.QuerySelector("input[name=Nonetheless]"), Is.Null, "nothing has changed");

        var applicant = (await office.Find(id)).Applicants[0].Id;
        await office.Next(clerk, id, version => new ChangeApplicant(
            id, version, applicant, new(ApplicantKind.NaturalPerson, "陈达某", null, "000-1", "示范路3号", true, null), "身份证载明"));
        await browser.Get($"/cases/{id}");
        (string, string?)[] served = [("DocumentId", letter.ToString()), ("Way", "HandedOver"), ("ServedOn", today.ToString("yyyy-MM-dd"))];
        await browser.Submit("#panel-Serve form", served);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(browser.Page.Body!.TextContent, Does.Contain("已经更正或者变更为“陈达某”"));
            Assert.That(browser.Page.QuerySelector("#panel-Serve input[name=Nonetheless]"), Is.Not.Null);
        });
        await browser.Submit("#panel-Serve form", [.. served, ("Nonetheless", "true")]);
        Assert.That(browser.Page.Body!.TextContent, Does.Contain("送达存疑：送达的文书与案卷不符"));
    }

    private static async Task<string> Registered(Browser browser)
    {
        await browser.Get("/cases/new");
        await browser.Submit(
            "form.register", ("Channel", "InPerson"), ("Applicants[0].Name", "李某某"), ("Applicants[0].Address", "示范路3号"),
            ("Items[0]", "2024年度预算"));
        return browser.Answer.RequestMessage!.RequestUri!.AbsolutePath;
    }
}
