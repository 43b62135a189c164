using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Web.Tests;

/// <summary>一并登记送达: the signed letters of several cases, with one day and one way, each recorded by itself.</summary>
internal sealed class ServeTogetherTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Letters_OfSeveralCases_AreServedInOneGo()
    {
        var letters = new List<(Guid CaseId, CaseDocument Letter)>();
        for (var number = 1; number <= 3; number++)
        {
            letters.Add(await office.Issued($"第{number}号公报"));
        }

        var (left, other) = await office.Issued("没有勾选的事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases/serve-together?" + string.Join('&', letters.Select(each => $"case={each.CaseId}")));
        Assert.That(clerk.Page.QuerySelectorAll("input[name=letter][checked]"), Has.Length.EqualTo(3));
        Assert.That(clerk.Text, Does.Not.Contain(other.Number));
        await clerk.Submit("form.col", ("Way", StoredNames.Of(ServiceWay.HandedOver)), ("Particulars.Signer", "李某某"));
        Assert.That(clerk.Page.QuerySelector(".done")!.TextContent, Does.Contain("已登记送达 3 件"));
        foreach (var (caseId, letter) in letters)
        {
            var served = (await office.Find(caseId)).FindDocument(letter.Id)!;
            Assert.That(
                (served.Status, served.ServedOn, served.Attempts[^1].Way),
                Is.EqualTo((DocumentStatus.Served, office.Today, ServiceWay.HandedOver)));
        }

        Assert.That((await office.Find(left)).FindDocument(other.Id)!.Status, Is.EqualTo(DocumentStatus.Approved));
    }

    [Test]
    public async Task Letter_ThatIsRefused_StaysWithItsReasonAndTheOthersAreServed()
    {
        var (first, letter) = await office.Issued("甲事项");
        var (second, another) = await office.Issued("乙事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/serve-together?case={first}&case={second}");
        await office.Next(
            await office.ActorOf("clerk"), second, version => new LogCall(second, version, office.Today, "告知李某某前来领取。"));
        await clerk.Submit("form.col", ("Way", StoredNames.Of(ServiceWay.HandedOver)));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(clerk.Page.QuerySelector(".done")!.TextContent, Is.EqualTo("已登记送达 1 件；以下 1 件没有登记。"));
        Assert.That(
            clerk.Page.QuerySelectorAll("tr:has(.wrong) .nowrap").Select(cell => cell.TextContent.Trim()), Does.Contain(another.Number));
        Assert.That((await office.Find(first)).FindDocument(letter.Id)!.Status, Is.EqualTo(DocumentStatus.Served));
        Assert.That((await office.Find(second)).FindDocument(another.Id)!.Status, Is.EqualTo(DocumentStatus.Approved));

        await clerk.Submit("form.col", ("Way", StoredNames.Of(ServiceWay.HandedOver)));
        Assert.That((await office.Find(second)).FindDocument(another.Id)!.Status, Is.EqualTo(DocumentStatus.Served));
    }

    [Test]
    public async Task MailNumber_OfALetter_GoesBeforeTheCommonOne()
    {
        var (first, letter) = await office.Issued("甲事项");
        var (second, another) = await office.Issued("乙事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/serve-together?case={first}&case={second}");
        var own = clerk.Page.QuerySelector($"input[name^='Particulars.MailNumber.{another.Id}']")!.GetAttribute("name")!;
        await clerk.Submit(
            "form.col",
            ("Way", StoredNames.Of(ServiceWay.Post)), ("Particulars.Address", "示范路1号"), ("Particulars.Basis", "申请人电话告知"),
            ("Particulars.MailNumber", "XA12345678901"), (own, "XA12345678902"));
        Assert.That(clerk.Page.QuerySelector(".done")?.TextContent, Does.Contain("已登记送达 2 件"), clerk.Text);
        Assert.That(await Number(first, letter.Id), Is.EqualTo("XA12345678901"));
        Assert.That(await Number(second, another.Id), Is.EqualTo("XA12345678902"));

        async Task<string?> Number(Guid caseId, Guid document)
        {
            await clerk.Get($"/cases/{caseId}");
            return clerk.Text.Contains("XA12345678901", StringComparison.Ordinal) ? "XA12345678901"
                : clerk.Text.Contains("XA12345678902", StringComparison.Ordinal) ? "XA12345678902" : null;
        }
    }

    [Test]
    public async Task Form_WithoutAWayOrATick_SendsNothing()
    {
        var (first, letter) = await office.Issued("甲事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/serve-together?case={first}");
        await clerk.Submit("form.col", ("Way", ""));
        Assert.That(clerk.Page.QuerySelectorAll(".findings li"), Has.Length.EqualTo(1));
        await clerk.Submit("form.col", ("Way", StoredNames.Of(ServiceWay.HandedOver)), ("letter", null));
        Assert.That(clerk.Page.QuerySelector(".findings")!.TextContent, Does.Contain("请勾选要登记送达的文书。"));
        Assert.That((await office.Find(first)).FindDocument(letter.Id)!.Status, Is.EqualTo(DocumentStatus.Approved));
    }
}
