using System.Net;
using AngleSharp.Html.Dom;
using Disclosure.Cases.Registration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The queue: found, narrowed, kept, given away; all of it without script.</summary>
internal sealed class QueuePageTests
{
    private WebOffice office = null!;
    private Guid budget;
    private Guid minutes;
    private Guid others;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        budget = await office.Case(item: "２０２４年部门预算", applicant: "𠮷某");
        minutes = await office.Case(item: "某次会议纪要");
        others = await office.Case("clerk2", "征收补偿方案");
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("2024 预算")]
    [TestCase("𠮷")]
    public async Task Search_OfWordsOrNames_FindsTheCaseAndKeepsWhatWasTyped(string search)
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases?q={Uri.EscapeDataString(search)}");
        Assert.Multiple(() =>
        {
            Assert.That(Rows(clerk), Is.EqualTo(new[] { budget }));
            Assert.That(clerk.Page.QuerySelector("form.find [name=q]")!.GetAttribute("value"), Is.EqualTo(search));
        });
        await clerk.Get(clerk.Page.QuerySelector("a.chip")!.GetAttribute("href")!);
        Assert.That(Rows(clerk), Is.EquivalentTo(new[] { budget, minutes, others }));
    }

    [Test]
    public async Task Search_WithoutResult_SaysWhatToDo()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases?q=没有这样的&due=late");
        Assert.That(clerk.Page.QuerySelector(".empty")!.TextContent, Does.Contain("没有找到“没有这样的”").And.Contain("在全部案卷中查找"));
        await clerk.Get("/cases?stage=Propriety");
        Assert.That(clerk.Page.QuerySelector(".empty a")!.GetAttribute("href"), Is.EqualTo("/cases"));
    }

    [Test]
    public async Task Filters_Combined_AreCountedAndTakenAwayOneByOne()
    {
        var colleague = (await office.ActorOf("clerk2")).Id;
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases?stage=Completeness&officer={colleague}&due=nonsense");
        Assert.Multiple(() =>
        {
            Assert.That(Rows(clerk), Is.EqualTo(new[] { others }));
            Assert.That(clerk.Page.QuerySelector("select[name=officer] option[selected]")!.TextContent, Is.EqualTo("clerk2某（1）"));
            Assert.That(clerk.Page.QuerySelector(".pills a[aria-current]")!.TextContent, Does.Contain("补不补 1"));
            Assert.That(
                clerk.Page.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")),
                Is.EqualTo(new[] { "/cases?stage=Completeness" }));
            Assert.That(
                clerk.Page.QuerySelector(".pills a[aria-current]")!.GetAttribute("href"),
                Is.EqualTo($"/cases?officer={colleague}"));
        });
        await clerk.Get("/cases?due=late");
        Assert.That(Rows(clerk), Is.Empty);
    }

    [Test]
    public async Task List_AskedForAlone_IsNoWholePage()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases?handler=List&mine=true");
        Assert.That(Rows(clerk), Is.EquivalentTo(new[] { budget, minutes }));
        Assert.That(clerk.Page.QuerySelector("header, nav"), Is.Null);
    }

    [Test]
    public async Task Filter_Kept_IsAPillOfItsOwnerUntilItIsThrownAway()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases?due=soon");
        await clerk.Submit(".own-filter form", ("Name", " "));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(clerk.Page.QuerySelector("#filter-name-wrong")!.TextContent, Does.Contain("请填写"));
        await clerk.Submit(".own-filter form", ("Name", "快到期"));
        Assert.That(clerk.Page.QuerySelector(".pills a.own[aria-current]")!.TextContent, Is.EqualTo("快到期"));
        await clerk.Submit(".own-filter form", ("Name", "急件"));
        await clerk.Get("/cases");
        Assert.That(clerk.Page.QuerySelector(".pills a.own")!.GetAttribute("href"), Is.EqualTo("/cases?due=soon"));
        using var colleague = await office.SignedIn("clerk2");
        await colleague.Get("/cases");
        Assert.That(colleague.Page.QuerySelector(".pills a.own"), Is.Null);
        await clerk.Get("/cases?due=soon");
        Assert.That(clerk.Page.QuerySelector(".pills a.own")!.TextContent, Is.EqualTo("急件"));
        await clerk.Press(".own-filter form", "[formaction*=Delete]");
        Assert.That(clerk.Page.QuerySelector(".pills a.own"), Is.Null);
    }

    [Test]
    public async Task Cases_Ticked_GoToOneOfficerButForThoseThatChangedMeanwhile()
    {
        using var own = await new WebOffice().Open();
        Guid[] cases = [await own.Case(item: "甲"), await own.Case(item: "乙"), await own.Case(item: "丙")];
        var colleague = await own.ActorOf("clerk2");
        using var reviewer = await own.SignedIn("reviewer");
        await reviewer.Get("/cases/assign?mine=true&" + string.Join('&', cases.Select(id => $"case={id}")) + $"&case={Guid.NewGuid()}");
        Assert.That(reviewer.Page.QuerySelector("form .btn.go")!.TextContent, Does.Contain("3"));
        await reviewer.Submit("main form", ("OfficerId", $"{colleague.Id}"));
        Assert.That(reviewer.Page.QuerySelector(".findings")!.TextContent, Does.Contain("理由"));
        Assert.That(Assigned(reviewer), Is.EqualTo(cases));
        await own.As(
            await own.ActorOf("clerk"),
            services => services.GetRequiredService<IMediator>().Send(new LogCall(cases[1], 1, own.Today, "来电")));
        await reviewer.Submit("main form", ("OfficerId", $"{colleague.Id}"), ("Reason", "休假"));
        Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(reviewer.Page.QuerySelector(".done")!.TextContent, Does.Contain("已改派 2 件"));
        Assert.That(Assigned(reviewer), Is.EqualTo(new[] { cases[1] }));
        Assert.That(reviewer.Page.QuerySelector("td .wrong"), Is.Not.Null);
        await reviewer.Submit("main form", ("OfficerId", $"{colleague.Id}"), ("Reason", "休假"));
        Assert.That(reviewer.Address, Is.EqualTo("/cases?mine=true"));
        foreach (var id in cases)
        {
            Assert.That((await own.Find(id)).OfficerId, Is.EqualTo(colleague.Id));
        }
    }

    [Test]
    public async Task Cases_OfAnotherAgency_CannotBeGivenAway()
    {
        using var stranger = await office.SignedIn("stranger");
        await stranger.Get($"/cases/assign?case={budget}");
        Assert.That(stranger.Page.QuerySelector(".empty"), Is.Not.Null);
    }

    private static IEnumerable<Guid> Rows(Browser browser) =>
        browser.Page.QuerySelectorAll("a.cover").Select(link => Guid.Parse(link.GetAttribute("href")!["/cases/".Length..]));

    private static IEnumerable<Guid> Assigned(Browser browser) =>
        browser.Page.QuerySelectorAll("input[name=case]").OfType<IHtmlInputElement>().Select(input => Guid.Parse(input.Value));
}
