using AngleSharp.Html.Dom;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Tests;

/// <summary>登记表: what stands in it before anybody types.</summary>
internal sealed class RegistrationFormPageTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Items_OfACorrectedApplication_StandThereInBothWordings()
    {
        var id = await office.Case(item: "培训材料");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{id}/draft?template=registration-form");
        Assert.That((Fact(clerk, "items"), Fact(clerk, "correctedItems")), Is.EqualTo(("培训材料", "")));

        await office.AskForCorrection(id, office.Today.AddDays(30));
        var item = (await office.Find(id)).Items.Single().Id;
        await office.Next(await office.ActorOf("clerk"), id, version => new ReceiveCorrection(
            id, version, office.Today, "改为2024年度培训计划。", [new CorrectedItem(item, "2024年度培训计划")]));
        await clerk.Get($"/cases/{id}/draft?template=registration-form");
        Assert.That((Fact(clerk, "items"), Fact(clerk, "correctedItems")), Is.EqualTo(("培训材料", "2024年度培训计划")));
        Assert.That(
            clerk.Page.QuerySelectorAll("#preview td").Select(cell => cell.TextContent),
            Is.SupersetOf(new[] { "申请事项（补正前）", "培训材料", "补正后的申请事项", "2024年度培训计划", "收到补正之日" }));
    }

    private static string Fact(Browser browser, string key) =>
        ((IHtmlTextAreaElement)browser.Page.QuerySelector($"#fact-{key}")!).Value.Trim();
}
